package openkitchen.id;

/** A version put before the client, with what they decided. */
public record ApprovalId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
