package openkitchen.turn;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.board.Cards;
import openkitchen.board.Wait;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.id.TurnId;
import openkitchen.people.People;
import openkitchen.people.Side;
import openkitchen.project.Seat;
import openkitchen.window.AnswerWindows;
import openkitchen.window.Schedule;
import openkitchen.window.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens and closes turns. Every method that changes one takes the {@link Pen} of the change that it belongs to: a turn opens
 * and closes in one transaction with what it is about and with the event that tells of it. What is seen of it on its card's
 * face changes with it.
 */
@Component
public class Turns {

    /** So many of a card's turns are shown on its face: the most pressing ones. */
    private static final int ON_FACE = 4;

    private final JdbcClient sql;
    private final Promises promises;
    private final AnswerWindows windows;
    private final People people;
    private final Cards cards;

    Turns(JdbcClient sql, Promises promises, AnswerWindows windows, People people, Cards cards) {
        this.sql = sql;
        this.promises = promises;
        this.windows = windows;
        this.people = people;
        this.cards = cards;
    }

    /**
     * A turn to be opened: on which card, about which comment, what for, and who is waited for.
     *
     * @param topic which part of the comment it is about: the discipline that checks a decision; mostly empty
     * @param opener who waits; null for the change's actor
     * @param until the term, where whoever waits sets it; null for what is promised
     */
    public record Opening(
            CardId card,
            CommentId comment,
            String topic,
            Purpose purpose,
            Awaited awaited,
            boolean urgent,
            @Nullable PersonId opener,
            @Nullable Instant until) {

        public Opening(
                CardId card,
                CommentId comment,
                String topic,
                Purpose purpose,
                Awaited awaited,
                boolean urgent,
                @Nullable PersonId opener) {
            this(card, comment, topic, purpose, awaited, urgent, opener, null);
        }

        /** What the change's actor waits for. */
        public Opening(CardId card, CommentId comment, Purpose purpose, Awaited awaited) {
            this(card, comment, "", purpose, awaited, false, null);
        }
    }

    /**
     * From now on somebody is waited for. In a paused project its clock stands still from the beginning.
     *
     * @return the turn, with what was promised
     */
    public Turn open(Pen pen, Opening opening) {
        Span promised = promises.of(
                        pen.project(), opening.awaited(), pen.now().plus(patience(opening.purpose())), opening.urgent())
                .map(Promises.Promise::window)
                .orElse(null);
        Instant until = opening.until();
        Instant due = until != null ? until : promised == null ? null : promised.until();
        PersonId opener = opening.opener() == null ? pen.actor() : opening.opener();
        PersonId person = opening.awaited().person();
        TurnId id = new TurnId(sql.sql("""
                        insert into turn (project_id, card_id, comment_id, topic, purpose, side, role, person_id, urgent, opened_at, opened_by, answer_from, due_at)
                        values (:project, :card, :comment, :topic, :purpose, :side, :role, :person, :urgent, :now, :by, :from, :due)
                        returning id
                        """)
                .param("project", pen.project().value())
                .param("card", opening.card().value())
                .param("comment", opening.comment().value())
                .param("topic", opening.topic())
                .param("purpose", opening.purpose().code())
                .param("side", opening.awaited().side().code())
                .param("role", opening.awaited().roleCode())
                .param("person", person == null ? null : person.value())
                .param("urgent", opening.urgent())
                .param("now", time(pen.now()))
                .param("by", opener == null ? null : opener.value())
                .param("from", promised == null || until != null ? null : time(promised.from()))
                .param("due", due == null ? null : time(due))
                .query(Long.class)
                .single());
        standStill(pen, one(id));
        show(pen, opening.card());
        return one(id);
    }

    /** A clock that has a reason to stand still does not run, however often another reason came and went meanwhile. */
    private void standStill(Pen pen, Turn turn) {
        if (paused(pen.project())) {
            pause(pen, turn, Pause.Why.PROJECT);
        } else if (waitsForAsker(turn)) {
            pause(pen, turn, Pause.Why.ASKER);
        }
    }

