package openkitchen.board;

import static openkitchen.board.ManyRows.number;
import static openkitchen.board.ManyRows.time;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.ColumnId;
import openkitchen.id.LabelId;
import openkitchen.search.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes many columns, labels and cards at once, with their own times and people, as an import brings them; each list comes
 * back as ids in the same order. It writes no events: whoever brings tells what came.
 */
@Component
public class Bringing {

    /** A number above this comes from no board that people count on. */
    private static final int HIGHEST_NUMBER = 10_000_000;

    private final JdbcClient sql;
    private final ManyRows many;
    private final SearchIndex search;
    private final ObjectMapper json;

    Bringing(JdbcClient sql, ManyRows many, SearchIndex search, ObjectMapper json) {
        this.sql = sql;
        this.many = many;
        this.search = search;
        this.json = json;
    }

    /** Columns, behind those that are there. */
    public List<ColumnId> columns(Pen pen, List<Brought.OfColumn> columns) {
        List<Long> ids = many.ids("board_column", columns.size());
        long project = pen.project().value();
        String last =
                many.lastRanks("board_column", "project_id", List.of(project)).get(project);
        List<String> ranks = Rank.behind(last, columns.size());
        many.write("""
                        insert into board_column (id, project_id, name, kind, colour, wip_limit, rank, archived_at, archived_by)
                        overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, places(columns), (row, i) -> {
            Brought.OfColumn column = columns.get(i);
            row.setLong(1, ids.get(i));
            row.setLong(2, project);
            row.setString(3, column.name());
            row.setString(4, column.kind().code());
            row.setString(5, column.colour());
            row.setObject(6, column.wipLimit(), Types.INTEGER);
            row.setString(7, ranks.get(i));
            time(row, 8, column.archived());
            number(row, 9, null);
        });
        return ids.stream().map(ColumnId::new).toList();
    }

    public List<LabelId> labels(Pen pen, List<Brought.OfLabel> labels) {
        List<Long> ids = many.ids("label", labels.size());
        many.write(
                "insert into label (id, project_id, name, colour) overriding system value values (?, ?, ?, ?)",
                places(labels),
                (row, i) -> {
                    row.setLong(1, ids.get(i));
                    row.setLong(2, pen.project().value());
                    row.setString(3, labels.get(i).name());
                    row.setString(4, labels.get(i).colour());
                });
        return ids.stream().map(LabelId::new).toList();
    }

    /**
     * Gives each card a number of the project: the one that it wishes where no card ever had it, else one above all. Numbers
     * given are used up.
     */
    public List<Integer> numbers(Pen pen, List<@Nullable Integer> wishes) {
        int made = sql.sql("select cards_made from project where id = ?")
                .param(pen.project().value())
                .query(Integer.class)
                .single();
        Set<Integer> taken = new HashSet<>();
        int highest = made;
        for (Integer wish : wishes) {
            if (wish != null && wish <= HIGHEST_NUMBER) {
                highest = Math.max(highest, wish);
            }
        }
        List<Integer> numbers = new ArrayList<>();
        for (Integer wish : wishes) {
            boolean free = wish != null && wish > made && wish <= HIGHEST_NUMBER && taken.add(wish);
            numbers.add(free && wish != null ? wish : ++highest);
        }
        sql.sql("update project set cards_made = ? where id = ?")
                .params(highest, pen.project().value())
                .update();
        return numbers;
    }

    /** Cards with their labels and people, in each column behind those that are there. */
    public List<CardId> cards(Pen pen, List<Brought.OfCard> cards) {
        List<Long> ids = many.ids("card", cards.size());
        String[] ranks = ranks(cards);
        many.write("""
                        insert into card (id, project_id, number, column_id, rank, kind, title, start_at, due_at, done_at,
                                          cover_colour, version, created_at, created_by, archived_at)
                        overriding system value values (?, ?, ?, ?, ?, 'task', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, places(cards), (row, i) -> {
            Brought.OfCard card = cards.get(i);
            row.setLong(1, ids.get(i));
            row.setLong(2, pen.project().value());
            row.setInt(3, card.number());
            row.setLong(4, card.column().value());
            row.setString(5, ranks[i]);
            row.setString(6, card.title());
            time(row, 7, card.start());
            time(row, 8, card.due());
            time(row, 9, card.done());
            row.setString(10, card.coverColour());
            row.setLong(11, pen.next());
            time(row, 12, card.created());
            number(row, 13, card.creator() == null ? null : card.creator().value());
            time(row, 14, card.archived());
        });
        record Pair(long card, long other) {}
        List<Pair> labels = new ArrayList<>();
        List<Pair> people = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            long id = ids.get(i);
            cards.get(i).labels().forEach(label -> labels.add(new Pair(id, label.value())));
            cards.get(i).people().forEach(person -> people.add(new Pair(id, person.value())));
        }
        many.write(
                "insert into card_label (card_id, label_id) values (?, ?) on conflict do nothing",
                labels,
                (row, pair) -> {
                    row.setLong(1, pair.card());
                    row.setLong(2, pair.other());
                });
        many.write(
                "insert into card_person (card_id, person_id) values (?, ?) on conflict do nothing",
                people,
                (row, pair) -> {
                    row.setLong(1, pair.card());
                    row.setLong(2, pair.other());
                });
        return ids.stream().map(CardId::new).toList();
    }

    private String[] ranks(List<Brought.OfCard> cards) {
        Map<Long, List<Integer>> byColumn = new HashMap<>();
        for (int i = 0; i < cards.size(); i++) {
            byColumn.computeIfAbsent(cards.get(i).column().value(), column -> new ArrayList<>())
                    .add(i);
        }
        Map<Long, String> last = many.lastRanks("card", "column_id", byColumn.keySet());
        String[] ranks = new String[cards.size()];
        byColumn.forEach((column, places) -> {
            List<String> dealt = Rank.behind(last.get(column), places.size());
            for (int i = 0; i < places.size(); i++) {
                ranks[places.get(i)] = dealt.get(i);
            }
        });
        return ranks;
    }

    /** The words of cards that were just brought; from now on they are found. */
    public void texts(Pen pen, List<Brought.OfText> texts) {
        many.write(
                "insert into card_text (card_id, description, source) values (?, ?, ?::jsonb)", texts, (row, text) -> {
                    row.setLong(1, text.card().value());
                    row.setString(2, text.description());
                    row.setString(3, text.source().isEmpty() ? null : json.writeValueAsString(text.source()));
                });
        sql.sql("update card set described = true where id = any(:cards)")
                .param(
                        "cards",
                        texts.stream()
                                .filter(text -> !text.description().isBlank())
                                .map(text -> text.card().value())
                                .toArray(Long[]::new))
                .update();
        search.keep(
                pen.project(),
                texts.stream()
                        .map(text -> new SearchIndex.Document(text.card(), null, text.title(), text.description()))
                        .toList());
    }

    /** The numbers of those of these cards that are still in the project. */
    public Map<CardId, Integer> there(Pen pen, Collection<CardId> cards) {
        return sql
                .sql("select id, number from card where project_id = :project and id = any(:cards)")
                .param("project", pen.project().value())
                .param("cards", cards.stream().map(CardId::value).toArray(Long[]::new))
                .query((row, index) -> Map.entry(new CardId(row.getLong(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static List<Integer> places(List<?> things) {
        List<Integer> places = new ArrayList<>(things.size());
        for (int i = 0; i < things.size(); i++) {
            places.add(i);
        }
        return places;
    }
}
