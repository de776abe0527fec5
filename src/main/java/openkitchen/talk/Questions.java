package openkitchen.talk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.turn.Awaited;
import openkitchen.turn.Outcome;
import openkitchen.turn.Pause;
import openkitchen.turn.Promises;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Questions: asking and answering, and all that may become of one in between (`product.md` 5.4). What the account alone may do
 * with one stands in {@link Triage}. A question whose asker has to say more keeps its turn with the clock standing still, and
 * opens another for the asker; a settled one that is answered once more takes the answer as a reply, so no words are lost.
 */
@Component
public class Questions {

    /** Minutes of contact time that one answer may take. */
    public static final int MINUTES_LIMIT = 600;

    /** A month of urgent questions is counted by the agency's clock. */
    private static final ZoneId QUOTA_ZONE = ZoneId.of("Europe/Moscow");

    private static final Set<Purpose> BOTH = EnumSet.of(Purpose.ANSWER, Purpose.CLARIFY);

    private final JdbcClient sql;
    private final History history;
    private final Saying saying;
    private final Comments comments;
    private final QuestionRows rows;
    private final Routing routing;
    private final Promises promises;
    private final Turns turns;
    private final ContactTime contactTime;
    private final Cards cards;
    private final People people;

    Questions(
            JdbcClient sql,
            History history,
            Saying saying,
            Comments comments,
            QuestionRows rows,
            Routing routing,
            Promises promises,
            Turns turns,
            ContactTime contactTime,
            Cards cards,
            People people) {
        this.sql = sql;
        this.history = history;
        this.saying = saying;
        this.comments = comments;
        this.rows = rows;
        this.routing = routing;
        this.promises = promises;
        this.turns = turns;
        this.contactTime = contactTime;
        this.cards = cards;
        this.people = people;
    }

    /**
     * What a question would come to, before it is sent.
     *
     * @param promise empty where nobody promises: the client, or an agency without windows
     * @param urgentLeft how many urgent questions the month still holds; 0 and below when it is used up
     */
    public record Foreseen(Awaited awaited, Optional<Promises.Promise> promise, int urgentLeft) {}

    /** @throws Invalid for oneself, or whoever is not on the project */
    public Foreseen foresee(Seat seat, int number, Address to, boolean urgent) {
        Awaited awaited = routing.route(seat, number, to);
        return new Foreseen(
                awaited, promises.of(seat.project(), awaited, history.now(), urgent), urgentLeft(seat.project()));
    }

    private int urgentLeft(ProjectId project) {
        Instant month = history.now()
                .atZone(QUOTA_ZONE)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant();
        return sql.sql("""
                        select p.urgent_quota - (select count(*)::int from question q join comment c on c.id = q.comment_id
                                                  where c.project_id = p.id and c.kind = 'question' and q.urgent and c.created_at >= :month)
                          from project p where p.id = :project
                        """)
                .param("month", month.atOffset(ZoneOffset.UTC))
                .param("project", project.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Asks. Who answers is found by the address and the card; the promise is made at once.
     *
     * @throws Invalid for no text, oneself, or whoever is not on the project
     * @throws NotFound when the project has no such card
     */
    public CommentId ask(Seat seat, int number, Address to, boolean urgent, String body, List<FileId> files) {
        Saying.Words words = new Saying.Words(body, null, files).check();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Saying.Said said = saying.write(pen, seat, number, CommentKind.QUESTION, words);
            Map<String, Object> data = said.told();
            data.put("kind", CommentKind.QUESTION.code());
            enter(pen, seat, number, said.id(), to, urgent, data);
            saying.tell(pen, seat, said, EventKind.COMMENT_ADDED, data);
            return said.id();
        });
    }

    /** Makes a question of a comment that is there: its turn opens, and the event's data tell of it. */
    void enter(
            Pen pen, Seat seat, int number, CommentId comment, Address to, boolean urgent, Map<String, Object> data) {
        Awaited awaited = routing.route(seat, number, to);
        boolean overQuota = urgent && urgentLeft(seat.project()) <= 0;
        Comment asked = comments.one(seat, comment);
        Turn turn = turns.open(
                pen, new Turns.Opening(asked.card(), comment, "", Purpose.ANSWER, awaited, urgent, asked.author()));
        Instant due = turn.due();
        sql.sql("""
                        insert into question (comment_id, state, asked_of, urgent, over_quota, promised_at)
                        values (:comment, 'open', :to, :urgent, :over, :promised)
                        on conflict (comment_id) do update set state = 'open', asked_of = excluded.asked_of, urgent = excluded.urgent,
                               over_quota = excluded.over_quota, promised_at = excluded.promised_at, settled_at = null, settled_by = null
                        """)
                .param("comment", comment.value())
                .param("to", to.code())
                .param("urgent", urgent)
                .param("over", overQuota)
                .param("promised", due == null ? null : due.atOffset(ZoneOffset.UTC))
                .update();
        data.put("to", to.code());
        awaited.tell(data);
        if (urgent) {
            data.put("urgent", true);
        }
        if (due != null) {
            data.put("due", due.toString());
        }
    }

