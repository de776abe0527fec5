package openkitchen.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import openkitchen.board.ColumnKind;
import openkitchen.id.ColumnId;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.LabelId;
import openkitchen.project.Seat;

/** One story on its way into the rooms: what happens is noted in any order and played in the order of time. */
final class Performance {

    private final Rooms rooms;
    private final Cast cast;
    private final Days days;
    private final Story story;
    private final Wording wording;
    private final Props props;
    private final Map<ColumnKind, ColumnId> columns = new EnumMap<>(ColumnKind.class);
    private final Map<String, LabelId> labels = new HashMap<>();
    private final Map<String, CommentId> said = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    private record Step(Instant at, String who, Consumer<Seat> act) {}

    Performance(Rooms rooms, Cast cast, Days days, Theatre.Prepared prepared) {
        this.rooms = rooms;
        this.cast = cast;
        this.days = days;
        this.story = prepared.story();
        this.wording = new Wording(cast, days, story);
        this.props = new Props(story, wording, prepared.studio());
    }

    void play() {
        new ProjectPlot(this).write();
        int number = 0;
        for (Story.Scene scene : story.inOrder(days)) {
            new CardPlot(this, ++number, scene).write();
        }
        // The sort is stable: what happens at one time happens in the order in which it was noted.
        steps.sort(Comparator.comparing(Step::at));
        for (Step step : steps) {
            rooms.history().at(step.at(), () -> tried(step));
        }
    }

    private void tried(Step step) {
        try {
            play(step);
        } catch (RuntimeException wrong) {
            throw new IllegalStateException("%s: %s at %s".formatted(story.key(), step.who(), step.at()), wrong);
        }
    }

    /** What somebody does at one time is one change, however much it is. */
    private void play(Step step) {
        Seat seat = seat(step.who());
        rooms.history().change(seat.project(), seat.viewer().person(), pen -> {
            step.act().accept(seat);
            return pen.next();
        });
    }

    private Seat seat(String who) {
        return rooms.projects().seat(cast.viewer(who), story.key());
    }

    void then(Instant at, String who, Consumer<Seat> act) {
        steps.add(new Step(at, who, act));
    }

    Rooms rooms() {
        return rooms;
    }

    Cast cast() {
        return cast;
    }

    Days days() {
        return days;
    }

    Story story() {
        return story;
    }

    String word(String text) {
        return wording.of(text);
    }

    void laid(Map<ColumnKind, ColumnId> board) {
        columns.putAll(board);
    }

    ColumnId column(ColumnKind kind) {
        return Objects.requireNonNull(columns.get(kind));
    }

    void known(String label, LabelId id) {
        labels.put(label, id);
    }

    LabelId label(String name) {
        return Objects.requireNonNull(labels.get(name), () -> "no label " + name);
    }

    void said(String name, CommentId id) {
        said.put(name, id);
    }

    /** What was said under this name before. */
    CommentId said(String name) {
        return Objects.requireNonNull(said.get(name), () -> "nobody said " + name);
    }

    /** The lines of a text of the story. */
    List<String> lines(String name) {
        try (InputStream text = props.open(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Brings a file of the story into the store, as somebody's. */
    FileId file(String name, String who) {
        return rooms.files().keep(props.open(name), name, cast.person(who).id()).id();
    }
}
