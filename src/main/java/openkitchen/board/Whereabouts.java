package openkitchen.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.id.CardId;
import openkitchen.id.ProjectId;
import openkitchen.project.Discipline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says where cards found over many projects are. Only within the projects that are given: those that the asker may see. */
@Component
public class Whereabouts {

    private static final String SELECT = """
            select c.id, c.number, c.title, c.discipline, k.name as column_name,
                   c.archived_at is not null or k.archived_at is not null as archived, p.key, p.name, l.name as client
              from card c join board_column k on k.id = c.column_id
              join project p on p.id = c.project_id left join client l on l.id = p.client_id
            """;

    private final JdbcClient sql;

    Whereabouts(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A card where it is.
     *
     * @param archived by itself or with its column
     * @param client empty for an inner project
     */
    public record Spot(
            CardId card,
            int number,
            String title,
            @Nullable Discipline discipline,
            String column,
            boolean archived,
            String projectKey,
            String projectName,
            String client) {}

    /** These cards, those of them that are in one of the projects. */
    public Map<CardId, Spot> of(Collection<ProjectId> projects, Collection<CardId> cards) {
        return sql
                .sql(SELECT + " where c.id = any(:cards) and c.project_id = any(:projects)")
                .param("cards", cards.stream().map(CardId::value).toArray(Long[]::new))
                .param("projects", projects.stream().map(ProjectId::value).toArray(Long[]::new))
                .query(Whereabouts::spot)
                .list()
                .stream()
                .collect(Collectors.toMap(Spot::card, Function.identity()));
    }

    /** The cards of this number, those on a board and of the newest projects first; at most {@code limit}. */
    public List<Spot> numbered(Collection<ProjectId> projects, int number, int limit) {
        return sql.sql(SELECT + """
                         where c.number = :number and c.project_id = any(:projects)
                         order by archived, c.project_id desc limit :limit
                        """)
                .param("number", number)
                .param("projects", projects.stream().map(ProjectId::value).toArray(Long[]::new))
                .param("limit", limit)
                .query(Whereabouts::spot)
                .list();
    }

    private static Spot spot(ResultSet row, int index) throws SQLException {
        return new Spot(
                new CardId(row.getLong("id")),
                row.getInt("number"),
                row.getString("title"),
                Optional.ofNullable(row.getString("discipline"))
                        .flatMap(Discipline::find)
                        .orElse(null),
                row.getString("column_name"),
                row.getBoolean("archived"),
                row.getString("key"),
                row.getString("name"),
                Optional.ofNullable(row.getString("client")).orElse(""));
    }
}
