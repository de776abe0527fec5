package openkitchen.id;

/** A card. */
public record CardId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
