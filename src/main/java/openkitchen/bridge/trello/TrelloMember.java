package openkitchen.bridge.trello;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is on the board or occurs in it. Exports hold no mail addresses.
 *
 * @param fullName empty when the file knows no more than the id
 * @param role null for who is not on the board (any more)
 */
public record TrelloMember(
        String id,
        @Nullable String username,
        String fullName,
        String initials,
        Standing standing,
        @Nullable Role role,
        boolean deactivated) {

    public enum Standing {
        MEMBER,
        /** Invited, and has never confirmed: Trello's ghost. */
        INVITED,
        /** Not among the board's members, known from what they did. */
        FORMER,
        /** Only an id. */
        UNKNOWN
    }

    public enum Role {
        ADMIN,
        NORMAL,
        OBSERVER
    }

    /** The full name, else the user name, else nothing. */
    public String shownName() {
        return !fullName.isEmpty() ? fullName : username == null ? "" : username;
    }
}
