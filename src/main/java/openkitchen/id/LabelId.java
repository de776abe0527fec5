package openkitchen.id;

/** A label of a project. */
public record LabelId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
