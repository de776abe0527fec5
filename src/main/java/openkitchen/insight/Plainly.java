package openkitchen.insight;

/**
 * What a client wants to know of answer times, in one sentence.
 *
 * @param answers how many questions the team answered in the month
 * @param days after how many days half of them were answered, by the agency's calendar and with the clock running: 0 for the
 *     same day; 0, too, when nothing was answered
 */
public record Plainly(int answers, int days) {

    /** For the sentence {@code insight.plain}, which takes {@code count}, {@code pace} and {@code days}. */
    public String pace() {
        if (answers == 0) {
            return "none";
        }
        return switch (days) {
            case 0 -> "same_day";
            case 1 -> "next_day";
            default -> "later";
        };
    }
}
