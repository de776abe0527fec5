package openkitchen.id;

/** A material: what is shown to the client. */
public record MaterialId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