    private boolean waitsForAsker(Turn turn) {
        return turn.purpose() == Purpose.ANSWER
                && openAbout(known(turn.comment())).stream().anyMatch(other -> other.purpose() == Purpose.CLARIFY);
    }

    /** What is to be mended or looked at takes longer than an answer: the term begins so much later. */
    static Duration patience(Purpose purpose) {
        return switch (purpose) {
            case ANSWER, CLARIFY, CONFIRM, RAISED, APPEAL, OBJECTION, APPROVE, CHASE -> Duration.ZERO;
            case CHECK -> Duration.ofDays(1);
            case MEND -> Duration.ofDays(2);
        };
    }

    private boolean paused(ProjectId project) {
        return sql.sql("select status <> 'live' from project where id = ?")
                .param(project.value())
                .query(Boolean.class)
                .single();
    }

    /** Closes what is open about a comment for these purposes; returns what was closed. */
    public List<Turn> close(
            Pen pen, CommentId about, Set<Purpose> purposes, Outcome outcome, @Nullable Integer minutes) {
        List<Ending> ending = ending(
                        " where t.comment_id = ? and t.closed_at is null order by t.opened_at, t.id", about.value())
                .filter(each -> purposes.contains(each.turn().purpose()))
                .toList();
        ending.forEach(each -> end(pen, each, outcome, minutes));
        List<Turn> closing = ending.stream().map(Ending::turn).toList();
        closing.stream().map(Turn::card).distinct().forEach(card -> show(pen, card));
        return closing;
    }

    /** A turn that is to end. @param stood whether its clock stands still, or did */
    private record Ending(Turn turn, boolean stood) {}

    private Stream<Ending> ending(String which, long id) {
        return sql
                .sql("select " + TurnRows.COLUMNS
                        + ", exists (select from turn_pause p where p.turn_id = t.id) as stood from turn t" + which)
                .param(id)
                .query((row, index) -> new Ending(TurnRows.turn(row, index), row.getBoolean("stood")))
                .list()
                .stream();
    }

    /** Closes one turn. One that is closed already stays as it is. */
    public void close(Pen pen, TurnId id, Outcome outcome, @Nullable Integer minutes) {
        ending(" where t.id = ? and t.closed_at is null", id.value()).forEach(each -> {
            end(pen, each, outcome, minutes);
            show(pen, each.turn().card());
        });
    }

    private void end(Pen pen, Ending ending, Outcome outcome, @Nullable Integer minutes) {
        Turn turn = ending.turn();
        Running running =
                ending.stood() ? running(turn, pen.now()) : Running.between(turn.opened(), pen.now(), List.of());
        PersonId actor = pen.actor();
        Pause pause = turn.pause();
        Instant reached = pause == null ? pen.now() : pause.since();
        Instant due = turn.due();
        if (ending.stood()) {
            runOn(pen, turn);
        }
        sql.sql("""
                        update turn set closed_at = :now, closed_by = :by, outcome = :outcome, minutes = :minutes,
                               wall_seconds = :wall, window_seconds = :window, kept = :kept, paused_at = null, paused_why = null
                         where id = :id
                        """)
                .param("now", time(pen.now()))
                .param("by", actor == null ? null : actor.value())
                .param("outcome", outcome.code())
                .param("minutes", minutes)
                .param("wall", running.onTheWall().toSeconds())
                .param(
                        "window",
                        schedule(turn, actor)
                                .map(running::within)
                                .map(Duration::toSeconds)
                                .orElse(null))
                .param("kept", due == null ? null : !reached.isAfter(due))
                .param("id", turn.id().value())
                .update();
    }

