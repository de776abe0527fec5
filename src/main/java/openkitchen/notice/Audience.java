package openkitchen.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.history.Event;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.project.Status;
import openkitchen.project.Team;
import openkitchen.talk.CommentKind;
import openkitchen.text.Markdown;
import openkitchen.turn.Awaited;
import openkitchen.turn.Promises;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import openkitchen.window.AnswerWindows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who is told of an event, and why: whoever is waited for now because of it, whoever began it, whom its words call, and
 * those who are responsible for the card. Who did it is not told; whoever is no longer on the project is not, either.
 */
@Component
class Audience {

    private final JdbcClient sql;
    private final Team team;
    private final People people;
    private final Turns turns;
    private final Promises promises;
    private final AnswerWindows windows;
    private final Markdown markdown;

    Audience(
            JdbcClient sql,
            Team team,
            People people,
            Turns turns,
            Promises promises,
            AnswerWindows windows,
            Markdown markdown) {
        this.sql = sql;
        this.team = team;
        this.people = people;
        this.turns = turns;
        this.promises = promises;
        this.windows = windows;
        this.markdown = markdown;
    }

    /** Reads at once what telling of any of these events needs. */
    Ground ground(ProjectId project, List<Event> events) {
        boolean live = sql.sql("select status = :live from project where id = :id")
                .param("live", Status.LIVE.code())
                .param("id", project.value())
                .query(Boolean.class)
                .single();
        Set<CommentId> spokenOf = events.stream()
                .flatMap(event -> Stream.of(comment(event, "comment"), comment(event, "answers")))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Ground(
                live,
                team.of(project).stream().filter(mate -> !mate.person().left()).toList(),
                promises.who(project, new Awaited.Owner()),
                responsible(events),
                authors(spokenOf),
                turns.openAbout(project, spokenOf));
    }

    private Map<CardId, List<PersonId>> responsible(List<Event> events) {
        Map<CardId, List<PersonId>> responsible = new HashMap<>();
        sql.sql("select card_id, person_id from card_person where card_id = any(?)")
                .param(events.stream()
                        .flatMap(event -> Stream.ofNullable(event.card()))
                        .distinct()
                        .map(CardId::value)
                        .toArray(Long[]::new))
                .query(row -> {
                    responsible
                            .computeIfAbsent(new CardId(row.getLong("card_id")), card -> new ArrayList<>())
                            .add(new PersonId(row.getLong("person_id")));
                });
        return responsible;
    }

    private Map<CommentId, PersonId> authors(Set<CommentId> comments) {
        Map<CommentId, PersonId> authors = new HashMap<>();
        sql.sql("select id, author_id from comment where id = any(?)")
                .param(comments.stream().map(CommentId::value).toArray(Long[]::new))
                .query(row -> {
                    authors.put(new CommentId(row.getLong("id")), new PersonId(row.getLong("author_id")));
                });
        return authors;
    }

    /** Everybody who is told of the event, each with the first of the reasons why. */
    Map<PersonId, Reason> of(Ground ground, Event event) {
        Told told = new Told(ground, event);
        tell(told);
        return told.reasons;
    }

    private static final class Told {

        private final Ground ground;
        private final Event event;
        private final Map<PersonId, Reason> reasons = new HashMap<>();

        private Told(Ground ground, Event event) {
            this.ground = ground;
            this.event = event;
        }

