package openkitchen.id;

/** One day or several in a row on which a person does not answer. */
public record DayOffId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
