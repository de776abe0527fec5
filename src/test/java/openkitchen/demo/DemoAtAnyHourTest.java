package openkitchen.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever opens the demo, whenever, finds people who keep their word, but for the few who are late on purpose. */
@SpringBootTest(properties = "a-kitchen-of-its-own=for the demo at any hour")
@ContextConfiguration(initializers = KitchenTest.OnATestDatabase.class)
class DemoAtAnyHourTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    static Instant now = Instant.now();

    @TestConfiguration
    static class OfOurOwn {

        @Bean
        @Primary
        Clock movable() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            };
        }
    }

    @Autowired
    Demo demo;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T12:05, just after a window",
        "2026-11-30T08:40, on a Monday morning",
        "2026-12-05T23:50, on a Saturday night",
        "2027-01-04T14:00, in the holidays",
        "2026-11-26T03:30, at night",
        "2026-11-26T17:58, in the last minutes of a window"
    })
    void onlyThoseAreLateWhoAreMeantToBe(LocalDateTime local, String when) {
        now = local.atZone(MOSCOW).toInstant();
        List<String> late = transaction.execute(status -> {
            status.setRollbackOnly();
            demo.open();
            return Lateness.of(sql, now);
        });
        assertThat(late).as(when).containsExactlyElementsOf(Lateness.MEANT);
    }
}
