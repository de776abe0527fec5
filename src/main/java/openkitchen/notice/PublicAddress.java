package openkitchen.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Under which address letters lead back here: as configured, else as the agency's people reached this installation last. */
@Component
public class PublicAddress {

    private final JdbcClient sql;
    private final Clock clock;
    private final String configured;
    private final String port;
    private volatile String noted = "";

    PublicAddress(
            JdbcClient sql,
            Clock clock,
            @Value("${openkitchen.url:}") String configured,
            @Value("${server.port:8080}") String port) {
        this.sql = sql;
        this.clock = clock;
        this.configured = configured.strip().replaceAll("/+$", "");
        this.port = port;
    }

    /** Without a slash at its end. */
    public String url() {
        if (!configured.isEmpty()) {
            return configured;
        }
        return sql.sql("select url from own_address")
                .query(String.class)
                .optional()
                .orElse("http://localhost:" + port);
    }

    /** Whether the address has to be learnt from how people come. */
    public boolean unknown() {
        return configured.isEmpty();
    }

    /** Somebody whom the agency trusts came by this address. */
    public void note(String url) {
        if (!unknown() || url.equals(noted)) {
            return;
        }
        Instant now = clock.instant();
        sql.sql("""
                        insert into own_address (url, at) values (?, ?)
                        on conflict (only_one) do update set url = excluded.url, at = excluded.at
                        """).params(url, now.atOffset(ZoneOffset.UTC)).update();
        noted = url;
    }
}
