package openkitchen.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import openkitchen.people.People;
import openkitchen.people.Side;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.turn.Awaited;
import openkitchen.turn.Outcome;
import openkitchen.turn.Promises;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remarks, from raising to the end (`product.md` 5.4): the team fixes or declines, the author confirms or raises again. Raised
 * for the second time a remark also waits for the account, from the third on for the owner, too: none can be lost.
 */
@Component
public class Remarks {

    public static final int REASON_LIMIT = 2000;
    public static final int FIXED_IN_LIMIT = 200;

    /** Whatever the team or those above it are waited for about a remark. */
    private static final Set<Purpose> OURS = EnumSet.of(Purpose.MEND, Purpose.RAISED, Purpose.APPEAL);

    private final JdbcClient sql;
    private final History history;
    private final Saying saying;
    private final Comments comments;
    private final Routing routing;
    private final Promises promises;
    private final Turns turns;
    private final RemarkCounts counts;
    private final Cards cards;
    private final People people;

    Remarks(
            JdbcClient sql,
            History history,
            Saying saying,
            Comments comments,
            Routing routing,
            Promises promises,
            Turns turns,
            RemarkCounts counts,
            Cards cards,
            People people) {
        this.sql = sql;
        this.history = history;
        this.saying = saying;
        this.comments = comments;
        this.routing = routing;
        this.promises = promises;
        this.turns = turns;
        this.counts = counts;
        this.cards = cards;
        this.people = people;
    }

