package openkitchen.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Signals;
import openkitchen.id.ClientId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.Viewer;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The projects, through the viewer: a person finds those that they are on, the owner all. */
@Component
public class Projects {

    public static final int NAME_LIMIT = 200;

    /** The most urgent questions a month that may be agreed on. */
    public static final int URGENT_QUOTA_LIMIT = 1000;

    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private static final String SELECT = """
            select p.id, p.key, p.name, p.client_id, c.name as client_name, p.services, p.stage, p.status, p.urgent_quota, p.created_at, h.version
              from project p join chain h on h.project_id = p.id left join client c on c.id = p.client_id
            """;

    private static final String SEEN = """
             (:owner or exists (select from member m where m.project_id = p.id and m.person_id = :viewer))
            """;

    private final JdbcClient sql;
    private final History history;
    private final Team team;
    private final Signals signals;
    private final ApplicationEventPublisher events;

    private final Cache<Asked, Remembered> remembered = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    Projects(JdbcClient sql, History history, Team team, Signals signals, ApplicationEventPublisher events) {
        this.sql = sql;
        this.history = history;
        this.team = team;
        this.signals = signals;
        this.events = events;
    }

    private record Asked(Viewer viewer, String key) {}

    private record Remembered(Seat seat, long line) {}

    /** What is needed for a project; an empty key is made from the name. The viewer becomes its account. */
    public record NewProject(
            String name, String key, @Nullable ClientId client, Set<Discipline> services, Stage stage) {}

    /**
     * Makes a project with its first event, without a board.
     *
     * @throws Forbidden for others than owners and accounts
     * @throws Invalid for a missing name, a wrong or taken key
     */
    @Transactional
    public Seat add(Viewer viewer, NewProject wanted) {
        if (!viewer.leads()) {
            throw new Forbidden("error.only_leads");
        }
        Faults faults = new Faults().text("name", wanted.name(), NAME_LIMIT);
        String key =
                wanted.key().isBlank() ? freeKey(wanted.name()) : wanted.key().strip();
        faults.unless(ProjectKeys.right(key), "key", "error.key").stop();
        ProjectId id = insert(viewer, wanted, key);
        history.begin(id);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", wanted.name().strip());
        data.put("key", key);
        data.put("stage", wanted.stage().code());
        data.put("services", String.join(",", codes(wanted.services())));
        history.change(id, viewer.person(), pen -> pen.write(EventKind.PROJECT_CREATED, data));
        team.seatFirst(id, viewer);
        return seat(viewer, key);
    }

