package openkitchen.id;

/** A custom field of a project. */
public record FieldId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
