package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import org.jspecify.annotations.Nullable;

@Schema(name = "Person")
record PersonView(
        long id,
        String name,

        @Schema(description = "What they are mentioned by, as in @darya.")
        String handle,

        @Schema(description = "What they do, in words.") String title,

        @Schema(allowableValues = {"agency", "client"}) String side,

        @Schema(
                description = "What they are in the agency; null for a client's contact.",
                allowableValues = {"owner", "account", "specialist"})
        @Nullable
        String agencyRole,

        @Schema(description = "Whose contact they are; null for the agency's people.") @Nullable
        Long client,

        @Schema(description = "Shown to themselves and to those who invite people.") @Nullable
        String email,

        @Schema(description = "Where their picture is, if there is one.") @Nullable
        String picture,

        @Schema(description = "False for somebody known by name alone, until they accept an invitation.")
        boolean signsIn,

        @Schema(description = "Whether they may no longer sign in.")
        boolean left) {

    static PersonView of(Person person, Viewer viewer) {
        boolean mailShown = viewer.leads() || viewer.person().equals(person.id());
        return new PersonView(
                person.id().value(),
                person.name(),
                person.handle(),
                person.title(),
                person.side().code(),
                person.role() == null ? null : person.role().code(),
                person.client() == null ? null : person.client().value(),
                mailShown ? person.email() : null,
                person.picture() == null ? null : "/api/v1/people/" + person.id() + "/picture",
                person.signsIn(),
                person.left());
    }
}