    /**
     * Raises a remark on a card: it gets the project's next number, and the team is waited for.
     *
     * @throws Invalid for no text
     * @throws NotFound when the project has no such card
     */
    public CommentId raise(Seat seat, int number, Remark.Weight weight, String body, List<FileId> files) {
        Saying.Words words = new Saying.Words(body, null, files).check();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Saying.Said said = saying.write(pen, seat, number, CommentKind.REMARK, words);
            Map<String, Object> data = said.told();
            data.put("kind", CommentKind.REMARK.code());
            enter(pen, seat, number, said.id(), weight, data);
            saying.tell(pen, seat, said, EventKind.COMMENT_ADDED, data);
            return said.id();
        });
    }

    /** Makes a remark of a comment that is there. One that was a remark before gets its number back. */
    void enter(Pen pen, Seat seat, int number, CommentId comment, Remark.Weight weight, Map<String, Object> data) {
        Comment said = comments.one(seat, comment);
        CardId card = said.card();
        int own = sql.sql("""
                        with known as (select number from remark where comment_id = :comment),
                        fresh as (update project set remarks_made = remarks_made + 1
                                   where id = :project and not exists (select from known) returning remarks_made)
                        insert into remark (comment_id, project_id, number, weight, state, changed_at, changed_by)
                        values (:comment, :project, coalesce((select number from known), (select remarks_made from fresh)), :weight, 'open',
                                :now, :by)
                        on conflict (comment_id) do update set weight = excluded.weight, state = 'open', changed_at = excluded.changed_at,
                               changed_by = excluded.changed_by
                        returning number
                        """)
                .param("comment", comment.value())
                .param("project", seat.project().value())
                .param("weight", weight.code())
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .param("by", seat.viewer().person().value())
                .query(Integer.class)
                .single();
        Awaited mender = routing.mender(seat, number);
        turns.open(pen, new Turns.Opening(card, comment, "", Purpose.MEND, mender, false, said.author()));
        counts.show(pen, card);
        data.put("remark", own);
        data.put("weight", weight.code());
        mender.tell(data);
    }

    private interface Act {
        EventKind by(Pen pen, Remark remark, Map<String, Object> data);
    }

    private void step(Seat seat, CommentId id, Set<Remark.State> from, String comment, Act act) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Remark remark = one(seat.project(), id);
            if (!from.contains(remark.state())) {
                throw new Invalid("remark", "error.remark_moved_on");
            }
            Map<String, Object> data = cards.told(remark.card());
            data.put("comment", id.value());
            data.put("remark", remark.number());
            EventKind told = act.by(pen, remark, data);
            counts.show(pen, remark.card());
            if (comment.isBlank()) {
                return pen.write(told, remark.card(), data);
            }
            int number = cards.numberOf(seat, remark.card()).orElseThrow(NotFound::new);
            Saying.Said said =
                    saying.write(pen, seat, number, CommentKind.MESSAGE, new Saying.Words(comment, id, List.of()));
            data.put("said", said.id().value());
            saying.tell(pen, seat, said, told, data);
            return pen.next();
        });
    }

    private void state(Pen pen, Remark remark, Remark.State state, String reason) {
        PersonId actor = pen.actor();
        sql.sql("""
                        update remark set state = :state, reason = :reason, changed_at = :now, changed_by = :by where comment_id = :id
                        """)
                .param("state", state.code())
                .param("reason", reason.strip())
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .param("by", actor == null ? null : actor.value())
                .param("id", remark.id().value())
                .update();
    }

    /**
     * The team says that it is put right; its author is asked to look.
     *
     * @param fixedIn where: a version, a page; may be empty
     * @throws Forbidden for the client
     */
    public void fix(Seat seat, CommentId id, String fixedIn, String comment) {
        mustBeAgency(seat);
        new Faults()
                .optional("fixed_in", fixedIn, FIXED_IN_LIMIT)
                .optional("body", comment, Comments.BODY_LIMIT)
                .stop();
        step(seat, id, EnumSet.of(Remark.State.OPEN, Remark.State.APPEALED), comment, (pen, remark, data) -> {
            turns.close(pen, id, OURS, Outcome.FIXED, null);
            openFor(pen, remark, author(seat, remark), Purpose.CONFIRM);
            state(pen, remark, Remark.State.FIXED, "");
            sql.sql("update remark set fixed_in = ? where comment_id = ?")
                    .params(fixedIn.strip(), id.value())
                    .update();
            if (!fixedIn.isBlank()) {
                data.put("fixed_in", fixedIn.strip());
            }
            return EventKind.REMARK_FIXED;
        });
    }

    private void openFor(Pen pen, Remark remark, Awaited awaited, Purpose purpose) {
        turns.open(pen, new Turns.Opening(remark.card(), remark.id(), purpose, awaited));
    }

    private Awaited author(Seat seat, Remark remark) {
        return promises.person(
                seat.project(), remark.author(), people.one(remark.author()).side());
    }

    private static void mustBeAgency(Seat seat) {
        if (seat.side() != Side.AGENCY) {
            throw new Forbidden("error.only_agency");
        }
    }

    /**
     * Its author says that it is put right, or that they take the reason why not. When the author is no longer on the project,
     * somebody of their side may.
     *
     * @throws Forbidden for others
     */
    public void confirm(Seat seat, CommentId id) {
        step(seat, id, EnumSet.of(Remark.State.FIXED, Remark.State.DECLINED), "", (pen, remark, data) -> {
            mustBeAuthor(seat, remark);
            boolean fixed = remark.state() == Remark.State.FIXED;
            turns.close(pen, id, EnumSet.of(Purpose.CONFIRM), Outcome.CONFIRMED, null);
            state(pen, remark, fixed ? Remark.State.CONFIRMED : Remark.State.SETTLED, remark.reason());
            data.put("fixed", fixed);
            return EventKind.REMARK_CONFIRMED;
        });
    }

    private void mustBeAuthor(Seat seat, Remark remark) {
        boolean theirs = remark.author().equals(seat.viewer().person())
                || (author(seat, remark).person() == null
                        && author(seat, remark).side() == seat.side());
        if (!theirs) {
            throw new Forbidden("error.only_author");
        }
    }

    /**
     * Its author raises it again: it is not put right, whatever was said. Each time is counted; from the second on the account is
     * waited for, too, from the third the owner.
     *
     * @param comment what is still wrong; may be empty
     */
    public void raiseAgain(Seat seat, CommentId id, String comment) {
        new Faults().optional("body", comment, Comments.BODY_LIMIT).stop();
        Set<Remark.State> any = EnumSet.complementOf(EnumSet.of(Remark.State.WITHDRAWN, Remark.State.APPEALED));
        step(seat, id, any, comment, (pen, remark, data) -> {
            mustBeAuthor(seat, remark);
            int times = remark.raised() + 1;
            turns.close(pen, id, EnumSet.of(Purpose.CONFIRM), Outcome.RAISED_AGAIN, null);
            int number = cards.numberOf(seat, remark.card()).orElseThrow(NotFound::new);
            if (remark.state() != Remark.State.OPEN) {
                openFor(pen, remark, routing.mender(seat, number), Purpose.MEND);
            }
            escalate(pen, seat, remark, times);
            sql.sql("update remark set raised = ? where comment_id = ?")
                    .params(times, id.value())
                    .update();
            state(pen, remark, Remark.State.OPEN, "");
            data.put("times", times);
            data.put("weight", remark.weight().code());
            return EventKind.REMARK_RAISED;
        });
    }

    private void escalate(Pen pen, Seat seat, Remark remark, int times) {
        Set<Awaited> waiting = turns.openAbout(remark.id()).stream()
                .filter(turn -> turn.purpose() == Purpose.RAISED)
                .map(turn -> turn.awaited())
                .collect(Collectors.toSet());
        Awaited account = promises.account(seat.project());
        if (waiting.add(account)) {
            openFor(pen, remark, account, Purpose.RAISED);
        }
        if (times >= 3 && !waiting.contains(new Awaited.Owner())) {
            openFor(pen, remark, new Awaited.Owner(), Purpose.RAISED);
        }
    }

    /**
     * The team says why it will not be done; its author takes that or goes to the account.
     *
     * @throws Forbidden for the client
     * @throws Invalid without a reason
     */
    public void decline(Seat seat, CommentId id, String reason) {
        mustBeAgency(seat);
        new Faults().text("reason", reason, REASON_LIMIT).stop();
        step(seat, id, EnumSet.of(Remark.State.OPEN), "", (pen, remark, data) -> {
            turns.close(pen, id, OURS, Outcome.DECLINED, null);
            openFor(pen, remark, author(seat, remark), Purpose.CONFIRM);
            state(pen, remark, Remark.State.DECLINED, reason);
            data.put("reason", reason.strip());
            return EventKind.REMARK_DECLINED;
        });
    }

    /**
     * Its author does not take the reason: the account decides; where the account declined it, the owner does.
     *
     * @throws Forbidden for others than its author
     */
    public void appeal(Seat seat, CommentId id, String reason) {
        new Faults().optional("reason", reason, REASON_LIMIT).stop();
        step(seat, id, EnumSet.of(Remark.State.DECLINED), "", (pen, remark, data) -> {
            mustBeAuthor(seat, remark);
            turns.close(pen, id, EnumSet.of(Purpose.CONFIRM), Outcome.APPEALED, null);
            Awaited account = promises.account(seat.project());
            boolean declinedByAccount = promises.who(seat.project(), account).contains(remark.changedBy());
            openFor(pen, remark, declinedByAccount ? new Awaited.Owner() : account, Purpose.APPEAL);
            state(pen, remark, Remark.State.APPEALED, reason.isBlank() ? remark.reason() : reason);
            if (!reason.isBlank()) {
                data.put("reason", reason.strip());
            }
            return EventKind.REMARK_APPEALED;
        });
    }

    /**
     * The account or the owner decides: it is to be done after all, or it stays as it is.
     *
     * @throws Forbidden for others
     * @throws Invalid without a reason
     */
    public void settle(Seat seat, CommentId id, boolean toBeDone, String reason) {
        seat.mustManage();
        new Faults().text("reason", reason, REASON_LIMIT).stop();
        step(seat, id, EnumSet.of(Remark.State.APPEALED), "", (pen, remark, data) -> {
            turns.close(pen, id, EnumSet.of(Purpose.APPEAL), Outcome.SETTLED, null);
            if (toBeDone) {
                int number = cards.numberOf(seat, remark.card()).orElseThrow(NotFound::new);
                Awaited mender = routing.mender(seat, number);
                turns.open(pen, new Turns.Opening(remark.card(), id, "", Purpose.MEND, mender, false, remark.author()));
            }
            state(pen, remark, toBeDone ? Remark.State.OPEN : Remark.State.SETTLED, reason);
            data.put("to_be_done", toBeDone);
            data.put("reason", reason.strip());
            return EventKind.REMARK_SETTLED;
        });
    }

    private static final String SELECT = """
            select r.comment_id, c.card_id, c.author_id, r.number, r.weight, r.state, r.raised, r.fixed_in, r.reason, r.changed_at,
                   r.changed_by
              from remark r join comment c on c.id = r.comment_id
            """;

    private Remark one(ProjectId project, CommentId id) {
        return these(Set.of(project), List.of(id)).values().stream().findFirst().orElseThrow(NotFound::new);
    }

    /** @throws NotFound when the project has no such remark */
    public Remark one(Seat seat, CommentId id) {
        return one(seat.project(), id);
    }

    /** The remarks among these comments of the project. */
    public Map<CommentId, Remark> these(Seat seat, Collection<CommentId> ids) {
        return these(Set.of(seat.project()), ids);
    }

    /** The same over several projects: those that whoever asks may see. */
    public Map<CommentId, Remark> these(Collection<ProjectId> projects, Collection<CommentId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql(SELECT + """
                         where c.project_id = any(:projects) and r.comment_id = any(:ids) and c.kind = 'remark' and c.deleted_at is null
                        """)
                .param("projects", projects.stream().map(ProjectId::value).toArray(Long[]::new))
                .param("ids", ids.stream().map(CommentId::value).toArray(Long[]::new))
                .query(Remarks::remark)
                .list()
                .stream()
                .collect(Collectors.toMap(Remark::id, Function.identity()));
    }

    /** All remarks of the project, the latest number first; of one card when it is given. */
    public List<Remark> in(Seat seat, Optional<CardId> card) {
        return sql.sql(SELECT + """
                         where r.project_id = :project and c.kind = 'remark' and c.deleted_at is null
                           and (:card::bigint is null or c.card_id = :card)
                         order by r.number desc
                        """)
                .param("project", seat.project().value())
                .param("card", card.map(CardId::value).orElse(null))
                .query(Remarks::remark)
                .list();
    }

    private static Remark remark(ResultSet row, int index) throws SQLException {
        Long by = row.getObject("changed_by", Long.class);
        return new Remark(
                new CommentId(row.getLong("comment_id")),
                new CardId(row.getLong("card_id")),
                new PersonId(row.getLong("author_id")),
                row.getInt("number"),
                Remark.Weight.find(row.getString("weight")).orElseThrow(),
                Remark.State.of(row.getString("state")),
                row.getInt("raised"),
                row.getString("fixed_in"),
                row.getString("reason"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new PersonId(by));
    }
}
