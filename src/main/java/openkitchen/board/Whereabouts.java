package openkitchen.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.id.CardId;
import openkitchen.id.ProjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says where cards found over many projects are. Only within the projects that are given: those that the asker may see. */
@Component
public class Whereabouts {

    private static final String SELECT = """
            select c.id, c.number, c.title, p.key, p.name from card c join project p on p.id = c.project_id
            """;

    private final JdbcClient sql;

    Whereabouts(JdbcClient sql) {
        this.sql = sql;
    }

    public record Spot(CardId card, int number, String title, String projectKey, String projectName) {}

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

    /** The cards of this number, those of the newest projects first; at most {@code limit}. */
    public List<Spot> numbered(Collection<ProjectId> projects, int number, int limit) {
        return sql.sql(SELECT + """
                         where c.number = :number and c.project_id = any(:projects)
                         order by c.project_id desc limit :limit
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
                row.getString("key"),
                row.getString("name"));
    }
}
