package openkitchen.people;

/** The two sides of a project. */
public enum Side {
    AGENCY,
    CLIENT;

    public String code() {
        return this == AGENCY ? "agency" : "client";
    }
}
