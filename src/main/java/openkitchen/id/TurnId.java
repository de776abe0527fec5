package openkitchen.id;

/** A turn: somebody is waited for. */
public record TurnId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
