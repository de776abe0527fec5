package openkitchen.people;

import openkitchen.id.ClientId;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * A person as others see them, and their settings.
 *
 * @param email null for somebody known by name alone, e.g. from an imported board, until they are invited
 * @param left whether they may no longer sign in
 */
public record Person(
        PersonId id,
        String name,
        String handle,
        @Nullable String email,
        @Nullable ClientId client,
        @Nullable AgencyRole role,
        String title,
        Language language,
        String zone,
        Theme theme,
        @Nullable FileId picture,
        boolean signsIn,
        boolean left) {

    public Side side() {
        return client == null ? Side.AGENCY : Side.CLIENT;
    }

    /** One or two letters for a face without a picture. */
    public String initials() {
        String[] parts = name.strip().split("\\s+");
        String first = firstLetter(parts[0]);
        return parts.length == 1 ? first : first + firstLetter(parts[parts.length - 1]);
    }

    private static String firstLetter(String word) {
        return word.isEmpty() ? "" : new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
    }
}
