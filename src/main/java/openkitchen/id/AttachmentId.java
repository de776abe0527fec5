package openkitchen.id;

/** A file or link on a card. */
public record AttachmentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
