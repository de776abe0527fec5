package openkitchen.id;

/** An item of a checklist. */
public record ItemId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