        private void add(PersonId person, Reason reason) {
            if (!person.equals(event.actor()) && ground.mayTell(person)) {
                reasons.merge(person, reason, (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
        }

        private void add(Collection<PersonId> people, Reason reason) {
            people.forEach(person -> add(person, reason));
        }
    }

    private void tell(Told told) {
        switch (told.event.kind()) {
            case COMMENT_ADDED, COMMENT_TURNED -> {
                if (!told.event.text("kind").equals(CommentKind.MESSAGE.code())) {
                    waited(told, opened(told.event), false);
                }
                if (urgent(told.event)) {
                    told.add(told.ground.accounts(), Reason.URGENT);
                }
                author(told, "answers").ifPresent(who -> told.add(who, Reason.REPLIED));
                said(told);
            }
            case QUESTION_ANSWERED -> {
                asker(told, Reason.ANSWERED);
                askersOfTheSame(told);
                said(told);
            }
            case QUESTION_ASKED_BACK -> {
                asker(told, Reason.ASKED_BACK);
                said(told);
            }
            case QUESTION_CLARIFIED -> {
                waited(told, turn -> turn.purpose() == Purpose.ANSWER, Reason.CLARIFIED);
                said(told);
            }
            case QUESTION_REOPENED -> {
                waited(told, opened(told.event), Reason.REOPENED);
                said(told);
            }
            case QUESTION_REDIRECTED -> {
                waited(told, opened(told.event), true);
                asker(told, Reason.REDIRECTED);
            }
            case QUESTION_MERGED -> asker(told, Reason.MERGED);
            case QUESTION_OFF_TOPIC -> asker(told, Reason.OFF_TOPIC);
            case QUESTION_BECAME_CARD -> asker(told, Reason.BECAME_CARD);
            case REMARK_FIXED -> {
                waited(told, opened(told.event), Reason.FIXED);
                said(told);
            }
            case REMARK_DECLINED -> waited(told, opened(told.event), Reason.DECLINED);
            case REMARK_CONFIRMED -> mended(told.event).ifPresent(who -> told.add(who, Reason.CONFIRMED));
            case REMARK_RAISED -> {
                waited(told, turn -> turn.purpose() == Purpose.MEND || turn.purpose() == Purpose.RAISED, Reason.RAISED);
                said(told);
            }
            case REMARK_APPEALED -> waited(told, opened(told.event), Reason.APPEALED);
            case REMARK_SETTLED -> {
                waited(told, opened(told.event), true);
                asker(told, Reason.SETTLED);
            }
            case DECISION_CHECKED -> {
                waited(told, opened(told.event), true);
                asker(told, Reason.CHECKED);
            }
            case DECISION_SETTLED -> {
                asker(told, Reason.DECISION_SETTLED);
                told.add(objectors(told.event), Reason.DECISION_SETTLED);
            }
            case APPROVAL_ASKED -> {
                waited(told, opened(told.event), Reason.APPROVE);
                said(told);
            }
            case APPROVAL_REMINDED -> waited(told, turn -> turn.purpose() == Purpose.APPROVE, Reason.REMINDED);
            case APPROVAL_OVERDUE -> waited(told, opened(told.event), Reason.CHASE);
            case APPROVAL_EXTENDED -> waited(told, turn -> turn.purpose() == Purpose.APPROVE, Reason.APPROVE);
            case APPROVAL_DECIDED -> {
                Reason reason = decided(told.event);
                asker(told, reason);
                told.add(told.ground.accounts(), reason);
                if (told.event.text("way").equals("elsewhere")) {
                    person(told.event).ifPresent(who -> told.add(who, Reason.DECIDED_ELSEWHERE));
                }
            }
            case APPROVAL_SETTLED -> {
                asker(told, Reason.APPROVED_BY_THE_REST);
                told.add(told.ground.accounts(), Reason.APPROVED_BY_THE_REST);
            }
            case APPROVAL_WITHDRAWN, APPROVAL_SUPERSEDED -> told.add(told.ground.leads(), Reason.APPROVAL_GONE);
            case TURN_PASSED -> waited(told, opened(told.event), true);
            case CARD_PERSON_ADDED -> person(told.event).ifPresent(who -> told.add(who, Reason.ASSIGNED));
            case PROJECT_CREATED,
                    PROJECT_CHANGED,
                    PROJECT_STATUS,
                    PROJECT_TEXT,
                    PROJECT_IMPORTED,
                    LINK_ADDED,
                    LINK_CHANGED,
                    LINK_REMOVED,
                    MEMBER_ADDED,
                    MEMBER_CHANGED,
                    MEMBER_REMOVED,
                    MEMBER_INVITED,
                    INVITATION_REVOKED,
                    COLUMN_ADDED,
                    COLUMN_CHANGED,
                    COLUMN_MOVED,
                    COLUMN_ARCHIVED,
                    COLUMN_RESTORED,
                    COLUMN_RANKED,
                    LABEL_ADDED,
                    LABEL_CHANGED,
                    LABEL_REMOVED,
                    FIELD_ADDED,
                    CARD_ADDED,
                    CARD_TITLED,
                    CARD_DESCRIBED,
                    CARD_CHANGED,
                    CARD_MOVED,
                    CARD_PLACED,
                    CARD_DATED,
                    CARD_DONE,
                    CARD_UNDONE,
                    CARD_LABELLED,
                    CARD_UNLABELLED,
                    CARD_PERSON_REMOVED,
                    CARD_COVERED,
                    CARD_FIELD_SET,
                    CARD_ARCHIVED,
                    CARD_RESTORED,
                    CARD_DELETED,
                    CARD_COPIED,
                    CARD_LEFT,
                    CARD_CAME,
                    CHECKLIST_ADDED,
                    CHECKLIST_CHANGED,
                    CHECKLIST_REMOVED,
                    ITEM_ADDED,
                    ITEM_CHANGED,
                    ITEM_DONE,
                    ITEM_UNDONE,
                    ITEM_REMOVED,
                    FILE_ATTACHED,
                    FILE_REMOVED,
                    MATERIAL_ADDED,
                    MATERIAL_RENAMED,
                    MATERIAL_ARCHIVED,
                    MATERIAL_RESTORED,
                    VERSION_ADDED,
                    PIN_SET,
                    LAUNCH_PLANNED,
                    LAUNCH_LAUNCHED,
                    LAUNCH_STOPPED,
                    LAUNCH_JUDGED,
                    COMMENT_EDITED,
                    COMMENT_DELETED,
                    FOREIGN -> {}
        }
    }

    /** An approval that leaves others to decide is no final one. */
    private static Reason decided(Event event) {
        if (event.text("verdict").equals("changes")) {
            return Reason.CHANGES;
        }
        return event.text("settled").equals("false") ? Reason.APPROVED_SO_FAR : Reason.APPROVED;
    }

    private static boolean urgent(Event event) {
        return Boolean.TRUE.equals(event.data().get("urgent"));
    }

    /** The turns that this very event opened. */
    private static Predicate<Turn> opened(Event event) {
        return turn -> turn.opened().equals(event.at());
    }

    /** Whoever is still waited for. When they have done it meanwhile there is nothing to tell. */
    private void waited(Told told, Predicate<Turn> which, Reason reason) {
        about(told).filter(which).forEach(turn -> told.add(who(told.event, turn), reason));
    }

    /** The same, each for what they are waited for. */
    private void waited(Told told, Predicate<Turn> which, boolean passed) {
        about(told)
                .filter(which)
                .forEach(turn -> told.add(
                        who(told.event, turn), turn.urgent() && !passed ? Reason.URGENT : Reason.of(turn.purpose())));
    }

    private static Stream<Turn> about(Told told) {
        return comment(told.event, "comment").stream()
                .flatMap(comment -> told.ground.open().getOrDefault(comment, List.of()).stream());
    }

    /** Those who are waited for, and whoever stands in for one who is away. */
    private Collection<PersonId> who(Event event, Turn turn) {
        Collection<PersonId> awaited = promises.who(event.project(), turn.awaited());
        Instant now = event.at();
        List<PersonId> substitutes = windows.of(awaited).values().stream()
                .flatMap(schedule -> schedule.substitute(now).stream())
                .toList();
        return Stream.concat(awaited.stream(), substitutes.stream()).toList();
    }

    private void asker(Told told, Reason reason) {
        author(told, "comment").ifPresent(who -> told.add(who, reason));
    }

    private void askersOfTheSame(Told told) {
        comment(told.event, "comment")
                .ifPresent(question -> told.add(
                        ids(
                                "select c.author_id from question q join comment c on c.id = q.comment_id where q.merged_into = ?",
                                question),
                        Reason.ANSWERED));
    }

    private Collection<PersonId> objectors(Event event) {
        return comment(event, "comment").stream()
                .flatMap(decision -> ids(
                        "select by_id from decision_check where comment_id = ? and verdict = 'objection' and by_id is not null",
                        decision)
                        .stream())
                .toList();
    }

    private Optional<PersonId> mended(Event event) {
        return comment(event, "comment").stream()
                .flatMap(remark -> ids("""
                        select closed_by from turn where comment_id = ? and outcome in ('fixed', 'declined') and closed_by is not null
                         order by closed_at desc limit 1
                        """, remark).stream())
                .findFirst();
    }

    private List<PersonId> ids(String statement, CommentId comment) {
        return sql.sql(statement)
                .param(comment.value())
                .query((row, index) -> new PersonId(row.getLong(1)))
                .list();
    }

    private static Optional<PersonId> author(Told told, String field) {
        return comment(told.event, field)
                .flatMap(comment -> Optional.ofNullable(told.ground.authors().get(comment)));
    }

    private static Optional<PersonId> person(Event event) {
        return event.data().get("person") instanceof Number id
                ? Optional.of(new PersonId(id.longValue()))
                : Optional.empty();
    }

    static Optional<CommentId> comment(Event event, String field) {
        return event.data().get(field) instanceof Number id
                ? Optional.of(new CommentId(id.longValue()))
                : Optional.empty();
    }

    /** Whom the words call, and those who are responsible for the card. */
    private void said(Told told) {
        markdown.mentions(told.event.text("body"))
                .forEach(handle -> told.add(told.ground.called(handle), Reason.MENTIONED));
        CardId card = told.event.card();
        if (card != null) {
            told.add(told.ground.responsible().getOrDefault(card, List.of()), Reason.COMMENTED);
        }
    }

    /** Those of these people whom a letter can reach. */
    Map<PersonId, Person> reached(Collection<PersonId> ids) {
        Map<PersonId, Person> reached = new HashMap<>(people.these(ids));
        reached.values().removeIf(person -> person.left() || person.email() == null);
        return reached;
    }
}
