package openkitchen.id;

/** A project. */
public record ProjectId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
