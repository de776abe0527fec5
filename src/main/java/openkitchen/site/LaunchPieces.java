package openkitchen.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import openkitchen.board.Card;
import openkitchen.board.CardKind;
import openkitchen.board.Face;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.material.Launch;
import openkitchen.material.Launches;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what a card shows as a launch. Like all parts of a card it does not depend on who looks. */
@Component
class LaunchPieces {

    private final Launches launches;
    private final People people;
    private final Views views;

    LaunchPieces(Launches launches, People people, Views views) {
        this.launches = launches;
        this.people = people;
        this.views = views;
    }

    /** What a card knows as a launch; null for a card of another kind. */
    @Nullable
    LaunchView view(Seat seat, Card card) {
        return of(seat, List.of(card)).get(card.face().id());
    }

    /** What those of these cards that are launches know as such: as many statements for many as for one. */
    Map<CardId, LaunchView> of(Seat seat, Collection<Card> cards) {
        List<CardId> ids = cards.stream()
                .map(Card::face)
                .filter(face -> face.kind() == CardKind.LAUNCH)
                .map(Face::id)
                .toList();
        return ids.isEmpty() ? Map.of() : views(launches.these(seat, ids));
    }

    /** These launches, in their order. */
    Map<CardId, LaunchView> views(List<Launch> all) {
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<CardId, Launches.Held> held =
                launches.held(all.stream().map(Launch::card).toList());
        List<PersonId> named = new ArrayList<>();
        all.forEach(launch -> Stream.of(launch.launchedBy(), launch.stoppedBy())
                .filter(Objects::nonNull)
                .forEach(named::add));
        Map<PersonId, Person> known = named.isEmpty() ? Map.of() : people.these(named);
        Map<CardId, LaunchView> found = new LinkedHashMap<>();
        for (Launch launch : all) {
            found.put(
                    launch.card(),
                    new LaunchView(
                            launch,
                            Objects.requireNonNull(held.get(launch.card())),
                            person(known, launch.launchedBy()),
                            person(known, launch.stoppedBy())));
        }
        return found;
    }

    private static @Nullable Person person(Map<PersonId, Person> known, @Nullable PersonId id) {
        return id == null ? null : known.get(id);
    }

    String part(BoardView board, int number, @Nullable LaunchView launch) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("board", board);
        parameters.put("number", number);
        parameters.put("launch", launch);
        return views.piece("card/launch", parameters);
    }
}
