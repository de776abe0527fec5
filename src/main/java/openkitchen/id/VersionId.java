package openkitchen.id;

/** A version of a material. */
public record VersionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
