package openkitchen.site;

import java.util.Map;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.people.Person;
import openkitchen.text.When;
import openkitchen.text.Words;

/**
 * What the tellers of a project's history need to know beside the events.
 *
 * @param path of the project, like {@code /p/garden}
 * @param cards the numbers of those of the events' cards that are in the project still
 * @param projects names by key of the projects that the reader may see
 * @param clients names by id of the clients that the reader may know
 */
record Scene(
        Words words,
        When when,
        String path,
        Map<PersonId, Person> people,
        Map<CardId, Integer> cards,
        Map<String, String> projects,
        Map<String, String> clients) {}
