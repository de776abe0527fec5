package openkitchen.material;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import openkitchen.id.CardId;
import openkitchen.id.FileId;
import openkitchen.id.ProjectId;
import openkitchen.id.VersionId;
import openkitchen.reading.Reading;
import openkitchen.reading.Readings;
import openkitchen.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Reads new versions before anybody looks at them, and lets search find their text: the newest version's. What was left unread by a
 * stop is read after the next start.
 */
@Component
class Preparing implements SmartLifecycle {

    private static final long EVERY_SECONDS = 20;
    private static final int AT_ONCE = 50;
    private static final int MOST = 1000;
    private static final Duration LATER = Duration.ofMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(Preparing.class);

    private final JdbcClient sql;
    private final Clock clock;
    private final Readings readings;
    private final SearchIndex search;
    private final boolean byItself;
    /** Those that could not be read, until when they are left alone. */
    private final Map<VersionId, Instant> again = new ConcurrentHashMap<>();

    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;

    Preparing(
            JdbcClient sql,
            Clock clock,
            Readings readings,
            SearchIndex search,
            @Value("${openkitchen.rounds:true}") boolean byItself) {
        this.sql = sql;
        this.clock = clock;
        this.readings = readings;
        this.search = search;
        this.byItself = byItself;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void kept(VersionKept kept) {
        bell.release();
    }

    private record Unread(
            VersionId version, ProjectId project, CardId card, String title, String body, long material) {}

    /** Reads what is not read yet. @return whether there may be more */
    boolean round() {
        List<Unread> unread = sql.sql("""
                        select v.id, m.project_id, m.card_id, m.name, case v.kind when 'link' then '' else v.body end as body, m.id as material
                          from material_version v join material m on m.id = v.material_id
                         where not exists (select from material_words w where w.version_id = v.id)
                         order by v.id limit ?
                        """)
                .param(MOST)
                .query((row, index) -> new Unread(
                        new VersionId(row.getLong(1)),
                        new ProjectId(row.getLong(2)),
                        new CardId(row.getLong(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)))
                .list();
        Instant now = clock.instant();
        List<Unread> due = unread.stream()
                .filter(each -> !now.isBefore(again.getOrDefault(each.version(), Instant.MIN)))
                .limit(AT_ONCE)
                .toList();
        for (Unread each : due) {
            try {
                if (!read(each)) {
                    again.put(each.version(), now.plus(LATER));
                }
            } catch (RuntimeException failed) { // one that cannot be kept must not hold up the others
                LOG.warn("the text of version {} could not be kept: {}", each.version(), failed.toString());
                again.put(each.version(), now.plus(LATER));
            }
        }
        return due.size() == AT_ONCE;
    }

    /** False when it cannot be read now, but perhaps later. */
    private boolean read(Unread unread) {
        List<String> words = new ArrayList<>(List.of(unread.body()));
        for (FileId file : files(unread.version())) {
            Reading reading = readings.of(file);
            if (reading instanceof Reading.Unreadable(Reading.Why why) && why == Reading.Why.TOO_LONG) {
                return false;
            }
            words.add(reading.words().replace('\0', ' '));
        }
        boolean newest = sql.sql("""
                        select not exists (select from material_version w where w.material_id = v.material_id and w.number > v.number)
                          from material_version v where v.id = ?
                        """)
                .param(unread.version().value())
                .query(Boolean.class)
                .single();
        if (newest) {
            search.version(
                    unread.project(),
                    unread.card(),
                    unread.version(),
                    unread.title(),
                    words.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("\n")));
        }
        sql.sql("insert into material_words (version_id, read_at) values (?, ?) on conflict do nothing")
                .params(unread.version().value(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        again.remove(unread.version());
        return true;
    }

    private List<FileId> files(VersionId version) {
        return sql.sql("select file_id from material_file where version_id = ? order by place")
                .param(version.value())
                .query((row, index) -> new FileId(row.getLong(1)))
                .list();
    }

    @Override
    public void start() {
        running = byItself;
        if (running) {
            Thread.ofVirtual().name("materials").start(this::rounds);
        }
    }

    private void rounds() {
        String last = "";
        while (running) {
            try {
                boolean more = round();
                last = "";
                if (!more && bell.tryAcquire(EVERY_SECONDS, TimeUnit.SECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) { // whatever it is, the next round may go
                String message = String.valueOf(failed.getMessage());
                if (running && !message.equals(last)) {
                    LOG.warn("materials could not be read, trying again: {}", message);
                }
                last = message;
                rest();
            }
        }
    }

    private static void rest() {
        try {
            TimeUnit.SECONDS.sleep(EVERY_SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        bell.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
