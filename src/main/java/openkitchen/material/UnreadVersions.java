package openkitchen.material;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import openkitchen.id.CardId;
import openkitchen.id.MaterialId;
import openkitchen.id.ProjectId;
import openkitchen.id.VersionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions whose text search does not know yet. They come here in the change that makes them, and go once search has them. */
@Component
class UnreadVersions {

    private final JdbcClient sql;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    UnreadVersions(
            JdbcClient sql, Clock clock, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** There is something to be read: told within the change. */
    record Came() {}

    /** Adds a version just kept, within the change that keeps it. */
    void add(VersionId version) {
        sql.sql("insert into unread_version (version_id, due_at) values (?, ?)")
                .params(version.value(), now())
                .update();
        events.publishEvent(new Came());
    }

    /** Adds the newest version of a material once more, within the change that renames it. */
    void again(MaterialId material) {
        sql.sql("""
                        insert into unread_version (version_id, due_at)
                        select v.id, :now from material_version v join material m on m.id = v.material_id and m.versions = v.number
                         where m.id = :material
                        on conflict (version_id) do update set due_at = excluded.due_at
                        """).param("material", material.value()).param("now", now()).update();
        events.publishEvent(new Came());
    }

    /** Those that are to be read now, the ones first that wait longest. */
    List<VersionId> due(int limit) {
        return sql.sql("select version_id from unread_version where due_at <= ? order by due_at, version_id limit ?")
                .params(now(), limit)
                .query((row, index) -> new VersionId(row.getLong(1)))
                .list();
    }

    /** Leaves one alone for a while. */
    void later(VersionId version, Duration pause) {
        sql.sql("update unread_version set due_at = ? where version_id = ?")
                .params(time(clock.instant().plus(pause)), version.value())
                .update();
    }

    /** Where the text of a version belongs, as it is now. */
    record Belongs(ProjectId project, CardId card, String name) {}

    /**
     * Takes one away, and does something with where it belongs when it is its material's newest. Meanwhile neither its card moves nor
     * a newer version comes: both change the card, which is held. A renaming waits until this is done, and adds it anew.
     */
    void done(VersionId version, Consumer<Belongs> newest) {
        transaction.executeWithoutResult(status -> {
            if (hold(version)) {
                belongs(version).ifPresent(newest);
                sql.sql("delete from unread_version where version_id = ?")
                        .param(version.value())
                        .update();
            }
        });
    }

    /** First its place in the list, then its card: whoever renames goes that way, too. @return whether it is still in the list */
    private boolean hold(VersionId version) {
        return Stream.of("select true from unread_version where version_id = ? for update", """
                        select true from card where id = (select m.card_id from material_version v join material m on m.id = v.material_id
                                                           where v.id = ?) for no key update
                        """)
                .allMatch(held -> sql.sql(held)
                        .param(version.value())
                        .query(Boolean.class)
                        .optional()
                        .isPresent());
    }

    private Optional<Belongs> belongs(VersionId version) {
        return sql.sql("""
                        select m.project_id, m.card_id, m.name
                          from material_version v join material m on m.id = v.material_id and m.versions = v.number
                         where v.id = ?
                        """)
                .param(version.value())
                .query((row, index) ->
                        new Belongs(new ProjectId(row.getLong(1)), new CardId(row.getLong(2)), row.getString(3)))
                .optional();
    }

    private OffsetDateTime now() {
        return time(clock.instant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
