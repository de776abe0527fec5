package openkitchen.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.history.Event;
import openkitchen.history.EventKind;
import openkitchen.history.Timeline;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.project.Clients;
import openkitchen.project.Mate;
import openkitchen.project.Project;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.text.Markdown;
import openkitchen.text.Moments;
import openkitchen.text.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a page of a project's history and has it told, day by day. */
@Component
class Chronicle {

    static final int PAGE = 80;

    /** Left out unless asked for: where a card stands among its neighbours is no news. */
    private static final Set<EventKind> QUIET = EnumSet.of(EventKind.CARD_PLACED, EventKind.COLUMN_RANKED);

    private final Timeline timeline;
    private final People people;
    private final Faces faces;
    private final Projects projects;
    private final Clients clients;
    private final Markdown markdown;
    private final Moments moments;

    Chronicle(
            Timeline timeline,
            People people,
            Faces faces,
            Projects projects,
            Clients clients,
            Markdown markdown,
            Moments moments) {
        this.timeline = timeline;
        this.people = people;
        this.faces = faces;
        this.projects = projects;
        this.clients = clients;
        this.markdown = markdown;
        this.moments = moments;
    }

    /**
     * A page of a history.
     *
     * @param actors those who did something on it
     * @param earlier where the next page goes on, null on the last
     */
    record Page(
            List<HistoryDay> days,
            List<Person> actors,
            @Nullable String earlier) {}

    Page read(Visit visit, Seat seat, Project project, Timeline.Wish wish, boolean quiet, @Nullable String before) {
        List<Event> found = timeline.read(
                seat.project(), wish, quiet ? Set.of() : QUIET, before == null ? null : place(before), PAGE + 1);
        List<Event> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        Scene scene = scene(visit, seat, project, shown);
        Story story = new Story(scene, markdown);
        Map<LocalDate, List<Event>> days = shown.stream()
                .collect(Collectors.groupingBy(
                        event -> scene.when().day(event.at()), LinkedHashMap::new, Collectors.toList()));
        List<HistoryDay> told = new ArrayList<>();
        days.forEach((day, events) -> told.add(new HistoryDay(day, scene.when().heading(day), story.tell(events))));
        List<Person> actors = shown.stream()
                .map(Event::actor)
                .filter(Objects::nonNull)
                .distinct()
                .map(scene.people()::get)
                .filter(Objects::nonNull)
                .toList();
        return new Page(told, actors, found.size() > PAGE ? place(shown.getLast()) : null);
    }

    /** The whole text that belongs to an event, in Markdown; empty when there is none. */
    String text(Seat seat, long number) {
        return timeline.number(seat.project(), number).map(Sayings::body).orElse("");
    }

    private Scene scene(Visit visit, Seat seat, Project project, List<Event> events) {
        When when = moments.in(visit.language(), visit.zone());
        Set<CardId> cards =
                events.stream().map(Event::card).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<CardId, Integer> numbers =
                faces.these(seat, cards).values().stream().collect(Collectors.toMap(Face::id, Face::number));
        return new Scene(
                visit.words(),
                when,
                "/p/" + seat.key(),
                people(project, events),
                numbers,
                projects(seat, events),
                clients(seat, project, events));
    }

    private Map<PersonId, Person> people(Project project, List<Event> events) {
        Map<PersonId, Person> known = new HashMap<>();
        for (Mate mate : project.team()) {
            known.put(mate.person().id(), mate.person());
        }
        Set<PersonId> others = new HashSet<>();
        for (Event event : events) {
            if (event.actor() != null) {
                others.add(event.actor());
            }
            if (event.data().get("person") instanceof Number id) {
                others.add(new PersonId(id.longValue()));
            }
        }
        others.removeAll(known.keySet());
        if (!others.isEmpty()) {
            known.putAll(people.these(others));
        }
        return known;
    }

    private Map<String, String> projects(Seat seat, List<Event> events) {
        boolean asked = events.stream()
                .anyMatch(event -> event.kind() == EventKind.CARD_LEFT || event.kind() == EventKind.CARD_CAME);
        return asked
                ? projects.seenBy(seat.viewer(), "").stream().collect(Collectors.toMap(Project::key, Project::name))
                : Map.of();
    }

    private Map<String, String> clients(Seat seat, Project project, List<Event> events) {
        Map<String, String> known = new HashMap<>();
        if (events.stream().anyMatch(event -> event.data().containsKey("client_from"))) {
            clients.seenBy(seat.viewer())
                    .forEach(client -> known.put(client.id().toString(), client.name()));
            if (project.client() != null) {
                known.put(project.client().id().toString(), project.client().name());
            }
        }
        return known;
    }

    /** A place in a history as it stands in an address: the time and the number of the event that it is behind. */
    private static String place(Event last) {
        return last.at() + "_" + last.number();
    }

    /** @return null, that is the beginning, for what is no place */
    private static Timeline.@Nullable Place place(String text) {
        int bar = text.lastIndexOf('_');
        try {
            return bar < 0
                    ? null
                    : new Timeline.Place(
                            Instant.parse(text.substring(0, bar)), Long.parseLong(text.substring(bar + 1)));
        } catch (DateTimeParseException | NumberFormatException wrong) {
            return null;
        }
    }
}
