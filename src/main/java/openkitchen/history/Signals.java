package openkitchen.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import openkitchen.id.ProjectId;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells whoever listens, on every node, that a project has come to a new version. A signal may be lost or come twice: it says
 * only "look", and what is missed is found by the poll that runs under it.
 *
 * <p>NOTIFY is sent after the commit and from a connection of its own, many projects at once: within the transaction it
 * would make all commits of the database wait for each other.
 */
@Component
public class Signals implements SmartLifecycle {

    /** Hears of new versions; must return at once. */
    @FunctionalInterface
    public interface Listener {
        void reached(ProjectId project, long version);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final String CHANNEL = "open_kitchen";
    /** Nothing is lost with a notification, so its transaction does not wait for the disk. */
    private static final String NOTIFY = """
            select pg_notify('%s', payload) from set_config('synchronous_commit', 'off', true), unnest(?::text[]) as payload
            """.formatted(CHANNEL);

    private static final Duration POLL = Duration.ofSeconds(5);

    private final DataSource database;
    private final JdbcTemplate sql;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Long, Long> watched = new ConcurrentHashMap<>();
    private final Map<Long, Long> heard = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Committed> outgoing = new LinkedBlockingQueue<>();
    private final AtomicLong lines = new AtomicLong();
    private volatile boolean running;

    /** Number of the line on which this node hears of the others' commits now; 0 while there is none. */
    private volatile long line;

    private record Committed(long project, long version) {}

    Signals(DataSource database) {
        this.database = database;
        this.sql = new JdbcTemplate(database);
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** From now on the slow poll looks after this project too, until {@link #leave}. */
    public void watch(ProjectId project, long version) {
        watched.putIfAbsent(project.value(), version);
    }

    public void leave(ProjectId project) {
        watched.remove(project.value());
    }

    /**
     * The number of the line on which this node hears of commits, for {@link #newest}; 0 while it hears nothing. Take it before
     * reading what is to be remembered.
     */
    public long line() {
        return line;
    }

    /**
     * Whether {@code version}, read while the given line held, is still the project's newest as far as this node has heard. Its
     * own commits are heard of before their callers go on, those of other nodes some milliseconds later; on a broken line the
     * answer is no.
     */
    public boolean newest(ProjectId project, long version, long since) {
        return since != 0 && since == line && heard.getOrDefault(project.value(), 0L) <= version;
    }

    void committed(ProjectId project, long version) {
        tell(project.value(), version);
        if (running) {
            outgoing.add(new Committed(project.value(), version));
        }
    }

    private void tell(long project, long version) {
        watched.computeIfPresent(project, (id, known) -> Math.max(known, version));
        heard.merge(project, version, Math::max);
        for (Listener listener : listeners) {
            try {
                listener.reached(new ProjectId(project), version);
            } catch (RuntimeException defect) {
                LOG.error("a listener failed on project {} version {}", project, version, defect);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("signals-out").start(this::send);
        Thread.ofPlatform().name("signals-in").daemon().start(this::receive);
    }

    @Override
    public void stop() {
        running = false;
        outgoing.add(new Committed(0, 0));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void send() {
        while (running) {
            try {
                Map<Long, Long> latest = new HashMap<>();
                Committed next = outgoing.take();
                while (next != null) {
                    latest.merge(next.project(), next.version(), Math::max);
                    next = outgoing.poll();
                }
                latest.remove(0L);
                notifyOthers(latest);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException lost) {
                LOG.debug("a notification was lost; other nodes find it by their poll", lost);
            }
        }
    }

    private void notifyOthers(Map<Long, Long> latest) throws SQLException {
        if (latest.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            latest.entrySet().stream()
                                    .map(project -> project.getKey() + ":" + project.getValue())
                                    .toArray()));
            statement.execute();
        }
    }

    private void receive() {
        while (running) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                PGConnection postgres = connection.unwrap(PGConnection.class);
                line = lines.incrementAndGet();
                poll();
                long polled = System.nanoTime();
                while (running) {
                    PGNotification[] notifications = postgres.getNotifications(1000);
                    if (notifications != null) {
                        for (PGNotification notification : notifications) {
                            hear(notification.getParameter());
                        }
                    }
                    if (System.nanoTime() - polled > POLL.toNanos()) {
                        poll();
                        polled = System.nanoTime();
                    }
                }
                line = 0;
                statement.execute("unlisten *");
            } catch (SQLException | RuntimeException lost) {
                line = 0;
                if (running) {
                    LOG.warn("the line to the database for live signals was lost, trying again: {}", lost.getMessage());
                    pause();
                }
            }
        }
    }

    private void hear(String parameter) {
        int colon = parameter.indexOf(':');
        if (colon > 0) {
            tell(Long.parseLong(parameter.substring(0, colon)), Long.parseLong(parameter.substring(colon + 1)));
        }
    }

    private void poll() {
        if (watched.isEmpty()) {
            return;
        }
        Long[] projects = watched.keySet().toArray(Long[]::new);
        sql.query(
                "select project_id, version from chain where project_id = any(?)",
                row -> {
                    long project = row.getLong(1);
                    long version = row.getLong(2);
                    Long known = watched.get(project);
                    if (known != null && known < version) {
                        tell(project, version);
                    }
                },
                (Object) projects);
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
