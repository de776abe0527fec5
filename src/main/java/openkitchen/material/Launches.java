package openkitchen.material;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openkitchen.board.Cards;
import openkitchen.board.Faces;
import openkitchen.board.Gate;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.people.Side;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Launch cards: what is tried, when it went live, what came of it. It goes live only when the newest version of each of its materials
 * is approved and no remark on it must be fixed; the account may override that with a reason, which is kept and shown
 * (`product.md` 5.5, the launch gate).
 */
@Component
public class Launches implements Gate {

    public static final int TEXT_LIMIT = 5000;
    public static final int LINE_LIMIT = 200;
    public static final int REASON_LIMIT = 2000;

    private static final BigDecimal DEAREST = new BigDecimal("999999999999.99");
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    private final JdbcClient sql;
    private final History history;
    private final Faces faces;
    private final Cards cards;

    Launches(JdbcClient sql, History history, Faces faces, Cards cards) {
        this.sql = sql;
        this.history = history;
        this.faces = faces;
        this.cards = cards;
    }

    /** A material whose newest version is not approved. */
    public record Waiting(MaterialId id, String name) {}

    /**
     * What holds a launch back.
     *
     * @param waiting the materials whose newest version is not approved
     * @param mustFix how many open remarks must be fixed
     * @param materials how many materials it has
     */
    public record Held(List<Waiting> waiting, int mustFix, int materials) {

        public boolean back() {
            return !waiting.isEmpty() || mustFix > 0;
        }

        /** Names of the materials whose newest version is not approved. */
        public List<String> unapproved() {
            return waiting.stream().map(Waiting::name).toList();
        }
    }

    /** What holds the card's launch back now. */
    public Held held(CardId card) {
        return Objects.requireNonNull(held(List.of(card)).get(card));
    }

    /** What holds the launches of these cards back now. */
    public Map<CardId, Held> held(Collection<CardId> cards) {
        if (cards.isEmpty()) {
            return Map.of();
        }
        Long[] ids = cards.stream().map(CardId::value).toArray(Long[]::new);
        Map<CardId, List<Waiting>> waiting = new HashMap<>();
        Map<CardId, Integer> materials = new HashMap<>();
        sql.sql("""
                        select m.card_id, m.id, m.name,
                               exists (select from approval a where a.version_id = v.id and a.state in ('approved', 'remarks')) as approved
                          from material m join material_version v on v.material_id = m.id and v.number = m.versions
                         where m.card_id = any(?) and m.archived_at is null
                         order by m.id
                        """).param(ids).query(row -> {
            CardId card = new CardId(row.getLong("card_id"));
            materials.merge(card, 1, Integer::sum);
            if (!row.getBoolean("approved")) {
                waiting.computeIfAbsent(card, none -> new ArrayList<>())
                        .add(new Waiting(new MaterialId(row.getLong("id")), row.getString("name")));
            }
        });
        Map<CardId, Held> held = new HashMap<>();
        sql.sql("select id, must_fix from card where id = any(?)").param(ids).query(row -> {
            CardId card = new CardId(row.getLong("id"));
            held.put(
                    card,
                    new Held(
                            waiting.getOrDefault(card, List.of()),
                            row.getInt("must_fix"),
                            materials.getOrDefault(card, 0)));
        });
        return held;
    }

    /** A launch card that was not launched is not done while its materials are not approved. */
    @Override
    public String holds(CardId card) {
        boolean waiting = sql.sql("""
                        select c.kind = 'launch' and not exists (select from launch l where l.card_id = c.id and l.launched_at is not null)
                          from card c where c.id = ?
                        """).param(card.value()).query(Boolean.class).single();
        return waiting && !held(card).waiting().isEmpty() ? "error.held_by_approvals" : "";
    }

