package openkitchen.bridge.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.notice.Reason;
import openkitchen.notice.Tellings;
import openkitchen.notice.Tellings.Telling;
import openkitchen.notice.Topic;
import openkitchen.notice.Wishes;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.project.Projects;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.text.Messages;
import openkitchen.text.Moments;
import openkitchen.turn.Turns;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes letters about what people are told, when its time has come: to a client's contact one for each card, to the agency's
 * people at once what is urgent, and one for all the rest.
 */
@Component
class NewsLetters {

    /** What could not be written for so long, since there was no mail server, is old. */
    private static final Duration STALE = Duration.ofDays(7);

    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Tellings tellings;
    private final Wishes wishes;
    private final People people;
    private final Projects projects;
    private final Comments comments;
    private final Turns turns;
    private final Messages messages;
    private final Moments moments;
    private final LetterWords words;
    private final ReplyAddresses replies;
    private final Outbox outbox;

    NewsLetters(
            Clock clock,
            PlatformTransactionManager transactions,
            Tellings tellings,
            Wishes wishes,
            People people,
            Projects projects,
            Comments comments,
            Turns turns,
            Messages messages,
            Moments moments,
            LetterWords words,
            ReplyAddresses replies,
            Outbox outbox) {
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.tellings = tellings;
        this.wishes = wishes;
        this.people = people;
        this.projects = projects;
        this.comments = comments;
        this.turns = turns;
        this.messages = messages;
        this.moments = moments;
        this.words = words;
        this.replies = replies;
        this.outbox = outbox;
    }

    void round() {
        tellings.due().forEach(person -> transaction.executeWithoutResult(status -> write(person)));
    }

    private void write(PersonId id) {
        Person person = people.one(id);
        Reader reader = Reader.of(person, messages, moments);
        List<Telling> due = worth(reader, tellings.waiting(id, false));
        if (person.side() == Side.CLIENT) {
            byCard(due).forEach((card, told) -> putCard(reader, told));
        } else {
            List<Telling> urgent = due.stream()
                    .filter(telling -> telling.reason() == Reason.URGENT)
                    .toList();
            byCard(urgent).forEach((card, told) -> putCard(reader, told));
            List<Telling> others =
                    due.stream().filter(telling -> !urgent.contains(telling)).toList();
            if (!others.isEmpty()) {
                putAll(reader, others);
            }
        }
    }

    private static Map<CardId, List<Telling>> byCard(List<Telling> tellings) {
        return tellings.stream().collect(Collectors.groupingBy(Telling::card, LinkedHashMap::new, Collectors.toList()));
    }

    /** What is still news, still true, still wanted, and still theirs to see; the rest is not told any more. */
    List<Telling> worth(Reader reader, List<Telling> waiting) {
        Set<Topic> wanted = wishes.of(reader.person().id()).mailed();
        Set<ProjectId> seen = projects.idsSeenBy(reader.viewer());
        Instant stale = clock.instant().minus(STALE);
        boolean reached = !reader.person().left() && reader.person().email() != null;
        List<Telling> worth = waiting.stream()
                .filter(telling -> reached
                        && wanted.contains(telling.reason().topic())
                        && seen.contains(telling.in())
                        && telling.at().isAfter(stale)
                        && current(telling))
                .toList();
        tellings.untold(
                waiting.stream().filter(telling -> !worth.contains(telling)).toList());
        return worth;
    }

    /** Who is waited for no longer is not told that they are. */
    private boolean current(Telling telling) {
        CommentId about = telling.about();
        boolean waits = telling.reason().topic() == Topic.WAITS || telling.reason() == Reason.URGENT;
        return !waits || (about != null && !turns.openAbout(about).isEmpty());
    }

