package openkitchen.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import openkitchen.history.Event;
import openkitchen.history.Signals;
import openkitchen.history.Timeline;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads each project's history from where it stopped, and tells people what concerns them. The cursor moves in one transaction
 * with what was told, under the lock of its row: a node that is killed leaves nothing out and tells nothing twice, and of several
 * nodes one reads a project at a time. It is woken by commits; a slow poll finds what was not heard.
 */
@Component
public class HistoryReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryReader.class);

    private static final int AT_ONCE = 200;

    /** A burst of commits is read together: so long after the first of them, and longer while they go on coming. */
    private static final long LINGER_MILLIS = 200;

    private static final long BUSY_LINGER_MILLIS = 1000;

    private static final long POLL_SECONDS = 15;

    private static final ProjectId NONE = new ProjectId(0);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Timeline timeline;
    private final Audience audience;
    private final Tellings tellings;
    private final Forgetting forgetting;
    private final Clock clock;
    private final boolean byItself;
    private final LinkedBlockingQueue<ProjectId> woken = new LinkedBlockingQueue<>();
    private volatile boolean running;

    HistoryReader(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Timeline timeline,
            Audience audience,
            Tellings tellings,
            Forgetting forgetting,
            Signals signals,
            Clock clock,
            @Value("${openkitchen.rounds:true}") boolean byItself) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.timeline = timeline;
        this.audience = audience;
        this.tellings = tellings;
        this.forgetting = forgetting;
        this.clock = clock;
        this.byItself = byItself;
        signals.listen((project, version) -> {
            if (running) {
                woken.add(project);
            }
        });
    }

    /** Reads all that is unread, in all projects. */
    public void round() {
        List<ProjectId> behind = sql.sql("""
                        select h.project_id from chain h left join notice_cursor c on c.project_id = h.project_id
                         where h.version > coalesce(c.version, 0) order by h.project_id
                        """)
                .query((row, index) -> new ProjectId(row.getLong(1)))
                .list();
        behind.forEach(this::read);
    }

    private void read(ProjectId project) {
        while (Boolean.TRUE.equals(transaction.execute(status -> readSome(project)))) {
            LOG.debug("project {} has more to read", project);
        }
    }

    /** Whether there is more. */
    private boolean readSome(ProjectId project) {
        sql.sql("insert into notice_cursor (project_id, version) values (?, 0) on conflict do nothing")
                .param(project.value())
                .update();
        Long from = sql.sql("select version from notice_cursor where project_id = ? for update skip locked")
                .param(project.value())
                .query(Long.class)
                .optional()
                .orElse(null);
        if (from == null) {
            return false; // another node is at it
        }
        List<Event> events = timeline.since(project, from, Long.MAX_VALUE, AT_ONCE);
        if (events.isEmpty()) {
            return false;
        }
        tell(project, events);
        sql.sql("update notice_cursor set version = ? where project_id = ?")
                .params(events.getLast().number(), project.value())
                .update();
        return events.size() == AT_ONCE;
    }

    private void tell(ProjectId project, List<Event> events) {
        Instant now = clock.instant();
        List<Event> news = events.stream().filter(event -> news(event, now)).toList();
        if (news.isEmpty()) {
            return;
        }
        Ground ground = audience.ground(project, news);
        List<Tellings.News> told = news.stream()
                .map(event -> new Tellings.News(event, toldOf(ground, event)))
                .filter(each -> !each.told().isEmpty())
                .toList();
        if (!told.isEmpty()) {
            Set<PersonId> people =
                    told.stream().flatMap(each -> each.told().keySet().stream()).collect(Collectors.toSet());
            tellings.tell(project, told, audience.reached(people), now);
        }
        looked(news);
    }

    /** What was brought in from elsewhere, and what is long past, is nobody's news. */
    private static boolean news(Event event, Instant now) {
        return event.card() != null
                && event.source() == null
                && event.at().isAfter(now.minus(MailTimes.STALE).minus(MailTimes.STALE));
    }

    private Map<PersonId, Reason> toldOf(Ground ground, Event event) {
        try {
            return audience.of(ground, event);
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException defect) {
            LOG.error("nobody could be told of event {} of project {}", event.number(), event.project(), defect);
            return Map.of();
        }
    }

    private record Look(Long person, Long card) {}

    /** Who does something on a card has seen what they were told about it before. */
    private void looked(List<Event> events) {
        Map<Look, Instant> looks = new LinkedHashMap<>();
        for (Event event : events) {
            PersonId actor = event.actor();
            CardId card = event.card();
            if (actor != null && card != null) {
                looks.put(new Look(actor.value(), card.value()), event.at());
            }
        }
        sql.sql("""
                        update notice n set read_at = look.at
                          from unnest(:people::bigint[], :cards::bigint[], :times::timestamptz[]) as look (person_id, card_id, at)
                         where n.person_id = look.person_id and n.card_id = look.card_id and n.read_at is null and n.at < look.at
                        """)
                .param("people", looks.keySet().stream().map(Look::person).toArray(Long[]::new))
                .param("cards", looks.keySet().stream().map(Look::card).toArray(Long[]::new))
                .param("times", looks.values().stream().map(Instant::toString).toArray(String[]::new))
                .update();
    }

    @Override
    public void start() {
        running = byItself;
        if (running) {
            Thread.ofVirtual().name("notices").start(this::run);
        }
    }

    private void run() {
        boolean all = true;
        long read = System.nanoTime();
        while (running) {
            try {
                if (all) {
                    round();
                    forgetting.round();
                }
                ProjectId first = woken.poll(POLL_SECONDS, TimeUnit.SECONDS);
                all = first == null;
                if (first != null && running) {
                    boolean busy = System.nanoTime() - read < TimeUnit.MILLISECONDS.toNanos(BUSY_LINGER_MILLIS);
                    TimeUnit.MILLISECONDS.sleep(busy ? BUSY_LINGER_MILLIS : LINGER_MILLIS);
                    Set<ProjectId> projects = new LinkedHashSet<>(Set.of(first));
                    woken.drainTo(projects);
                    projects.remove(NONE);
                    projects.forEach(this::read);
                    read = System.nanoTime();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                if (running) {
                    LOG.warn("the history could not be read for notices, trying again: {}", failed.getMessage());
                }
                all = false;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        woken.add(NONE);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
