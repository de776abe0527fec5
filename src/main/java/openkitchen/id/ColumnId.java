package openkitchen.id;

/** A column of a board. */
public record ColumnId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
