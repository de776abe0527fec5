package openkitchen.id;

/** A person, of the agency or of a client. */
public record PersonId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
