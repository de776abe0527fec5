package openkitchen.id;

/** A stored file. */
public record FileId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
