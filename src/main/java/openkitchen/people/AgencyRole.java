package openkitchen.people;

/** What a person is in the agency as a whole, apart from any project. */
public enum AgencyRole {
    /** Head of the agency: sees every project, and may do everything that is not the client's to do. */
    OWNER,
    /** May make clients, projects and people. */
    ACCOUNT,
    /** Works on the projects that they are on. */
    SPECIALIST;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static AgencyRole of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
