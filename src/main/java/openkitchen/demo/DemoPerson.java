package openkitchen.demo;

import openkitchen.id.PersonId;
import openkitchen.people.Side;
import openkitchen.text.Language;

/**
 * Somebody of the demo, and how to sign in as them.
 *
 * @param whatRu what they are, in Russian
 * @param whatEn what they are, in English
 */
public record DemoPerson(
        PersonId id, String name, String email, String password, String whatRu, String whatEn, Side side) {

    public String what(Language language) {
        return switch (language) {
            case RU -> whatRu;
            case EN -> whatEn;
        };
    }
}
