package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import openkitchen.board.Faces;
import openkitchen.history.Event;
import openkitchen.history.Timeline;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}")
@Tag(
        name = "History",
        description = "What happened in a project, from its first event. Nothing is ever changed in it or removed.")
class HistoryResource {

    private static final int MOST = 1000;

    private final Timeline timeline;
    private final Faces faces;

    HistoryResource(Timeline timeline, Faces faces) {
        this.timeline = timeline;
        this.faces = faces;
    }

    @Schema(name = "Event")
    record EventView(
            @Schema(description = "Its place in the project's history: 1, 2, 3 … without gaps.")
            long number,

            @Schema(description = "When it happened; for what was imported, its time over there.")
            Instant at,

            @Schema(description = "Who did it; null for the product itself.") @Nullable
            Long actor,

            @Schema(example = "card.moved") String kind,

            @Schema(description = "The id of the card that it is about; the card may be gone.") @Nullable
            Long card,

            @Schema(description = "Where it was imported from.", example = "trello") @Nullable
            String source,

            @Schema(description = "What is needed to understand it after everything else is gone.")
            Map<String, Object> data) {

        static EventView of(Event event) {
            return new EventView(
                    event.number(),
                    event.at(),
                    event.actor() == null ? null : event.actor().value(),
                    event.kind().code(),
                    event.card() == null ? null : event.card().value(),
                    event.source(),
                    event.data());
        }
    }

    @Schema(name = "Events")
    record EventsView(
            List<EventView> items,

            @Schema(description = "Give it as `since` to go on, now or later.")
            long next,

            @Schema(description = "The number of the last event there is.")
            long version) {}

    @GetMapping("/events")
    @Operation(
            operationId = "listEvents",
            summary = "Read the events in their order, from where one stopped",
            description = "For mirrors and followers: keep `next`, and nothing is missed and nothing comes twice.")
    ResponseEntity<EventsView> events(
            Asking asking,
            @PathVariable String key,
            @Parameter(description = "The number of the last event that is known already.")
                    @RequestParam(defaultValue = "0")
                    long since,
            @RequestParam(defaultValue = "200") int limit) {
        Seat seat = asking.seat(key);
        int most = Page.limit(limit, MOST);
        return asking.answer(seat, () -> {
            List<EventView> items = timeline.since(seat.project(), since, seat.version(), most).stream()
                    .map(EventView::of)
                    .toList();
            return new EventsView(
                    items, items.isEmpty() ? since : items.getLast().number(), seat.version());
        });
    }

    @GetMapping("/timeline")
    @Operation(operationId = "readTimeline", summary = "Read the history backwards, newest first, filtered")
    ResponseEntity<Page<EventView>> timeline(
            Asking asking,
            @PathVariable String key,
            @Parameter(description = "A card's number.") @RequestParam(required = false) @Nullable Integer card,
            @Parameter(
                            description =
                                    "What it is about: the part of the kind before the dot, like `card` or `comment`. May be repeated.")
                    @RequestParam(defaultValue = "")
                    List<String> subject,
            @Parameter(description = "A person's id.") @RequestParam(required = false) @Nullable Long actor,
            @Parameter(schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Before then.", schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Seat seat = asking.seat(key);
        int most = Page.limit(limit, Page.LIMIT);
        CardId about = card == null ? null : faces.number(seat, card).id();
        Timeline.Wish wish = new Timeline.Wish(
                about,
                subject,
                Input.id(actor, PersonId::new),
                Input.moment("from", from),
                Input.moment("until", until));
        Timeline.Place before = place(Page.place("timeline", cursor));
        return asking.answer(seat, () -> page(timeline.read(seat.project(), wish, before, most + 1), most));
    }

    private static Page<EventView> page(List<Event> found, int most) {
        List<Event> page = found.size() > most ? found.subList(0, most) : found;
        String next = found.size() > most
                ? Page.cursor(
                        "timeline", page.getLast().at() + "/" + page.getLast().number())
                : null;
        return new Page<>(page.stream().map(EventView::of).toList(), next);
    }

    private static Timeline.@Nullable Place place(String place) {
        if (place.isEmpty()) {
            return null;
        }
        try {
            int slash = place.indexOf('/');
            return new Timeline.Place(
                    Instant.parse(place.substring(0, slash)), Long.parseLong(place.substring(slash + 1)));
        } catch (RuntimeException nonsense) {
            throw Page.wrong();
        }
    }
}