    private ProjectId insert(Viewer viewer, NewProject wanted, String key) {
        if (sql.sql("select exists (select from project where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single()) {
            throw new Invalid("key", "error.key_taken");
        }
        try {
            return new ProjectId(sql.sql("""
                            insert into project (key, client_id, name, services, stage, created_at, created_by)
                            values (:key, :client, :name, :services, :stage, :now, :by) returning id
                            """)
                    .param("key", key)
                    .param(
                            "client",
                            wanted.client() == null ? null : wanted.client().value())
                    .param("name", wanted.name().strip())
                    .param("services", codes(wanted.services()))
                    .param("stage", wanted.stage().code())
                    .param("now", history.now().atOffset(ZoneOffset.UTC))
                    .param("by", viewer.person().value())
                    .query(Long.class)
                    .single());
        } catch (DuplicateKeyException taken) {
            throw new Invalid("key", "error.key_taken");
        }
    }

    private String freeKey(String name) {
        String base = ProjectKeys.from(name);
        String key = base;
        for (int i = 2;
                sql.sql("select exists (select from project where key = ?)")
                        .param(key)
                        .query(Boolean.class)
                        .single();
                i++) {
            key = base + "-" + i;
        }
        return key;
    }

    private static String[] codes(Collection<Discipline> services) {
        return services.stream().sorted().map(Discipline::code).toArray(String[]::new);
    }

    /**
     * The viewer's seat in a project, the way into everything of it: one statement, or none when the same was asked a moment
     * ago and nothing has happened in the project since. Who loses their place loses it by an event of the project, so at once on
     * the node that takes it, within milliseconds on the others, and within {@link #REMEMBERED} should these hear nothing.
     *
     * @throws NotFound when there is no such project, or not for this viewer
     */
    public Seat seat(Viewer viewer, String key) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return find(viewer, key); // may see what is not committed, which nobody shall remember
        }
        Asked asked = new Asked(viewer, key);
        Remembered known = remembered.getIfPresent(asked);
        if (known != null && signals.newest(known.seat().project(), known.seat().version(), known.line())) {
            return known.seat();
        }
        long line = signals.line();
        Seat seat = find(viewer, key);
        remembered.put(asked, new Remembered(seat, line));
        return seat;
    }

    private Seat find(Viewer viewer, String key) {
        return sql.sql("""
                        select p.id, p.key, h.version, m.roles
                          from project p join chain h on h.project_id = p.id
                          left join member m on m.project_id = p.id and m.person_id = :viewer
                         where p.key = :key and (:owner or m.person_id is not null)
                        """)
                .param("viewer", viewer.person().value())
                .param("owner", viewer.owner())
                .param("key", key)
                .query((row, index) -> new Seat(
                        new ProjectId(row.getLong("id")),
                        row.getString("key"),
                        row.getLong("version"),
                        viewer,
                        roles(row.getArray("roles"))))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The same by id, for what is found by another way (a file, a search hit). */
    public Optional<Seat> seat(Viewer viewer, ProjectId project) {
        return sql.sql("select key from project where id = ?")
                .param(project.value())
                .query(String.class)
                .optional()
                .flatMap(key -> {
                    try {
                        return Optional.of(seat(viewer, key));
                    } catch (NotFound none) {
                        return Optional.empty();
                    }
                });
    }

    /** The ids of all projects that the viewer may see. */
    public Set<ProjectId> idsSeenBy(Viewer viewer) {
        return sql.sql("select p.id from project p where " + SEEN)
                .param("owner", viewer.owner())
                .param("viewer", viewer.person().value())
                .query((row, index) -> new ProjectId(row.getLong(1)))
                .set();
    }

    /** The projects that the viewer may see, live ones first, then by name; {@code words} narrows by name, key or client. */
    public List<Project> seenBy(Viewer viewer, String words) {
        List<Project> bare = sql.sql(SELECT + " where " + SEEN + """
                         and (:words = '' or p.name ilike :like or p.key ilike :like or c.name ilike :like)
                         order by array_position(array['live','paused','closed'], p.status), lower(p.name), p.id
                         limit 500
                        """)
                .param("owner", viewer.owner())
                .param("viewer", viewer.person().value())
                .param("words", words.strip())
                .param("like", "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .query(Projects::project)
                .list();
        Map<ProjectId, List<Mate>> teams =
                team.of(bare.stream().map(Project::id).toList());
        return bare.stream()
                .map(project -> with(project, teams.getOrDefault(project.id(), List.of())))
                .toList();
    }

    /**
     * A page of the projects that the viewer may see, in the order in which they were made, without their teams.
     *
     * @param words narrows by name, key or client; empty for all
     * @param status null for any
     * @param after where the page before ended, 0 for the first
     */
    public List<Project> pageSeenBy(Viewer viewer, String words, @Nullable Status status, long after, int limit) {
        return sql.sql(SELECT + " where " + SEEN + """
                         and p.id > :after and (:status::text is null or p.status = :status)
                         and (:words = '' or p.name ilike :like or p.key ilike :like or c.name ilike :like)
                         order by p.id
                         limit :limit
                        """)
                .param("owner", viewer.owner())
                .param("viewer", viewer.person().value())
                .param("after", after)
                .param("status", status == null ? null : status.code())
                .param("words", words.strip())
                .param("like", "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("limit", limit)
                .query(Projects::project)
                .list();
    }

    /** The project itself, with its team. */
    public Project one(Seat seat) {
        Project bare = sql.sql(SELECT + " where p.id = ?")
                .param(seat.project().value())
                .query(Projects::project)
                .single();
        return with(bare, team.of(List.of(bare.id())).getOrDefault(bare.id(), List.of()));
    }

    /**
     * What is agreed on a project.
     *
     * @param urgentQuota urgent questions a month, 0 to {@link #URGENT_QUOTA_LIMIT}
     */
    public record Facts(
            String name, @Nullable ClientId client, Set<Discipline> services, Stage stage, int urgentQuota) {

        public static Facts of(Project project) {
            Client client = project.client();
            return new Facts(
                    project.name(),
                    client == null ? null : client.id(),
                    project.services(),
                    project.stage(),
                    project.urgentQuota());
        }

        /** The same in another stage. */
        public Facts at(Stage reached) {
            return new Facts(name, client, services, reached, urgentQuota);
        }
    }

    /**
     * Changes what is agreed on the project.
     *
     * @throws Forbidden for others than the project's account and the owner
     * @throws Invalid for a missing name, or a quota out of range
     */
    public void change(Seat seat, Facts facts) {
        seat.mustManage();
        new Faults()
                .text("name", facts.name(), NAME_LIMIT)
                .unless(
                        facts.urgentQuota() >= 0 && facts.urgentQuota() <= URGENT_QUOTA_LIMIT,
                        "urgent_quota",
                        "error.urgent_quota")
                .stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Project before = one(seat);
            Map<String, Object> data = new LinkedHashMap<>();
            ClientId client = facts.client();
            note(data, "name", before.name(), facts.name().strip());
            note(data, "stage", before.stage().code(), facts.stage().code());
            note(
                    data,
                    "services",
                    String.join(",", codes(before.services())),
                    String.join(",", codes(facts.services())));
            note(
                    data,
                    "client",
                    before.client() == null ? "" : before.client().id().toString(),
                    client == null ? "" : client.toString());
            note(data, "urgent_quota", Integer.toString(before.urgentQuota()), Integer.toString(facts.urgentQuota()));
            if (data.isEmpty()) {
                return null;
            }
            sql.sql("""
                            update project set name = :name, client_id = :client, services = :services, stage = :stage,
                                   urgent_quota = :quota
                             where id = :id
                            """)
                    .param("name", facts.name().strip())
                    .param("client", client == null ? null : client.value())
                    .param("services", codes(facts.services()))
                    .param("stage", facts.stage().code())
                    .param("quota", facts.urgentQuota())
                    .param("id", seat.project().value())
                    .update();
            return pen.write(EventKind.PROJECT_CHANGED, data);
        });
    }

    private static void note(Map<String, Object> data, String field, String before, String after) {
        if (!before.equals(after)) {
            data.put(field + "_from", before);
            data.put(field, after);
        }
    }

    /** Opens, pauses or closes the project. @throws Forbidden for others than its account and the owner */
    public void status(Seat seat, Status status, String reason) {
        seat.mustManage();
        new Faults().optional("reason", reason, 2000).stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Status before = one(seat).status();
            if (before == status) {
                return null;
            }
            sql.sql("update project set status = ? where id = ?")
                    .params(status.code(), seat.project().value())
                    .update();
            sql.sql(
                            "insert into project_status (project_id, status, reason, at, by_id) values (:id, :status, :reason, :now, :by)")
                    .param("id", seat.project().value())
                    .param("status", status.code())
                    .param("reason", reason)
                    .param("now", pen.now().atOffset(ZoneOffset.UTC))
                    .param("by", seat.viewer().person().value())
                    .update();
            events.publishEvent(new StatusChanges(pen, before, status));
            return pen.write(
                    EventKind.PROJECT_STATUS, Map.of("from", before.code(), "to", status.code(), "reason", reason));
        });
    }

    /** The roles whose codes a row keeps. */
    public static Set<Role> roles(@Nullable Array codes) throws SQLException {
        if (codes == null) {
            return Set.of();
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : (String[]) codes.getArray()) {
            Role.find(code).ifPresent(roles::add);
        }
        return roles;
    }

    private static Project project(ResultSet row, int index) throws SQLException {
        Long client = row.getObject("client_id", Long.class);
        return new Project(
                new ProjectId(row.getLong("id")),
                row.getString("key"),
                row.getString("name"),
                client == null ? null : new Client(new ClientId(client), row.getString("client_name")),
                Arrays.stream((String[]) row.getArray("services").getArray())
                        .flatMap(code -> Discipline.find(code).stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Discipline.class))),
                Stage.find(row.getString("stage")).orElseThrow(),
                Status.find(row.getString("status")).orElseThrow(),
                row.getInt("urgent_quota"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static Project with(Project bare, List<Mate> team) {
        return new Project(
                bare.id(),
                bare.key(),
                bare.name(),
                bare.client(),
                bare.services(),
                bare.stage(),
                bare.status(),
                bare.urgentQuota(),
                bare.version(),
                bare.created(),
                team);
    }

    /** The projects that two people share would be seen by both; whether {@code viewer} shares any with {@code other}. */
    public boolean share(Viewer viewer, PersonId other) {
        return viewer.person().equals(other)
                || viewer.leads()
                || sql.sql("""
                                select exists (select from member a join member b on b.project_id = a.project_id
                                                where a.person_id = :viewer and b.person_id = :other)
                                """)
                        .param("viewer", viewer.person().value())
                        .param("other", other.value())
                        .query(Boolean.class)
                        .single();
    }
}
