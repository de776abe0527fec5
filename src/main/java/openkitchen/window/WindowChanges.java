package openkitchen.window;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import openkitchen.id.PersonId;
import openkitchen.people.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed which of these settings, when, from what to what. They are the agency's, so no project's history has them. */
@Component
public class WindowChanges {

    private final JdbcClient sql;
    private final Clock clock;

    WindowChanges(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    enum What {
        WEEK,
        DAY_OFF,
        HOLIDAY,
        COUNTRY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who changed something last, and when. */
    public record Last(Instant at, PersonId by) {}

    /** The last change of what is set for a person. */
    public Optional<Last> last(PersonId person) {
        return last("person_id = ?", person.value());
    }

    /** The last change of the agency's holidays. */
    public Optional<Last> lastOfAgency() {
        return last("person_id is null");
    }

    private Optional<Last> last(String which, Object... parameters) {
        return sql.sql("select at, by_id from window_change where " + which + " order by id desc limit 1")
                .params(parameters)
                .query((row, index) -> new Last(
                        row.getObject("at", OffsetDateTime.class).toInstant(), new PersonId(row.getLong("by_id"))))
                .optional();
    }

    /** Keeps a change, within its transaction. A null person stands for the whole agency. */
    void note(Viewer viewer, @Nullable PersonId person, What what, String was, String became) {
        sql.sql("""
                        insert into window_change (at, by_id, person_id, what, was, became)
                        values (:now, :by, :person, :what, :was, :became)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", viewer.person().value())
                .param("person", person == null ? null : person.value())
                .param("what", what.code())
                .param("was", was)
                .param("became", became)
                .update();
    }
}