    /**
     * Answers a question. Anybody of the side that is asked may.
     *
     * @param minutes contact time it took, 0 to {@link #MINUTES_LIMIT}; null for none told. Only the agency's is counted.
     * @param depth how big the question was; null leaves it open
     * @return the answer
     * @throws Forbidden for the asker's own side
     */
    public CommentId answer(
            Seat seat,
            CommentId id,
            String body,
            List<FileId> files,
            @Nullable Integer minutes,
            Question.@Nullable Depth depth) {
        new Faults()
                .unless(minutes == null || (minutes >= 0 && minutes <= MINUTES_LIMIT), "minutes", "error.minutes")
                .stop();
        return reply(seat, id, body, files, (pen, question, said) -> {
            mustBeAsked(seat, id, question);
            boolean relayed = relayed(seat, id);
            turns.close(pen, id, BOTH, relayed ? Outcome.RELAYED : Outcome.ANSWERED, minutes);
            sql.sql("""
                            update question set state = 'answered', answer_id = :answer, depth = coalesce(:depth, depth),
                                   settled_at = :now, settled_by = :by
                             where comment_id = :id
                            """)
                    .param("answer", said.id().value())
                    .param("depth", depth == null ? null : depth.code())
                    .param("now", pen.now().atOffset(ZoneOffset.UTC))
                    .param("by", seat.viewer().person().value())
                    .param("id", id.value())
                    .update();
            Map<String, Object> data = told(said, id);
            if (minutes != null && minutes > 0 && seat.side() == Side.AGENCY) {
                contactTime.log(pen, seat, question.card(), said.id(), minutes);
                data.put("minutes", minutes);
            }
            if (relayed) {
                data.put("relayed", true);
            }
            saying.tell(pen, seat, said, EventKind.QUESTION_ANSWERED, data);
        });
    }

    /** The account answers what is asked of somebody else: counted, because the product exists to make it rare. */
    private boolean relayed(Seat seat, CommentId question) {
        return seat.roles().contains(Role.ACCOUNT)
                && turns.openAbout(question).stream()
                        .filter(turn -> turn.purpose() == Purpose.ANSWER)
                        .noneMatch(turn -> Routing.meant(seat, turn.awaited())
                                || turn.awaited() instanceof Awaited.Owner
                                || turn.awaited() instanceof Awaited.OfSide);
    }

    private void mustBeAsked(Seat seat, CommentId id, Question question) {
        boolean asked = turns.openAbout(id).stream()
                .anyMatch(turn ->
                        turn.purpose() == Purpose.ANSWER && turn.awaited().side() == seat.side());
        if (!asked || question.asker().equals(seat.viewer().person())) {
            throw new Forbidden("error.only_asked");
        }
    }

    /**
     * Asks back: the asker has to say more, and until then the clock stands still.
     *
     * @throws Forbidden for the asker's own side
     */
    public CommentId askBack(Seat seat, CommentId id, String body, List<FileId> files) {
        return reply(seat, id, body, files, (pen, question, said) -> {
            mustBeAsked(seat, id, question);
            answerTurns(id).forEach(turn -> turns.pause(pen, turn, Pause.Why.ASKER));
            if (question.state() != Question.State.WAITING) {
                Awaited asker = promises.person(seat.project(), question.asker(), side(question.asker()));
                turns.open(pen, new Turns.Opening(question.card(), id, Purpose.CLARIFY, asker));
            }
            state(id, Question.State.WAITING);
            saying.tell(pen, seat, said, EventKind.QUESTION_ASKED_BACK, told(said, id));
        });
    }

    private List<Turn> answerTurns(CommentId id) {
        return turns.openAbout(id).stream()
                .filter(turn -> turn.purpose() == Purpose.ANSWER)
                .toList();
    }

    /**
     * The asker, or somebody of their side, says more: the clock runs on with a new promise.
     *
     * @throws Forbidden for the other side
     */
    public CommentId clarify(Seat seat, CommentId id, String body, List<FileId> files) {
        return reply(seat, id, body, files, (pen, question, said) -> {
            mustAsk(seat, question);
            if (question.state() == Question.State.WAITING) {
                turns.close(pen, id, EnumSet.of(Purpose.CLARIFY), Outcome.CLARIFIED, null);
                answerTurns(id).forEach(turn -> turns.resume(pen, turn, Pause.Why.ASKER));
                state(id, question.reopened() > 0 ? Question.State.REOPENED : Question.State.OPEN);
                saying.tell(pen, seat, said, EventKind.QUESTION_CLARIFIED, told(said, id));
            } else {
                plainly(pen, seat, id, said);
            }
        });
    }

    private void mustAsk(Seat seat, Question question) {
        if (side(question.asker()) != seat.side()) {
            throw new Forbidden("error.only_asker");
        }
    }

    private Side side(PersonId person) {
        return people.one(person).side();
    }

