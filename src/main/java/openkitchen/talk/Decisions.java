package openkitchen.talk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.board.Cards;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import openkitchen.turn.Awaited;
import openkitchen.turn.Outcome;
import openkitchen.turn.Promises;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decisions, and those whom they affect (`product.md` 5.4): each discipline says that it is fine or objects, and an objection is
 * settled by the account. Nobody decides quietly what harms another's work.
 */
@Component
public class Decisions {

    public static final int REASON_LIMIT = 2000;

    private final JdbcClient sql;
    private final History history;
    private final Saying saying;
    private final Comments comments;
    private final Promises promises;
    private final Turns turns;
    private final Cards cards;

    Decisions(
            JdbcClient sql,
            History history,
            Saying saying,
            Comments comments,
            Promises promises,
            Turns turns,
            Cards cards) {
        this.sql = sql;
        this.history = history;
        this.saying = saying;
        this.comments = comments;
        this.promises = promises;
        this.turns = turns;
        this.cards = cards;
    }

    /**
     * Writes down a decision. Everyone whom it affects gets a turn, but for the one who decides when they are the discipline's
     * only one.
     *
     * @param reason why; may be empty
     * @throws Invalid for no text
     * @throws NotFound when the project has no such card
     */
    public CommentId decide(
            Seat seat, int number, String body, String reason, Set<Discipline> affects, List<FileId> files) {
        Saying.Words words = new Saying.Words(body, null, files).check();
        new Faults().optional("reason", reason, REASON_LIMIT).stop();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Saying.Said said = saying.write(pen, seat, number, CommentKind.DECISION, words);
            Map<String, Object> data = said.told();
            data.put("kind", CommentKind.DECISION.code());
            enter(pen, seat, said.id(), reason, affects, data);
            saying.tell(pen, seat, said, EventKind.COMMENT_ADDED, data);
            return said.id();
        });
    }

    /** Makes a decision of a comment that is there. */
    void enter(
            Pen pen, Seat seat, CommentId comment, String reason, Set<Discipline> affects, Map<String, Object> data) {
        CardId card = comments.one(seat, comment).card();
        sql.sql("""
                        insert into decision (comment_id, state, reason) values (:comment, 'asked', :reason)
                        on conflict (comment_id) do update set state = 'asked', reason = excluded.reason, outcome = ''
                        """)
                .param("comment", comment.value())
                .param("reason", reason.strip())
                .update();
        sql.sql("delete from decision_check where comment_id = ?")
                .param(comment.value())
                .update();
        for (Discipline discipline : new TreeSet<>(affects)) {
            ask(pen, seat, card, comment, discipline);
        }
        reckon(comment);
        if (!reason.isBlank()) {
            data.put("why", reason.strip());
        }
        if (!affects.isEmpty()) {
            data.put("affects", affects.stream().sorted().map(Discipline::code).collect(Collectors.joining(",")));
        }
    }

    private void ask(Pen pen, Seat seat, CardId card, CommentId comment, Discipline discipline) {
        Awaited awaited = promises.role(seat.project(), Routing.role(discipline));
        boolean own = promises.who(seat.project(), awaited)
                .equals(Set.of(seat.viewer().person()));
        sql.sql("""
                        insert into decision_check (comment_id, discipline, verdict, at, by_id)
                        values (:comment, :discipline, :verdict, :at, :by)
                        """)
                .param("comment", comment.value())
                .param("discipline", discipline.code())
                .param("verdict", own ? Decision.Verdict.FINE.code() : null)
                .param("at", own ? pen.now().atOffset(ZoneOffset.UTC) : null)
                .param("by", own ? seat.viewer().person().value() : null)
                .update();
        if (!own) {
            turns.open(pen, new Turns.Opening(card, comment, discipline.code(), Purpose.CHECK, awaited, false, null));
        }
    }

    /** What all that was said amounts to. */
    private Decision.State reckon(CommentId id) {
        return Decision.State.of(
                sql.sql("""
                        update decision set state = case
                               when exists (select from decision_check c where c.comment_id = :id and c.verdict = 'objection') then 'objected'
                               when exists (select from decision_check c where c.comment_id = :id and c.verdict is null) then 'asked'
                               else 'fine' end
                         where comment_id = :id returning state
                        """).param("id", id.value()).query(String.class).single());
    }

    /**
     * A discipline says that the decision is fine, or objects. Who works in the discipline here may, and the account and the owner.
     *
     * @param reason of an objection, which needs one
     * @throws Forbidden for others
     * @throws Invalid when it was said already, or an objection has no reason
     */
    public void check(Seat seat, CommentId id, Discipline discipline, boolean fine, String reason) {
        new Faults()
                .unless(fine || !reason.isBlank(), "reason", "error.required")
                .optional("reason", reason, REASON_LIMIT)
                .stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Decision decision = one(seat, id);
            Turn turn = turns.openAbout(id).stream()
                    .filter(each ->
                            each.purpose() == Purpose.CHECK && each.topic().equals(discipline.code()))
                    .findFirst()
                    .orElseThrow(() -> new Invalid("decision", "error.checked_already"));
            if (!seat.manages() && !Routing.meant(seat, turn.awaited())) {
                throw new Forbidden("error.only_asked");
            }
            turns.close(pen, turn.id(), fine ? Outcome.FINE : Outcome.OBJECTED, null);
            sql.sql("""
                            update decision_check set verdict = :verdict, reason = :reason, at = :now, by_id = :by
                             where comment_id = :id and discipline = :discipline
                            """)
                    .param("verdict", (fine ? Decision.Verdict.FINE : Decision.Verdict.OBJECTION).code())
                    .param("reason", reason.strip())
                    .param("now", pen.now().atOffset(ZoneOffset.UTC))
                    .param("by", seat.viewer().person().value())
                    .param("id", id.value())
                    .param("discipline", discipline.code())
                    .update();
            if (!fine && turns.openAbout(id).stream().noneMatch(each -> each.purpose() == Purpose.OBJECTION)) {
                turns.open(
                        pen,
                        new Turns.Opening(decision.card(), id, Purpose.OBJECTION, promises.account(seat.project())));
            }
            reckon(id);
            Map<String, Object> data = told(decision);
            data.put("discipline", discipline.code());
            data.put("fine", fine);
            if (!reason.isBlank()) {
                data.put("reason", reason.strip());
            }
            return pen.write(EventKind.DECISION_CHECKED, decision.card(), data);
        });
    }

    private Map<String, Object> told(Decision decision) {
        Map<String, Object> data = cards.told(decision.card());
        data.put("comment", decision.id().value());
        return data;
    }

    /**
     * Settles what was objected to. The account and the owner may.
     *
     * @param outcome what holds now; it needs words
     * @throws Invalid when nobody objects
     */
    public void settle(Seat seat, CommentId id, String outcome) {
        seat.mustManage();
        new Faults().text("reason", outcome, REASON_LIMIT).stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Decision decision = one(seat, id);
            if (decision.state() != Decision.State.OBJECTED) {
                throw new Invalid("decision", "error.no_objection");
            }
            turns.close(pen, id, EnumSet.of(Purpose.OBJECTION, Purpose.CHECK), Outcome.SETTLED, null);
            sql.sql("update decision set state = 'settled', outcome = ? where comment_id = ?")
                    .params(outcome.strip(), id.value())
                    .update();
            Map<String, Object> data = told(decision);
            data.put("reason", outcome.strip());
            cards.seenAnew(pen, decision.card());
            return pen.write(EventKind.DECISION_SETTLED, decision.card(), data);
        });
    }

    /** @throws NotFound when the project has no such decision */
    public Decision one(Seat seat, CommentId id) {
        return these(seat, List.of(id)).values().stream().findFirst().orElseThrow(NotFound::new);
    }

    /** The decisions among these comments of the project. */
    public Map<CommentId, Decision> these(Seat seat, Collection<CommentId> ids) {
        return these(Set.of(seat.project()), ids);
    }

    /** The same over several projects: those that whoever asks may see. */
    public Map<CommentId, Decision> these(Collection<ProjectId> projects, Collection<CommentId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<CommentId, List<Decision.Check>> checks = checks(ids);
        return sql
                .sql("""
                        select d.comment_id, c.card_id, c.author_id, d.state, d.reason, d.outcome
                          from decision d join comment c on c.id = d.comment_id
                         where c.project_id = any(:projects) and d.comment_id = any(:ids) and c.kind = 'decision' and c.deleted_at is null
                        """)
                .param("projects", projects.stream().map(ProjectId::value).toArray(Long[]::new))
                .param("ids", ids.stream().map(CommentId::value).toArray(Long[]::new))
                .query((row, index) -> {
                    CommentId id = new CommentId(row.getLong("comment_id"));
                    return new Decision(
                            id,
                            new CardId(row.getLong("card_id")),
                            new PersonId(row.getLong("author_id")),
                            Decision.State.of(row.getString("state")),
                            row.getString("reason"),
                            row.getString("outcome"),
                            checks.getOrDefault(id, List.of()));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Decision::id, Function.identity()));
    }

    private Map<CommentId, List<Decision.Check>> checks(Collection<CommentId> ids) {
        Map<CommentId, List<Decision.Check>> checks = new HashMap<>();
        sql.sql("""
                        select comment_id, discipline, verdict, reason, at, by_id from decision_check
                         where comment_id = any(:ids) order by comment_id, discipline
                        """)
                .param("ids", ids.stream().map(CommentId::value).toArray(Long[]::new))
                .query((row, index) -> checks.computeIfAbsent(
                                new CommentId(row.getLong("comment_id")), id -> new java.util.ArrayList<>())
                        .add(new Decision.Check(
                                Discipline.find(row.getString("discipline")).orElseThrow(),
                                Optional.ofNullable(row.getString("verdict"))
                                        .map(Decision.Verdict::of)
                                        .orElse(null),
                                row.getString("reason"),
                                instant(row.getObject("at", OffsetDateTime.class)),
                                Optional.ofNullable(row.getObject("by_id", Long.class))
                                        .map(PersonId::new)
                                        .orElse(null))))
                .list();
        return checks;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
