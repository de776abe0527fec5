package openkitchen.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is late in the demo with what, by the beginning of what was asked. */
final class Lateness {

    /** What the demo's people are late with on purpose, whenever it is opened. */
    static final List<String> MEANT = List.of(
            "A voucher site shows a \"HARBOR", "Письмо со сметой будет уходить", "Через восемь дней старт по бру");

    private Lateness() {}

    static List<String> of(JdbcClient sql, Instant now) {
        return sql.sql("""
                        select left(c.body, 30) from turn t join comment c on c.id = t.comment_id
                         where t.closed_at is null and t.paused_at is null and t.due_at <= ? order by c.body collate "C"
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }
}