    private interface Act {
        void by(Pen pen, Question question, Saying.Said said);
    }

    /** Writes a comment that answers a question, and lets the act tell of it; a settled question takes it as a plain reply. */
    private CommentId reply(Seat seat, CommentId id, String body, List<FileId> files, Act act) {
        Saying.Words words = new Saying.Words(body, id, files).check();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Question question = rows.one(seat.project(), id);
            int number = cards.numberOf(seat, question.card()).orElseThrow(NotFound::new);
            Saying.Said said = saying.write(pen, seat, number, CommentKind.MESSAGE, words);
            if (question.state().open()) {
                act.by(pen, question, said);
            } else {
                plainly(pen, seat, id, said);
            }
            return said.id();
        });
    }

    private void plainly(Pen pen, Seat seat, CommentId id, Saying.Said said) {
        Map<String, Object> data = said.told();
        data.put("kind", CommentKind.MESSAGE.code());
        data.put("answers", id.value());
        saying.tell(pen, seat, said, EventKind.COMMENT_ADDED, data);
    }

    /** The event of what was said about a question names both comments. */
    private static Map<String, Object> told(Saying.Said said, CommentId question) {
        Map<String, Object> data = said.told();
        data.put("comment", question.value());
        data.put("said", said.id().value());
        return data;
    }

    private void state(CommentId id, Question.State state) {
        sql.sql("update question set state = ?, settled_at = null, settled_by = null where comment_id = ?")
                .params(state.code(), id.value())
                .update();
    }

    /**
     * Not what was asked: whoever answered is asked again, with a new promise; both clocks are kept.
     *
     * @param body what was meant; may be empty
     * @throws Forbidden for the other side
     * @throws Invalid when it is not answered
     */
    public void reopen(Seat seat, CommentId id, String body) {
        new Faults().optional("body", body, Comments.BODY_LIMIT).stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Question question = rows.one(seat.project(), id);
            mustAsk(seat, question);
            if (question.state() != Question.State.ANSWERED) {
                throw new Invalid("question", "error.not_answered");
            }
            int number = cards.numberOf(seat, question.card()).orElseThrow(NotFound::new);
            turns.open(
                    pen,
                    new Turns.Opening(
                            question.card(),
                            id,
                            "",
                            Purpose.ANSWER,
                            again(seat, question, number),
                            question.urgent(),
                            question.asker()));
            sql.sql("update question set reopened = reopened + 1 where comment_id = ?")
                    .param(id.value())
                    .update();
            state(id, Question.State.REOPENED);
            if (body.isBlank()) {
                Map<String, Object> data = cards.told(question.card());
                data.put("comment", id.value());
                cards.seenAnew(pen, question.card());
                pen.write(EventKind.QUESTION_REOPENED, question.card(), data);
            } else {
                Saying.Said said =
                        saying.write(pen, seat, number, CommentKind.MESSAGE, new Saying.Words(body, id, List.of()));
                saying.tell(pen, seat, said, EventKind.QUESTION_REOPENED, told(said, id));
            }
            return true;
        });
    }

    /** Who answered answers again, while they are here. */
    private Awaited again(Seat seat, Question question, int number) {
        PersonId answered = question.settledBy();
        return answered == null
                ? routing.route(seat, number, Address.find(question.askedOf()).orElse(new Address.Team()))
                : promises.person(seat.project(), answered, side(answered));
    }

    /** The questions among these comments of the project. */
    public Map<CommentId, Question> these(Seat seat, Collection<CommentId> ids) {
        return these(Set.of(seat.project()), ids);
    }

    /** The same over several projects: those that whoever asks may see. */
    public Map<CommentId, Question> these(Collection<ProjectId> projects, Collection<CommentId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.these(projects, ids).stream().collect(Collectors.toMap(Question::id, Function.identity()));
    }

    /**
     * What is shown otherwise when these comments change: answers to questions among them, replies to those, and the questions
     * that were merged into them.
     */
    public List<CommentId> along(Seat seat, Collection<CommentId> ids) {
        return sql.sql("""
                        select a.id from question q join comment a on a.answers_id = q.comment_id
                         where q.comment_id = any(:ids) and a.project_id = :project
                        union
                        select m.comment_id from question m join comment c on c.id = m.comment_id
                         where m.merged_into = any(:ids) and c.project_id = :project
                        limit 50
                        """)
                .param("ids", ids.stream().map(CommentId::value).toArray(Long[]::new))
                .param("project", seat.project().value())
                .query((row, index) -> new CommentId(row.getLong(1)))
                .list();
    }

    /**
     * A page of the project's questions, in the order in which they came in.
     *
     * @param open only such as still wait for an answer
     * @param after the last id of the page before, or 0
     */
    public List<Question> page(Seat seat, boolean open, long after, int limit) {
        return rows.page(seat.project(), open, after, limit);
    }

    /** @throws NotFound when the project has no such question */
    public Question one(Seat seat, CommentId id) {
        return rows.one(seat.project(), id);
    }
}
