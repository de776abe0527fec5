package openkitchen.bridge;

import java.util.Map;
import java.util.Set;
import openkitchen.board.ColumnKind;
import openkitchen.id.ClientId;
import openkitchen.id.PersonId;
import openkitchen.project.Discipline;
import openkitchen.project.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about an import; what they leave out is guessed as {@link ImportPlan} shows it. For a board that has
 * come before only {@code people} and {@code kinds} of what is new count.
 *
 * @param name of the project; empty for the board's
 * @param key empty for one made from the name
 * @param services of the project; the first is the role of agency people for whom no other is said
 * @param kinds what columns are for, by the id of the list
 * @param people who is who, by the id of the member
 */
public record ImportChoices(
        String name,
        String key,
        ForWhom client,
        Set<Discipline> services,
        Map<String, ColumnKind> kinds,
        Map<String, Who> people) {

    public static final ImportChoices AS_GUESSED =
            new ImportChoices("", "", new ForWhom.Nobody(), Set.of(), Map.of(), Map.of());

    /** Whose project it becomes. */
    public sealed interface ForWhom {

        /** An inner project of the agency. */
        record Nobody() implements ForWhom {}

        record Known(ClientId client) implements ForWhom {}

        record Newcomer(String name) implements ForWhom {}
    }

    /** Who a member of the board is here. */
    public sealed interface Who {

        /** Somebody who is here already, of the agency or of the project's client. */
        record Known(PersonId person) implements Who {}

        /** A new person of the agency, known by name alone until invited; with a null role as the services say. */
        record OfAgency(@Nullable Role role) implements Who {}

        /** A new contact of the client, known by name alone until invited; with a null role a member of the client's team. */
        record OfClient(@Nullable Role role) implements Who {}

        /** Does not come onto the team. What they wrote and did keeps their name. */
        record LeftOut() implements Who {}
    }
}
