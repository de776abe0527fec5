package openkitchen.site;

/**
 * When somebody answers next, in their reader's words and time zone.
 *
 * @param slot the window alone, {@code сегодня 17–18}; empty when there is none
 * @param text the whole of it: {@code answers today 17–18}, {@code away until Mon 5 Jan}
 * @param elsewhere whether it is another time where the person is
 */
public record NextAnswer(State state, String slot, String text, boolean elsewhere) {

    /** What matters most of it. */
    public enum State {
        /** A window is running. */
        NOW,
        /** A window is to come. */
        LATER,
        /** They have days off. */
        AWAY,
        /** They have no windows within sight. */
        NEVER
    }

    public boolean now() {
        return state == State.NOW;
    }
}