    /**
     * Says what is intended. Whoever is on the project may.
     *
     * @param base the version that was edited, 0 for none
     * @throws Invalid for what is too long, a budget below nothing, or an end before the start
     * @throws NotFound when the project has no such launch card
     * @throws Stale when it was changed since
     */
    public void plan(Seat seat, int number, int base, Launch.Plan plan) {
        check(plan);
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Launch launch = one(seat, number);
            if (launch.plan().equals(plan)) {
                return null;
            }
            if (launch.version() != base) {
                throw new Stale(launch.version(), launch.plan().texts());
            }
            sql.sql("""
                            insert into launch (card_id, hypothesis, channel, audience, budget, currency, starts_on, stops_on)
                            values (:card, :hypothesis, :channel, :audience, :budget, :currency, :starts, :stops)
                            on conflict (card_id) do update set hypothesis = excluded.hypothesis, channel = excluded.channel,
                                   audience = excluded.audience, budget = excluded.budget, currency = excluded.currency,
                                   starts_on = excluded.starts_on, stops_on = excluded.stops_on, version = launch.version + 1
                            """)
                    .param("card", launch.card().value())
                    .param("hypothesis", plan.hypothesis())
                    .param("channel", plan.channel())
                    .param("audience", plan.audience())
                    .param("budget", plan.budget())
                    .param("currency", plan.currency())
                    .param("starts", plan.starts())
                    .param("stops", plan.stops())
                    .update();
            Map<String, Object> data = cards.told(launch.card());
            data.put("hypothesis", plan.hypothesis());
            data.put("channel", plan.channel());
            data.put("audience", plan.audience());
            if (plan.budget() != null) {
                data.put("budget", plan.budget().toPlainString());
                data.put("currency", plan.currency());
            }
            if (plan.starts() != null) {
                data.put("starts", plan.starts().toString());
            }
            if (plan.stops() != null) {
                data.put("stops", plan.stops().toString());
            }
            return tell(pen, launch, EventKind.LAUNCH_PLANNED, data);
        });
    }

    private static void check(Launch.Plan plan) {
        BigDecimal budget = plan.budget();
        LocalDate starts = plan.starts();
        LocalDate stops = plan.stops();
        new Faults()
                .optional("hypothesis", plan.hypothesis(), TEXT_LIMIT)
                .optional("channel", plan.channel(), LINE_LIMIT)
                .optional("audience", plan.audience(), TEXT_LIMIT)
                .unless(
                        budget == null
                                || (budget.signum() >= 0 && budget.compareTo(DEAREST) <= 0 && budget.scale() <= 2),
                        "budget",
                        "error.budget")
                .unless(Launch.CURRENCIES.contains(plan.currency()), "currency", "error.choice")
                .unless(starts == null || within(starts), "starts", "error.date")
                .unless(stops == null || within(stops), "stops", "error.date")
                .unless(
                        starts == null || stops == null || !stops.isBefore(starts),
                        "stops",
                        "error.stops_before_starts")
                .stop();
    }

    private static boolean within(LocalDate day) {
        return !day.isBefore(FIRST) && day.isBefore(LAST);
    }

    /**
     * It goes live now: for the first time, or again after it was stopped. Then what came of the run before stays with that.
     *
     * @param despite why, though it is held back; empty for none
     * @throws Forbidden for the client, and when it is held back for all but the account and the owner
     * @throws Invalid when it is held back and no reason is given, or it is live already
     */
    public void launch(Seat seat, int number, String despite) {
        mustBeAgency(seat);
        new Faults().optional("reason", despite, REASON_LIMIT).stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Launch launch = one(seat, number);
            if (launch.state() == Launch.State.LAUNCHED) {
                throw new Invalid("launch", "error.launched_already");
            }
            Held held = held(launch.card());
            if (held.back()) {
                String why = held.waiting().isEmpty() ? "error.held_by_remarks" : "error.held_by_approvals";
                if (!seat.manages()) {
                    throw new Forbidden(why);
                }
                if (despite.isBlank()) {
                    throw new Invalid("reason", why);
                }
            }
            String reason = held.back() ? despite.strip() : "";
            Map<String, Object> data = cards.told(launch.card());
            if (launch.state() == Launch.State.STOPPED) {
                keepRun(launch);
                data.put("run", launch.earlier().size() + 2);
            }
            step(pen, launch, """
                    launched_at = :now, launched_by = :by, despite = :text, stopped_at = null, stopped_by = null, result = '', verdict = null,
                    result_version = 0
                    """, reason);
            if (!reason.isEmpty()) {
                data.put("despite", reason);
                data.put("unapproved", held.unapproved());
                data.put("must_fix", held.mustFix());
            }
            return tell(pen, launch, EventKind.LAUNCH_LAUNCHED, data);
        });
    }

    private void keepRun(Launch launch) {
        sql.sql("""
                        insert into launch_run (card_id, number, launched_at, launched_by, despite, stopped_at, stopped_by, result, verdict,
                                                result_version)
                        select card_id, ?, launched_at, launched_by, despite, stopped_at, stopped_by, result, verdict, result_version
                          from launch where card_id = ?
                        """).params(launch.earlier().size() + 1, launch.card().value()).update();
    }

    /** It is live no longer. @throws Forbidden for the client @throws Invalid when it is not live */
    public void stop(Seat seat, int number) {
        mustBeAgency(seat);
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Launch launch = one(seat, number);
            if (launch.state() != Launch.State.LAUNCHED) {
                throw new Invalid("launch", "error.not_live");
            }
            step(pen, launch, "stopped_at = :now, stopped_by = :by, despite = despite || :text", "");
            return tell(pen, launch, EventKind.LAUNCH_STOPPED, cards.told(launch.card()));
        });
    }

    /**
     * Which result somebody edits.
     *
     * @param run of which run, 1, 2, 3 …; null for the one that is on or was last
     * @param version which of its versions they have read; null for whichever stands
     */
    public record Edited(@Nullable Integer run, @Nullable Integer version) {}

    /** Says what came of it, whatever was said before. */
    public void judge(Seat seat, int number, String result, Launch.Verdict verdict) {
        judge(seat, number, new Edited(null, null), result, verdict);
    }

    /**
     * Says what came of a run. May be said again. What is said of a run that is over by now stays with that run.
     *
     * @throws Forbidden for the client
     * @throws Invalid when it was not launched, there was no such run, or there is no result
     * @throws Stale when that run's result was changed since
     */
    public void judge(Seat seat, int number, Edited edited, String result, Launch.Verdict verdict) {
        mustBeAgency(seat);
        new Faults().text("result", result, TEXT_LIMIT).stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Launch launch = one(seat, number);
            if (launch.state() == Launch.State.PLANNED) {
                throw new Invalid("launch", "error.not_launched");
            }
            int run = Objects.requireNonNullElse(edited.run(), launch.run());
            if (run < 1 || run > launch.run()) {
                throw new Invalid("run", "error.choice");
            }
            Launch.Outcome now = launch.outcome(run);
            if (now.result().equals(result.strip()) && now.verdict() == verdict) {
                return null;
            }
            if (edited.version() != null && edited.version() != now.version()) {
                throw new Stale(now.version(), now.texts());
            }
            sql.sql(
                            run == launch.run()
                                    ? "update launch set result = :result, verdict = :verdict, result_version = result_version + 1 where card_id = :card"
                                    : "update launch_run set result = :result, verdict = :verdict, result_version = result_version + 1 where card_id = :card and number = :run")
                    .param("result", result.strip())
                    .param("verdict", verdict.code())
                    .param("card", launch.card().value())
                    .param("run", run)
                    .update();
            Map<String, Object> data = cards.told(launch.card());
            data.put("body", result.strip());
            data.put("verdict", verdict.code());
            if (launch.run() > 1) {
                data.put("run", run);
            }
            return tell(pen, launch, EventKind.LAUNCH_JUDGED, data);
        });
    }

    /** Without a plan, so far, it stays as if nobody had edited one. */
    private void step(Pen pen, Launch launch, String set, String text) {
        PersonId actor = pen.actor();
        sql.sql("insert into launch (card_id, version) values (?, 0) on conflict do nothing")
                .param(launch.card().value())
                .update();
        sql.sql("update launch set " + set + " where card_id = :card")
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .param("by", actor == null ? null : actor.value())
                .param("text", text)
                .param("card", launch.card().value())
                .update();
    }

    private long tell(Pen pen, Launch launch, EventKind kind, Map<String, Object> data) {
        cards.seenAnew(pen, launch.card());
        return pen.write(kind, launch.card(), data);
    }

    private static void mustBeAgency(Seat seat) {
        if (seat.side() != Side.AGENCY) {
            throw new Forbidden("error.only_agency");
        }
    }

    private static final String SELECT = """
            select c.id, c.number, c.title, coalesce(l.hypothesis, '') as hypothesis, coalesce(l.channel, '') as channel,
                   coalesce(l.audience, '') as audience, l.budget, coalesce(l.currency, 'RUB') as currency, l.starts_on, l.stops_on,
                   coalesce(l.result, '') as result, l.verdict, l.launched_at, l.launched_by, coalesce(l.despite, '') as despite,
                   l.stopped_at, l.stopped_by, coalesce(l.version, 0) as version, coalesce(l.result_version, 0) as result_version
              from card c left join launch l on l.card_id = c.id
            """;

    /** @throws NotFound when the project has no launch card of this number */
    public Launch one(Seat seat, int number) {
        return sql.sql(SELECT + " where c.project_id = ? and c.number = ? and c.kind = 'launch'")
                .params(seat.project().value(), number)
                .query(launches(runs(seat, number)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** What those of these cards that are launches know as such, in the order of their numbers. */
    public List<Launch> these(Seat seat, Collection<CardId> cards) {
        return sql.sql(SELECT + " where c.project_id = ? and c.id = any(?) and c.kind = 'launch' order by c.number")
                .params(
                        seat.project().value(),
                        cards.stream().map(CardId::value).toArray(Long[]::new))
                .query(launches(runs(seat, null)))
                .list();
    }

    /** All launches of the project, archived cards left out: what is live first, then what is planned, then what was. */
    public List<Launch> in(Seat seat) {
        return sql.sql(SELECT + """
                         where c.project_id = ? and c.kind = 'launch' and c.archived_at is null
                         order by coalesce(l.starts_on, (l.launched_at at time zone 'UTC')::date) desc nulls first, c.number desc
                         limit 1000
                        """)
                .param(seat.project().value())
                .query(launches(runs(seat, null)))
                .list();
    }

    /** The earlier runs of the launch of this number, or of all. */
    private Map<CardId, List<Launch.Run>> runs(Seat seat, @Nullable Integer number) {
        Map<CardId, List<Launch.Run>> runs = new HashMap<>();
        sql.sql("""
                        select r.card_id, r.number, r.launched_at, r.launched_by, r.despite, r.stopped_at, r.stopped_by, r.result, r.verdict,
                               r.result_version
                          from launch_run r join card c on c.id = r.card_id
                         where c.project_id = :project and (:number::int is null or c.number = :number)
                         order by r.card_id, r.number
                        """)
                .param("project", seat.project().value())
                .param("number", number)
                .query(row -> {
                    runs.computeIfAbsent(new CardId(row.getLong("card_id")), none -> new ArrayList<>())
                            .add(run(row));
                });
        return runs;
    }

    private static Launch.Run run(ResultSet row) throws SQLException {
        return new Launch.Run(
                row.getInt("number"),
                row.getObject("launched_at", OffsetDateTime.class).toInstant(),
                person(row, "launched_by"),
                row.getString("despite"),
                row.getObject("stopped_at", OffsetDateTime.class).toInstant(),
                person(row, "stopped_by"),
                outcome(row));
    }

    private static RowMapper<Launch> launches(Map<CardId, List<Launch.Run>> runs) {
        return (row, index) -> launch(row, runs);
    }

    private static Launch launch(ResultSet row, Map<CardId, List<Launch.Run>> runs) throws SQLException {
        CardId card = new CardId(row.getLong("id"));
        return new Launch(
                card,
                row.getInt("number"),
                row.getString("title"),
                new Launch.Plan(
                        row.getString("hypothesis"),
                        row.getString("channel"),
                        row.getString("audience"),
                        row.getBigDecimal("budget"),
                        row.getString("currency"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("stops_on", LocalDate.class)),
                row.getInt("version"),
                Versions.instant(row, "launched_at"),
                person(row, "launched_by"),
                row.getString("despite"),
                Versions.instant(row, "stopped_at"),
                person(row, "stopped_by"),
                outcome(row),
                runs.getOrDefault(card, List.of()));
    }

    private static Launch.Outcome outcome(ResultSet row) throws SQLException {
        return new Launch.Outcome(row.getString("result"), verdict(row), row.getInt("result_version"));
    }

    private static Launch.@Nullable Verdict verdict(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("verdict"))
                .map(code -> Launch.Verdict.find(code).orElseThrow())
                .orElse(null);
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class))
                .map(PersonId::new)
                .orElse(null);
    }
}
