package openkitchen.demo;

import static openkitchen.demo.Story.all;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.board.ColumnKind;
import openkitchen.demo.Days.Line;
import openkitchen.id.AttachmentId;
import openkitchen.id.FileId;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;

/** What a story tells of one card. */
final class CardPlot {

    private final Performance performance;
    private final Rooms rooms;
    private final Days days;
    private final int number;
    private final Story.Scene scene;
    private final Line made;
    private final List<Line> moves;

    CardPlot(Performance performance, int number, Story.Scene scene) {
        this.performance = performance;
        this.rooms = performance.rooms();
        this.days = performance.days();
        this.number = number;
        this.scene = scene;
        this.made = days.line(scene.made());
        this.moves = all(scene.moves()).stream().map(days::line).toList();
    }

    void write() {
        performance.then(made.at(), made.who(), this::make);
        performance.then(made.at().plusSeconds(20), made.who(), this::mark);
        new TaskPlot(performance, number, scene, made, moves).write();
        all(scene.files()).forEach(entry -> entry.forEach((when, what) -> attach(days.line(when), what)));
        moves.forEach(this::move);
        new TalkPlot(performance, number, scene).write();
        if (scene.rewritten() != null) {
            Line line = days.line(scene.rewritten());
            performance.then(
                    line.at(), line.who(), seat -> rooms.writing().describe(seat, number, -1, text(scene.text())));
        }
        if (scene.archived() != null) {
            Line line = days.line(scene.archived());
            performance.then(line.at(), line.who(), seat -> rooms.archiving().archive(seat, number));
        }
    }

    private void make(Seat seat) {
        int given = scene.of() == null
                ? add(seat)
                : rooms.triage().intoCard(seat, performance.said(scene.of()), performance.word(scene.title()));
        if (given != number) {
            throw new IllegalStateException("card %d became %d".formatted(number, given));
        }
    }

    private int add(Seat seat) {
        ColumnKind column = column(made.one());
        Cards.NewCard wanted = new Cards.NewCard(
                performance.column(column),
                performance.word(scene.title()),
                text(scene.draft() == null ? scene.text() : scene.draft()),
                kind(),
                discipline(),
                column == ColumnKind.REPORTS);
        return rooms.cards().add(seat, wanted).number();
    }

    private static ColumnKind column(String code) {
        return ColumnKind.find(code).orElseThrow();
    }

    private CardKind kind() {
        return scene.kind() == null
                ? CardKind.TASK
                : CardKind.find(scene.kind()).orElseThrow();
    }

    private @Nullable Discipline discipline() {
        return scene.discipline() == null
                ? null
                : Discipline.find(scene.discipline()).orElseThrow();
    }

    private String text(@Nullable String words) {
        return words == null ? "" : performance.word(words);
    }

    private void mark(Seat seat) {
        Set<Discipline> affected = ProjectPlot.disciplines(all(scene.affects()));
        if (!affected.isEmpty()) {
            rooms.marking().as(seat, number, kind(), discipline(), affected);
        }
        all(scene.labels()).forEach(label -> rooms.marking().label(seat, number, performance.label(label)));
        all(scene.people())
                .forEach(who -> rooms.marking()
                        .assign(seat, number, performance.cast().person(who).id()));
        if (scene.start() != null || scene.due() != null) {
            rooms.marking().date(seat, number, time(scene.start()), time(scene.due()));
        }
        if (scene.cover() != null && !ofFile(scene.cover())) {
            rooms.marking().cover(seat, number, null, scene.cover());
        }
    }

    private @Nullable Instant time(@Nullable String when) {
        return when == null ? null : days.time(when);
    }

    private static boolean ofFile(String cover) {
        return cover.contains(".");
    }

    private void attach(Line line, String what) {
        performance.then(line.at(), line.who(), seat -> {
            if (what.contains(" | ")) {
                String[] link = what.split(" \\| ");
                rooms.attachments().link(seat, number, link[1], link[0]);
                return;
            }
            FileId file = performance.file(what, line.who());
            AttachmentId attached = rooms.attachments().attach(seat, number, file);
            if (what.equals(scene.cover())) {
                rooms.marking().cover(seat, number, attached, null);
            }
        });
    }

    /** What is new in a column stands on top, except where a plan is worked off in its order. */
    private void move(Line line) {
        ColumnKind to = column(line.one());
        performance.then(line.at(), line.who(), seat -> {
            Integer after = to == ColumnKind.PLANNED ? (Integer) Integer.MAX_VALUE : null;
            rooms.moving().place(seat, number, performance.column(to), after);
            if (to == ColumnKind.DONE && scene.due() != null) {
                rooms.marking().done(seat, number, true);
            }
        });
    }
}
