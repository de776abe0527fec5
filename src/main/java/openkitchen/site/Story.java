package openkitchen.site;

import static openkitchen.history.EventKind.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import openkitchen.history.Event;
import openkitchen.history.EventKind;
import openkitchen.text.Markdown;

/**
 * Tells a project's events as a story: one line for each, but for runs of small ones by the same person. Nothing is left out:
 * what a line stands for can be unfolded from it.
 */
final class Story {

    private static final Duration AT_ONCE = Duration.ofMinutes(10);
    private static final int EXCERPT = 240;

    /** What goes together when it happens to one card. */
    private static final Set<EventKind> ON_A_CARD = EnumSet.of(
            ITEM_ADDED,
            ITEM_DONE,
            ITEM_UNDONE,
            ITEM_REMOVED,
            CHECKLIST_ADDED,
            FILE_ATTACHED,
            FILE_REMOVED,
            CARD_LABELLED,
            CARD_UNLABELLED,
            CARD_PERSON_ADDED,
            CARD_PERSON_REMOVED);

    /** What goes together wherever it happens. */
    private static final Set<EventKind> ANYWHERE =
            EnumSet.of(COLUMN_ADDED, LABEL_ADDED, LABEL_REMOVED, CARD_ARCHIVED, CARD_RESTORED, CARD_DELETED);

    /** What is part of making a card when it follows at once. */
    private static final Set<EventKind> MAKING = EnumSet.of(
            CARD_DESCRIBED,
            CARD_CHANGED,
            CARD_DATED,
            CARD_LABELLED,
            CARD_PERSON_ADDED,
            CARD_COVERED,
            CARD_FIELD_SET,
            CHECKLIST_ADDED,
            ITEM_ADDED,
            FILE_ATTACHED);

    private final Scene scene;
    private final Markdown markdown;

    Story(Scene scene, Markdown markdown) {
        this.scene = scene;
        this.markdown = markdown;
    }

    /** The events of one day, given newest first, as lines, newest first. */
    List<Told> tell(List<Event> events) {
        return made(cards(events));
    }

    /** Cards with what was done while making them. */
    private List<Card> cards(List<Event> events) {
        List<Card> told = new ArrayList<>();
        for (int at = 0; at < events.size(); ) {
            int birth = birth(events, at);
            if (birth > at) {
                told.add(new Card(events.get(birth), line(events.get(birth)).with(lines(events.subList(at, birth)))));
                at = birth + 1;
            } else {
                int end = run(events, at);
                told.add(new Card(events.get(at), line(events.subList(at, end))));
                at = end;
            }
        }
        return told;
    }

    private record Card(Event event, Told told) {}

    /** Where the card was made of which the events from here on are the making; {@code at} itself when there is none. */
    private static int birth(List<Event> events, int at) {
        Event first = events.get(at);
        for (int i = at; i < events.size() && follows(events.get(i), first) && sameCard(events.get(i), first); i++) {
            if (events.get(i).kind() == CARD_ADDED || events.get(i).kind() == CARD_COPIED) {
                return i;
            }
            if (!MAKING.contains(events.get(i).kind())) {
                return at;
            }
        }
        return at;
    }

    /** Three cards and more that somebody made one after another are one line. */
    private List<Told> made(List<Card> cards) {
        List<Told> lines = new ArrayList<>();
        for (int at = 0; at < cards.size(); ) {
            int end = at + 1;
            while (end < cards.size()
                    && cards.get(at).event().kind() == CARD_ADDED
                    && cards.get(end).event().kind() == CARD_ADDED
                    && follows(cards.get(end).event(), cards.get(end - 1).event())) {
                end++;
            }
            if (end - at > 2) {
                List<Told> inner =
                        cards.subList(at, end).stream().map(Card::told).toList();
                lines.add(over(cards.subList(at, end).stream().map(Card::event).toList(), List.of())
                        .with(inner.reversed()));
            } else {
                cards.subList(at, end).forEach(card -> lines.add(card.told()));
            }
            at = end;
        }
        return lines;
    }

    private List<Told> lines(List<Event> events) {
        List<Told> lines = new ArrayList<>();
        for (int at = 0; at < events.size(); ) {
            int end = run(events, at);
            lines.add(line(events.subList(at, end)));
            at = end;
        }
        return lines.reversed();
    }

    /** Where the run of the event at this place ends. */
    private static int run(List<Event> events, int at) {
        int end = at + 1;
        while (end < events.size() && joined(events.get(end), events.get(end - 1))) {
            end++;
        }
        return end;
    }

    private static boolean joined(Event before, Event after) {
        if (before.kind() != after.kind() || !follows(before, after)) {
            return false;
        }
        return ANYWHERE.contains(after.kind())
                || (ON_A_CARD.contains(after.kind())
                        && sameCard(before, after)
                        && before.text("list").equals(after.text("list"))
                        && before.text("url").isEmpty() == after.text("url").isEmpty());
    }

    private static boolean follows(Event before, Event after) {
        return Objects.equals(before.actor(), after.actor())
                && Objects.equals(before.source(), after.source())
                && Duration.between(before.at(), after.at()).abs().compareTo(AT_ONCE) <= 0;
    }

    private static boolean sameCard(Event before, Event after) {
        return before.card() != null && before.card().equals(after.card());
    }

    private Told line(List<Event> run) {
        if (run.size() == 1) {
            return line(run.getFirst());
        }
        return over(
                run,
                run.reversed().stream()
                        .map(event -> new EventWords(scene, event).item())
                        .toList());
    }

    private Told over(List<Event> run, List<List<Phrase>> items) {
        Event last = run.getFirst();
        return told(last, new EventWords(scene, last).many(run.size()), items, "", false);
    }

    private Told line(Event event) {
        String body = Sayings.body(event);
        String excerpt = markdown.plain(body, EXCERPT);
        boolean more = body.length() > EXCERPT || body.strip().contains("\n");
        return told(event, new EventWords(scene, event).sentence(), List.of(), excerpt, more);
    }

    private Told told(Event event, List<Phrase> sentence, List<List<Phrase>> items, String excerpt, boolean more) {
        return new Told(
                event.number(),
                event.at(),
                scene.when().time(event.at()),
                event.actor() == null ? null : scene.people().get(event.actor()),
                sentence,
                items,
                excerpt,
                more && !excerpt.isEmpty(),
                origin(event),
                event.kind() == CARD_ADDED,
                List.of());
    }

    private String origin(Event event) {
        String source = event.source();
        if (source == null) {
            return "";
        }
        String key = "event.origin." + source;
        return scene.words().know(key) ? scene.words().say(key) : scene.words().say("event.origin", "source", source);
    }
}
