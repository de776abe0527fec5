package openkitchen.id;

/** A checklist of a card. */
public record ChecklistId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
