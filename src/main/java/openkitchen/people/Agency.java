package openkitchen.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The agency that this installation serves. */
@Component
public class Agency {

    private final JdbcClient sql;

    Agency(JdbcClient sql) {
        this.sql = sql;
    }

    /** Its name, empty before the set-up. */
    public String name() {
        return sql.sql("select name from agency").query(String.class).optional().orElse("");
    }

    public void rename(String name) {
        sql.sql("update agency set name = ?").param(name.strip()).update();
    }
}