    private Running running(Turn turn, Instant until) {
        List<Running.Stop> stops = sql.sql("select since, until from turn_pause where turn_id = ? order by since")
                .param(turn.id().value())
                .query((row, index) -> new Running.Stop(
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
        return Running.between(turn.opened(), until, stops);
    }

    /** Whose windows an answer is measured by: the person waited for, else who closed it; none for the client's. */
    private Optional<Schedule> schedule(Turn turn, @Nullable PersonId actor) {
        if (turn.awaited().side() == Side.CLIENT) {
            return Optional.empty();
        }
        return Optional.ofNullable(turn.awaited().person())
                .or(() -> Optional.ofNullable(actor))
                .filter(person -> people.one(person).side() == Side.AGENCY)
                .map(windows::of);
    }

    /** The clock stands still from now on; one that does already goes on standing for its first reason. */
    public void pause(Pen pen, Turn turn, Pause.Why why) {
        if (turn.pause() != null || !turn.open()) {
            return;
        }
        stand(pen, turn, why);
        show(pen, turn.card());
    }

    private void stand(Pen pen, Turn turn, Pause.Why why) {
        sql.sql("update turn set paused_at = ?, paused_why = ? where id = ?")
                .params(time(pen.now()), why.code(), turn.id().value())
                .update();
        sql.sql("""
                        insert into turn_pause (turn_id, why, since) values (?, ?, ?)
                        on conflict (turn_id, since) do update set why = excluded.why, until = null
                        """).params(turn.id().value(), why.code(), time(pen.now())).update();
    }

    private void runOn(Pen pen, Turn turn) {
        sql.sql("update turn_pause set until = ? where turn_id = ? and until is null")
                .params(time(pen.now()), turn.id().value())
                .update();
    }

    /**
     * The reason for standing still is gone: the clock runs on with a new promise, or to a term as much later as it stood still,
     * unless there is another reason.
     */
    public void resume(Pen pen, Turn turn, Pause.Why why) {
        Pause pause = turn.pause();
        if (pause == null || pause.why() != why) {
            return;
        }
        runOn(pen, turn);
        Span promised = promises.of(
                        pen.project(), turn.awaited(), pen.now().plus(patience(turn.purpose())), turn.urgent())
                .map(Promises.Promise::window)
                .orElse(null);
        Instant due = promised == null ? term(pen, turn) : promised.until();
        sql.sql("""
                        update turn set paused_at = null, paused_why = null, answer_from = :from, due_at = :due where id = :id
                        """)
                .param("from", promised == null ? null : time(promised.from()))
                .param("due", due == null ? null : time(due))
                .param("id", turn.id().value())
                .update();
        standStill(pen, one(turn.id()));
        show(pen, turn.card());
    }

    /** Until when it is waited for, were its clock to run on now: as much later as it stood still. Null for no term. */
    public @Nullable Instant term(Pen pen, Turn turn) {
        Pause pause = turn.pause();
        Instant due = turn.due();
        return due == null || pause == null ? due : due.plus(Duration.between(pause.since(), pen.now()));
    }

    /**
     * What is open about a comment for this purpose gets another term, set by whoever waits. Where the clock stands still, only what
     * it stands from now on makes that term later.
     */
    public void due(Pen pen, CommentId about, Purpose purpose, Instant due) {
        List<Turn> moved = openAbout(about).stream()
                .filter(turn -> turn.purpose() == purpose)
                .toList();
        for (Turn turn : moved) {
            sql.sql("update turn set due_at = ?, answer_from = null where id = ?")
                    .params(time(due), turn.id().value())
                    .update();
            Pause pause = turn.pause();
            if (pause != null) {
                runOn(pen, turn);
                stand(pen, turn, pause.why());
            }
        }
        moved.stream().map(Turn::card).distinct().forEach(card -> show(pen, card));
    }

    /** Somebody else is waited for from now on, with a promise of their own; what for and who waits stays the same. */
    public Turn pass(Pen pen, Turn turn, Awaited to, Outcome outcome) {
        close(pen, turn.id(), outcome, null);
        return open(
                pen,
                new Opening(
                        known(turn.card()),
                        known(turn.comment()),
                        turn.topic(),
                        turn.purpose(),
                        to,
                        turn.urgent(),
                        turn.opener(),
                        to.side() == Side.CLIENT ? term(pen, turn) : null));
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("an open turn stands on a card and is about a comment");
        }
        return value;
    }

    /** All that was and is open on a card goes with it to another project, whose clock stands still or runs. */
    void carry(Pen coming, CardId card) {
        sql.sql("update turn set project_id = ? where card_id = ?")
                .params(coming.project().value(), card.value())
                .update();
        boolean paused = paused(coming.project());
        for (Turn turn : openOn(coming.project(), card)) {
            if (paused) {
                pause(coming, turn, Pause.Why.PROJECT);
            } else {
                resume(coming, turn, Pause.Why.PROJECT);
            }
        }
        show(coming, card);
    }

    /** Puts the card's open turns on its face. */
    void show(Pen pen, @Nullable CardId card) {
        if (card == null) {
            return;
        }
        List<Wait> waits =
                sql.sql(TurnRows.SELECT + """
                         where t.card_id = ? and t.closed_at is null
                         order by t.paused_at is not null, t.urgent desc, t.due_at nulls last, t.opened_at, t.id
                         limit ?
                        """).params(card.value(), ON_FACE).query(TurnRows::turn).list().stream()
                        .map(Turns::onFace)
                        .toList();
        cards.waits(pen, card, waits);
    }

    /** A turn as its card shows it. */
    public static Wait onFace(Turn turn) {
        Awaited awaited = turn.awaited();
        Pause pause = turn.pause();
        return new Wait(
                turn.purpose().code(),
                awaited.side(),
                awaited.roleCode(),
                awaited.person(),
                turn.opened(),
                turn.from(),
                turn.due(),
                turn.urgent(),
                pause == null ? null : pause.why().code());
    }

    private Turn one(TurnId id) {
        return sql.sql(TurnRows.SELECT + " where t.id = ?")
                .param(id.value())
                .query(TurnRows::turn)
                .single();
    }

    /** What is open about a comment, oldest first. */
    public List<Turn> openAbout(CommentId comment) {
        return sql.sql(TurnRows.SELECT + " where t.comment_id = ? and t.closed_at is null order by t.opened_at, t.id")
                .param(comment.value())
                .query(TurnRows::turn)
                .list();
    }

    /** What is open about these comments of the project. */
    public Map<CommentId, List<Turn>> openAbout(Seat seat, Collection<CommentId> comments) {
        return openAbout(seat.project(), comments);
    }

    /** The same for who reads the project's history on nobody's behalf. */
    public Map<CommentId, List<Turn>> openAbout(ProjectId project, Collection<CommentId> comments) {
        return sql
                .sql(TurnRows.SELECT + """
                         where t.project_id = :project and t.comment_id = any(:comments) and t.closed_at is null
                         order by t.opened_at, t.id
                        """)
                .param("project", project.value())
                .param("comments", comments.stream().map(CommentId::value).toArray(Long[]::new))
                .query(TurnRows::turn)
                .list()
                .stream()
                .collect(Collectors.groupingBy(turn -> known(turn.comment())));
    }

    /** What is open in the project, the most pressing first. */
    public List<Turn> openIn(Seat seat) {
        return openIn(seat.project());
    }

    List<Turn> openIn(ProjectId project) {
        return sql.sql(TurnRows.SELECT + """
                         where t.project_id = ? and t.closed_at is null
                         order by t.urgent desc, t.due_at nulls last, t.opened_at, t.id
                        """)
                .param(project.value())
                .query(TurnRows::turn)
                .list();
    }

    /** What is open on each of these cards of the project, the most pressing first. */
    public Map<CardId, List<Turn>> openOn(Seat seat, Collection<CardId> cards) {
        return sql
                .sql(TurnRows.SELECT + """
                         where t.project_id = :project and t.card_id = any(:cards) and t.closed_at is null
                         order by t.paused_at is not null, t.urgent desc, t.due_at nulls last, t.opened_at, t.id
                        """)
                .param("project", seat.project().value())
                .param("cards", cards.stream().map(CardId::value).toArray(Long[]::new))
                .query(TurnRows::turn)
                .list()
                .stream()
                .collect(Collectors.groupingBy(turn -> known(turn.card())));
    }

    /** What is open on a card. */
    public List<Turn> openOn(Seat seat, CardId card) {
        return openOn(seat.project(), card);
    }

    List<Turn> openOn(ProjectId project, CardId card) {
        return sql.sql(TurnRows.SELECT + """
                         where t.project_id = ? and t.card_id = ? and t.closed_at is null
                         order by t.urgent desc, t.due_at nulls last, t.opened_at, t.id
                        """)
                .params(project.value(), card.value())
                .query(TurnRows::turn)
                .list();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
