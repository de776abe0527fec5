package openkitchen.bridge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.bridge.ImportChoices.Who;
import openkitchen.bridge.trello.TrelloBoard;
import openkitchen.bridge.trello.TrelloCard;
import openkitchen.bridge.trello.TrelloMember;
import openkitchen.id.ClientId;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Guesses who a board's members are here: whom an earlier import made of them, else the only one of the same name or the one
 * whose handle is their user name, else somebody of the agency to be invited. Who left the board and is on no card is left out.
 */
@Component
class PeopleGuess {

    private final People people;
    private final ImportRows rows;

    PeopleGuess(People people, ImportRows rows) {
        this.people = people;
        this.rows = rows;
    }

    /** For the board's members by id; contacts of this client, where there is one, may be meant. */
    Map<String, Who> of(TrelloBoard board, @Nullable ClientId client) {
        List<Person> here = Stream.concat(
                        people.ofAgency().stream(), client == null ? Stream.empty() : people.ofClient(client).stream())
                .filter(person -> !person.left())
                .toList();
        Set<PersonId> possible = here.stream().map(Person::id).collect(Collectors.toSet());
        Map<String, List<Person>> byName = here.stream().collect(Collectors.groupingBy(person -> small(person.name())));
        Map<String, Person> byHandle =
                here.stream().collect(Collectors.toMap(Person::handle, Function.identity(), (one, other) -> one));
        Map<String, PersonId> earlier =
                rows.peopleOf(board.members().stream().map(TrelloMember::id).toList());
        Set<String> onCards = board.cards().stream()
                .map(TrelloCard::memberIds)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        Map<String, Who> guesses = new HashMap<>();
        for (TrelloMember member : board.members()) {
            PersonId before = earlier.get(member.id());
            List<Person> namesakes = byName.getOrDefault(small(member.fullName()), List.of());
            Person handle = member.username() == null ? null : byHandle.get(small(member.username()));
            Who who;
            if (before != null && possible.contains(before)) {
                who = new Who.Known(before);
            } else if (namesakes.size() == 1) {
                who = new Who.Known(namesakes.getFirst().id());
            } else if (handle != null) {
                who = new Who.Known(handle.id());
            } else {
                who = comes(member, onCards) ? new Who.OfAgency(null) : new Who.LeftOut();
            }
            guesses.put(member.id(), who);
        }
        return guesses;
    }

    private static boolean comes(TrelloMember member, Set<String> onCards) {
        return switch (member.standing()) {
            case MEMBER, INVITED -> true;
            case FORMER -> onCards.contains(member.id());
            case UNKNOWN -> false;
        };
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
