package openkitchen.id;

/** A client of the agency. */
public record ClientId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
