package openkitchen.history;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/** The only way to change anything in a project: one transaction, one lock, and the events that tell of it. */
@Component
public class History {

    private static final ScopedValue<Instant> PAST = ScopedValue.newInstance();

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;
    private final Signals signals;

    /** Where this node's changes of one project wait for each other, without holding a connection meanwhile. */
    private final LoadingCache<ProjectId, ReentrantLock> queues =
            Caffeine.newBuilder().weakValues().build(project -> new ReentrantLock());

    History(
            DataSource database,
            PlatformTransactionManager transactions,
            ObjectMapper json,
            Clock clock,
            Signals signals) {
        this.sql = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
        this.signals = signals;
    }

    /**
     * Brings in a past: what {@code work} changes, on this thread and until it returns, happened at {@code past} and was
     * recorded now. Only for stories told afterwards, such as the demo's; what people do happens when they do it.
     *
     * @throws IllegalArgumentException for a time that has not come
     */
    public void at(Instant past, Runnable work) {
        if (past.isAfter(clock.instant())) {
            throw new IllegalArgumentException("it is not yet " + past);
        }
        ScopedValue.where(PAST, past).run(work);
    }

    /** When a change that begins now happens: by the clock, or in the past that is being brought in. */
    public Instant now() {
        return PAST.isBound() ? PAST.get() : clock.instant();
    }

    /** Begins the history of a project that was just made, within the transaction that makes it. */
    public void begin(ProjectId project) {
        sql.update("insert into chain (project_id) values (?)", project.value());
    }

    /**
     * Makes one change: locks the project, lets {@code work} write state and events, keeps both or neither. A change within a
     * change of the same project joins it.
     *
     * <p>The chain's row is what makes a project's changes one after another, on all nodes. Before it, those of one node queue
     * up here: so one at a time asks PostgreSQL for the row, and the others hold no connection while they wait. A change within a
     * transaction that is already open does not queue, for it may hold the row that the first in the queue waits for.
     *
     * @throws IllegalStateException when the project has no history, or a change of another project is under way
     */
    public <T extends @Nullable Object> T change(ProjectId project, @Nullable PersonId actor, Function<Pen, T> work) {
        Pen held = (Pen) TransactionSynchronizationManager.getResource(this);
        if (held != null && held.project().equals(project)) {
            return work.apply(held);
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return locked(project, actor, held, work);
        }
        ReentrantLock queue = queues.get(project);
        queue.lock();
        try {
            return locked(project, actor, null, work);
        } finally {
            queue.unlock();
        }
    }

    @SuppressWarnings("NullAway") // the template returns what the work returns
    private <T extends @Nullable Object> T locked(
            ProjectId project, @Nullable PersonId actor, @Nullable Pen held, Function<Pen, T> work) {
        return transaction.execute(status -> {
            Pen outer = held == null ? null : (Pen) TransactionSynchronizationManager.unbindResource(this);
            Pen pen = lock(project, actor);
            TransactionSynchronizationManager.bindResource(this, pen);
            try {
                T result = work.apply(pen);
                keep(pen);
                return result;
            } finally {
                TransactionSynchronizationManager.unbindResource(this);
                if (outer != null) {
                    TransactionSynchronizationManager.bindResource(this, outer);
                }
            }
        });
    }

    private Pen lock(ProjectId project, @Nullable PersonId actor) {
        return sql
                .query(
                        "select version, head from chain where project_id = ? for no key update",
                        (row, index) ->
                                new Pen(project, actor, now(), clock.instant(), json, row.getLong(1), row.getBytes(2)),
                        project.value())
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("project " + project + " has no history"));
    }

    private void keep(Pen pen) throws DataAccessException {
        if (pen.links().isEmpty()) {
            return;
        }
        sql.execute((ConnectionCallback<Boolean>) connection -> {
            if (pen.links().size() == 1) {
                keepOne(connection, pen);
            } else {
                keepMany(connection, pen);
            }
            return true;
        });
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signals.committed(pen.project(), pen.version());
            }
        });
    }

    private static final String INSERT = """
            insert into event (project_id, number, at, recorded_at, actor_id, kind, card_id, source, data, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?)
            """;

    private static void keepOne(Connection connection, Pen pen) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "with kept as (update chain set version = ?, head = ? where project_id = ?) " + INSERT)) {
            statement.setLong(1, pen.version());
            statement.setBytes(2, pen.head());
            statement.setLong(3, pen.project().value());
            fill(statement, 3, pen, 0);
            statement.executeUpdate();
        }
    }

    private static void keepMany(Connection connection, Pen pen) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < pen.links().size(); i++) {
                fill(statement, 0, pen, i);
                statement.addBatch();
                if (i % 1000 == 999) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("update chain set version = ?, head = ? where project_id = ?")) {
            statement.setLong(1, pen.version());
            statement.setBytes(2, pen.head());
            statement.setLong(3, pen.project().value());
            statement.executeUpdate();
        }
    }

    private static void fill(PreparedStatement statement, int offset, Pen pen, int i) throws SQLException {
        Link link = pen.links().get(i);
        statement.setLong(offset + 1, link.project());
        statement.setLong(offset + 2, link.number());
        statement.setTimestamp(offset + 3, Timestamp.from(link.at()));
        statement.setTimestamp(offset + 4, Timestamp.from(pen.recorded()));
        statement.setObject(offset + 5, link.actor(), Types.BIGINT);
        statement.setString(offset + 6, link.kind());
        statement.setObject(offset + 7, link.card(), Types.BIGINT);
        statement.setString(offset + 8, link.source());
        statement.setString(offset + 9, link.data());
        statement.setBytes(offset + 10, pen.hashes().get(i));
    }

    /** The number of the project's last event, 0 for a project without any. */
    public long version(ProjectId project) {
        Long version = sql.query(
                "select version from chain where project_id = ?",
                (ResultSet rows) -> rows.next() ? rows.getLong(1) : 0L,
                project.value());
        return version == null ? 0 : version;
    }
}
