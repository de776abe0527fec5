package openkitchen.people;

import java.time.ZoneId;
import openkitchen.id.ClientId;
import openkitchen.id.PersonId;
import openkitchen.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking. Everything is loaded through a viewer, so that what they may not see cannot be found.
 *
 * @param role what they are in the agency, null for a client's contact
 * @param client whose contact they are, null for the agency's people
 */
public record Viewer(
        PersonId person,
        String name,
        String handle,
        @Nullable AgencyRole role,
        @Nullable ClientId client,
        Language language,
        ZoneId zone,
        Theme theme) {

    public Side side() {
        return client == null ? Side.AGENCY : Side.CLIENT;
    }

    public boolean owner() {
        return role == AgencyRole.OWNER;
    }

    /** May make clients, projects and people: owners and accounts. */
    public boolean leads() {
        return role == AgencyRole.OWNER || role == AgencyRole.ACCOUNT;
    }
}
