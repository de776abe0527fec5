package openkitchen.demo;

import java.util.Map;
import openkitchen.people.AgencyRole;
import openkitchen.text.Language;
import org.jspecify.annotations.Nullable;

/** Who plays in the demo, as {@code demo/people.yaml} has it; clients and people by the keys that the stories use. */
record Playbill(String agency, Map<String, String> clients, Map<String, Part> people) {

    /**
     * @param role in the agency, null for a client's contact
     * @param ru what they are, in Russian
     * @param en what they are, in English
     * @param answers when they answer, as {@link Hours} reads it; null for the usual hours
     * @param away when they are away, as {@link Hours} reads it, with a note; null for whoever is here
     */
    record Part(
            String name,
            String email,
            @Nullable String role,
            @Nullable String client,
            String title,
            @Nullable String language,
            @Nullable String zone,
            String ru,
            String en,
            @Nullable String answers,
            @Nullable Map<String, String> away) {

        @Nullable
        AgencyRole agencyRole() {
            return role == null ? null : AgencyRole.of(role);
        }

        Language speaks() {
            return language == null ? Language.RU : Language.of(language);
        }

        String timeZone() {
            return zone == null ? "Europe/Moscow" : zone;
        }
    }

    static Playbill read() {
        return Pages.read("people", Playbill.class);
    }
}