    private void putCard(Reader reader, List<Telling> told) {
        Telling first = told.stream()
                .min(Comparator.comparing(Telling::reason).thenComparing(Telling::id))
                .orElseThrow();
        Topic topic = first.reason().topic();
        CardId card = first.card();
        ReplyAddresses.Meant meant = new ReplyAddresses.Meant(reader.person().id(), card, first.about());
        String replyTo = replies.of(meant);
        String subject = reader.say(
                first.reason() == Reason.URGENT ? "letter.card.urgent" : "letter.card.subject",
                "card",
                first.title(),
                "number",
                Integer.toString(first.number()),
                "project",
                first.project());
        Told letter = new Told(
                reader.words().language().tag(),
                "",
                List.of(new Told.Part(
                        first.project() + " · " + LetterWords.card(first.number(), first.title()),
                        items(reader, told, false))),
                replyTo.isEmpty() ? "" : reader.say("letter.reply." + reply(first.reason())),
                reader.say("letter.foot", "project", first.project()),
                words.stops(reader, topic));
        put(
                told,
                new Letter(
                        "card:" + first.id(),
                        reader.person().id(),
                        email(reader),
                        words.thread(card),
                        replyTo,
                        words.unsubscribe(reader, topic),
                        subject,
                        letter.plain(),
                        words.html(letter, subject),
                        false));
    }

    /** What a reply does. */
    private static String reply(Reason reason) {
        return switch (reason) {
            case ASKED, REOPENED, CLARIFIED -> "answer";
            case ASKED_BACK -> "clarify";
            case ANSWERED -> "answered";
            case URGENT -> "urgent";
            case RAISED,
                    APPEALED,
                    OBJECTED,
                    REMARKED,
                    CHECK,
                    FIXED,
                    DECLINED,
                    REDIRECTED,
                    MERGED,
                    OFF_TOPIC,
                    BECAME_CARD,
                    CONFIRMED,
                    SETTLED,
                    CHECKED,
                    DECISION_SETTLED,
                    APPROVE,
                    REMINDED,
                    CHASE,
                    APPROVED,
                    APPROVED_SO_FAR,
                    APPROVED_BY_THE_REST,
                    CHANGES,
                    DECIDED_ELSEWHERE,
                    APPROVAL_GONE,
                    MENTIONED,
                    REPLIED,
                    ASSIGNED,
                    COMMENTED -> "card";
        };
    }

    private void putAll(Reader reader, List<Telling> told) {
        String subject = reader.say("letter.news.subject", "count", told.size());
        Topic topic = told.getFirst().reason().topic();
        Told letter = new Told(
                reader.words().language().tag(),
                subject,
                parts(reader, told),
                "",
                reader.say("letter.foot.agency"),
                words.stops(reader, topic));
        put(
                told,
                new Letter(
                        "news:" + told.getFirst().id(),
                        reader.person().id(),
                        email(reader),
                        "",
                        "",
                        words.unsubscribe(reader, topic),
                        subject,
                        letter.plain(),
                        words.html(letter, subject),
                        false));
    }

    private void put(List<Telling> told, Letter letter) {
        outbox.put(letter).ifPresent(id -> tellings.told(told, id));
    }

    static String email(Reader reader) {
        return Objects.requireNonNull(reader.person().email());
    }

    /** What happened, by project. */
    List<Told.Part> parts(Reader reader, List<Telling> told) {
        return told.stream()
                .collect(Collectors.groupingBy(Telling::project, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(project -> new Told.Part(project.getKey(), items(reader, project.getValue(), true)))
                .toList();
    }

    private List<Told.Item> items(Reader reader, List<Telling> told, boolean digest) {
        Map<PersonId, Person> names = words.names(
                told.stream().map(Telling::actor).filter(Objects::nonNull).toList());
        Map<CommentId, Comment> about = comments(
                reader,
                told.stream()
                        .flatMap(telling -> Stream.ofNullable(telling.about()))
                        .toList());
        List<Told.Item> items = new ArrayList<>();
        told.forEach(telling -> items.add(words.item(reader, telling, names, about.get(telling.about()), digest)));
        return items;
    }

    Map<CommentId, Comment> comments(Reader reader, Collection<CommentId> ids) {
        return comments.these(projects.idsSeenBy(reader.viewer()), ids).stream()
                .collect(Collectors.toMap(Comment::id, comment -> comment));
    }
}
