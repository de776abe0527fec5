package openkitchen.project;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import openkitchen.id.ClientId;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The agency's clients. Only the agency's owners and accounts see the list; everybody else knows the clients of their projects. */
@Component
public class Clients {

    private final JdbcClient sql;
    private final Clock clock;

    Clients(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @throws Forbidden for others than owners and accounts */
    public ClientId add(Viewer viewer, String name) {
        if (!viewer.leads()) {
            throw new Forbidden("error.only_leads");
        }
        new Faults().text("client", name, People.NAME_LIMIT).stop();
        return new ClientId(
                sql.sql("insert into client (name, created_at, created_by) values (:name, :now, :by) returning id")
                        .param("name", name.strip())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", viewer.person().value())
                        .query(Long.class)
                        .single());
    }

    /** All clients by name; empty for whoever may not see the list. */
    public List<Client> seenBy(Viewer viewer) {
        if (!viewer.leads()) {
            return List.of();
        }
        return sql.sql("select id, name from client order by lower(name), id")
                .query((row, index) -> new Client(new ClientId(row.getLong("id")), row.getString("name")))
                .list();
    }

    /** @throws NotFound for an unknown client, or a viewer who may not see it */
    public Client one(Viewer viewer, ClientId id) {
        return seenBy(viewer).stream()
                .filter(client -> client.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
