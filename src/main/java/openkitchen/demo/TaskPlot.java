package openkitchen.demo;

import static openkitchen.demo.Story.all;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import openkitchen.board.ColumnKind;
import openkitchen.demo.Days.Line;
import openkitchen.id.ChecklistId;
import openkitchen.id.ItemId;
import openkitchen.project.Seat;

/** The checklists of a card: written when it is made, ticked off one after another while it is being worked on. */
final class TaskPlot {

    private static final String DONE = "x ";

    private final Performance performance;
    private final int number;
    private final Story.Scene scene;
    private final Line made;
    private final List<Line> moves;
    private final List<ItemId> done = new ArrayList<>();

    TaskPlot(Performance performance, int number, Story.Scene scene, Line made, List<Line> moves) {
        this.performance = performance;
        this.number = number;
        this.scene = scene;
        this.made = made;
        this.moves = moves;
    }

    void write() {
        all(scene.lists())
                .forEach(tasks -> performance.then(made.at().plusSeconds(40), made.who(), seat -> list(seat, tasks)));
        int count = (int) all(scene.lists()).stream()
                .flatMap(tasks -> tasks.items().stream())
                .filter(item -> item.startsWith(DONE))
                .count();
        String who = all(scene.people()).stream().findFirst().orElse(made.who());
        List<Instant> times = performance.days().between(workBegins(), workEnds(), count);
        for (int i = 0; i < count; i++) {
            int place = i;
            performance.then(
                    times.get(i),
                    who,
                    seat -> performance.rooms().checklists().tick(seat, number, done.get(place), true));
        }
    }

    private void list(Seat seat, Story.Tasks tasks) {
        ChecklistId list = performance.rooms().checklists().add(seat, number, tasks.name());
        for (String item : tasks.items()) {
            boolean ticked = item.startsWith(DONE);
            String body = performance.word(ticked ? item.substring(DONE.length()) : item);
            ItemId id = performance.rooms().checklists().addItem(seat, number, list, body);
            if (ticked) {
                done.add(id);
            }
        }
    }

    private Instant workBegins() {
        return moves.stream()
                .filter(move -> move.one().equals(ColumnKind.DOING.code()))
                .map(Line::at)
                .findFirst()
                .orElse(made.at().plus(Duration.ofHours(1)));
    }

    /** When it went on to the client or was done; else it is being worked on to this day. */
    private Instant workEnds() {
        return moves.stream()
                .filter(move -> move.at().isAfter(workBegins()))
                .map(Line::at)
                .findFirst()
                .orElse(
                        workBegins().isAfter(performance.days().time("1 17:30"))
                                ? workBegins().plus(Duration.ofMinutes(30))
                                : performance.days().time("1 17:30"));
    }
}
