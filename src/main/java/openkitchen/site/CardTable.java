package openkitchen.site;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.board.Column;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.history.Timeline;
import openkitchen.id.ColumnId;
import openkitchen.people.Person;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import org.springframework.stereotype.Component;

/** Puts a board's cards into a table: those that are wanted, in groups, sorted. */
@Component
class CardTable {

    /** A table of more rows than these helps nobody. */
    static final int MOST = 1000;

    private final Faces faces;
    private final Timeline timeline;
    private final BoardPieces boards;
    private final Clock clock;

    CardTable(Faces faces, Timeline timeline, BoardPieces boards, Clock clock) {
        this.faces = faces;
        this.timeline = timeline;
        this.boards = boards;
        this.clock = clock;
    }

    /**
     * The table.
     *
     * @param found how many cards are wanted, which may be more than are shown
     * @param all how many cards are on the board
     */
    record Table(BoardView board, List<CardGroup> groups, int found, int all) {}

    Table read(Visit visit, Seat seat, CardListWish wish) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, visit.zone());
        List<Face> all = faces.onBoard(seat);
        List<Face> found = all.stream()
                .filter(face -> wish.fits(face, seat, visit.zone(), now))
                .toList();
        BoardView board = boards.view(seat, visit.language(), found);
        List<CardRow> rows = rows(seat, board, found);
        Comparator<CardRow> order = wish.order();
        List<CardRow> shown = (order == null ? rows.stream() : rows.stream().sorted(order))
                .limit(MOST)
                .toList();
        return new Table(board, groups(visit, board, wish, shown, today), found.size(), all.size());
    }

    private List<CardRow> rows(Seat seat, BoardView board, Collection<Face> found) {
        Map<Long, Instant> changed =
                timeline.times(seat.project(), found.stream().map(Face::version).toList());
        Map<ColumnId, String> names = board.columns().stream().collect(Collectors.toMap(Column::id, Column::name));
        return found.stream()
                .map(face -> new CardRow(
                        face,
                        names.getOrDefault(face.column(), ""),
                        changed.getOrDefault(face.version(), Instant.EPOCH)))
                .toList();
    }

    private List<CardGroup> groups(
            Visit visit, BoardView board, CardListWish wish, List<CardRow> rows, LocalDate today) {
        return switch (wish.group()) {
            case "person" -> people(visit, board, rows);
            case "discipline" -> inOrder(disciplines(visit), rows, row -> discipline(visit, row.face()));
            case "due" ->
                inOrder(
                        List.of("late", "today", "week", "later", "none", "done").stream()
                                .map(due -> due(visit, due))
                                .toList(),
                        rows,
                        row -> due(visit, CardListWish.due(row.face(), visit.zone(), today)));
            case "none" -> rows.isEmpty() ? List.of() : List.of(new CardGroup("", rows));
            default ->
                board.columns().stream()
                        .map(column -> new CardGroup(
                                column.name(),
                                rows.stream()
                                        .filter(row -> row.face().column().equals(column.id()))
                                        .toList()))
                        .filter(group -> !group.rows().isEmpty())
                        .toList();
        };
    }

    private static List<CardGroup> inOrder(List<String> names, List<CardRow> rows, Function<CardRow, String> name) {
        Map<String, List<CardRow>> groups = rows.stream().collect(Collectors.groupingBy(name));
        return names.stream()
                .filter(groups::containsKey)
                .map(each -> new CardGroup(each, groups.getOrDefault(each, List.of())))
                .toList();
    }

    private static List<String> disciplines(Visit visit) {
        List<String> names = new ArrayList<>();
        for (Discipline discipline : Discipline.values()) {
            names.add(visit.say("discipline." + discipline.code()));
        }
        names.add(visit.say("list.no_discipline"));
        return names;
    }

    private static String discipline(Visit visit, Face face) {
        Discipline discipline = face.discipline();
        return visit.say(discipline == null ? "list.no_discipline" : "discipline." + discipline.code());
    }

    private static String due(Visit visit, String due) {
        return visit.say((due.equals("later") || due.equals("done") ? "list." : "filter.") + due);
    }

    /** Each card stands under everybody who is responsible for it. */
    private static List<CardGroup> people(Visit visit, BoardView board, List<CardRow> rows) {
        Map<String, List<CardRow>> groups = new LinkedHashMap<>();
        board.team().forEach(mate -> groups.put(mate.person().name(), new ArrayList<>()));
        String nobody = visit.say("list.nobody");
        List<CardRow> left = new ArrayList<>();
        for (CardRow row : rows) {
            List<Person> people = board.people(row.face());
            people.forEach(person -> groups.computeIfAbsent(person.name(), name -> new ArrayList<>())
                    .add(row));
            if (people.isEmpty()) {
                left.add(row);
            }
        }
        groups.put(nobody, left);
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new CardGroup(group.getKey(), group.getValue()))
                .toList();
    }
}
