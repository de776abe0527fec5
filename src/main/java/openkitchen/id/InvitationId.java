package openkitchen.id;

/** An invitation to a project or to the agency. */
public record InvitationId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
