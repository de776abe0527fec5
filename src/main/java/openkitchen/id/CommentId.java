package openkitchen.id;

/** A comment on a card. */
public record CommentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
