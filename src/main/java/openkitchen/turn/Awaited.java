package openkitchen.turn;

import java.util.Map;
import openkitchen.id.PersonId;
import openkitchen.people.Side;
import openkitchen.project.Role;
import org.jspecify.annotations.Nullable;

/** Who is waited for: one person, anybody of a role, the agency's owner, or anybody of a side. */
public sealed interface Awaited {

    Side side();

    /** One person. */
    record Someone(PersonId person, Side side) implements Awaited {}

    /** Anybody who has the role in the project. */
    record OfRole(Role role) implements Awaited {

        @Override
        public Side side() {
            return role.side();
        }
    }

    /** The agency's owner, for what the account could not settle or where there is no account. */
    record Owner() implements Awaited {

        @Override
        public Side side() {
            return Side.AGENCY;
        }
    }

    /** Anybody of a side. */
    record OfSide(Side side) implements Awaited {}

    /** The person, where one is waited for. */
    default @Nullable PersonId person() {
        return this instanceof Someone(PersonId person, Side side) ? person : null;
    }

    /** The role's code as it is kept and sent, {@code owner} for the owner; null where a person or a side is waited for. */
    default @Nullable String roleCode() {
        return switch (this) {
            case OfRole(Role role) -> role.code();
            case Owner() -> "owner";
            case Someone someone -> null;
            case OfSide side -> null;
        };
    }

    /** Adds to an event's data who is waited for from then on: {@code person} or {@code role}, which may be a side. */
    default void tell(Map<String, Object> data) {
        PersonId person = person();
        String role = roleCode();
        if (person != null) {
            data.put("person", person.value());
        } else {
            data.put("role", role == null ? side().code() : role);
        }
    }

    static Awaited of(Side side, @Nullable String role, @Nullable PersonId person) {
        if (person != null) {
            return new Someone(person, side);
        }
        if (role == null) {
            return new OfSide(side);
        }
        return role.equals("owner") ? new Owner() : new OfRole(Role.find(role).orElseThrow());
    }
}
