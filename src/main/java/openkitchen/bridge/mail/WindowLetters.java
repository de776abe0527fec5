package openkitchen.bridge.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.board.Whereabouts;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.id.TurnId;
import openkitchen.notice.Tellings;
import openkitchen.notice.Tellings.Telling;
import openkitchen.notice.Topic;
import openkitchen.notice.Wishes;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.project.Projects;
import openkitchen.talk.Comment;
import openkitchen.text.Messages;
import openkitchen.text.Moments;
import openkitchen.turn.Turn;
import openkitchen.turn.Waiting;
import openkitchen.window.AnswerWindows;
import openkitchen.window.Schedule;
import openkitchen.window.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to the agency's people when their answer window begins: one letter with all that waits for them, over all projects. When
 * nothing waits then, it is written as soon as something does, once in a window.
 */
@Component
class WindowLetters {

    private final Clock clock;
    private final TransactionTemplate transaction;
    private final People people;
    private final AnswerWindows windows;
    private final Waiting waiting;
    private final Whereabouts whereabouts;
    private final Projects projects;
    private final Tellings tellings;
    private final Wishes wishes;
    private final Messages messages;
    private final Moments moments;
    private final LetterWords words;
    private final NewsLetters news;
    private final Outbox outbox;

    WindowLetters(
            Clock clock,
            PlatformTransactionManager transactions,
            People people,
            AnswerWindows windows,
            Waiting waiting,
            Whereabouts whereabouts,
            Projects projects,
            Tellings tellings,
            Wishes wishes,
            Messages messages,
            Moments moments,
            LetterWords words,
            NewsLetters news,
            Outbox outbox) {
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.people = people;
        this.windows = windows;
        this.waiting = waiting;
        this.whereabouts = whereabouts;
        this.projects = projects;
        this.tellings = tellings;
        this.wishes = wishes;
        this.messages = messages;
        this.moments = moments;
        this.words = words;
        this.news = news;
        this.outbox = outbox;
    }

    void round() {
        Instant now = clock.instant();
        List<Person> agency = people.ofAgency().stream()
                .filter(person -> !person.left() && person.email() != null)
                .toList();
        Map<PersonId, Schedule> schedules =
                windows.of(agency.stream().map(Person::id).toList());
        for (Person person : agency) {
            running(schedules.get(person.id()), now)
                    .map(window -> "window:" + person.id() + ":" + window.from().getEpochSecond())
                    .filter(key -> !outbox.has(key))
                    .ifPresent(key -> transaction.executeWithoutResult(status -> write(person, key)));
        }
    }

    private static Optional<Span> running(@Nullable Schedule schedule, Instant now) {
        return Optional.ofNullable(schedule).flatMap(known -> known.next(now)).filter(window -> window.holds(now));
    }

    private void write(Person person, String key) {
        Reader reader = Reader.of(person, messages, moments);
        boolean wanted = wishes.of(person.id()).mailed().contains(Topic.WAITS);
        List<Turn> turns = wanted ? open(reader) : List.of();
        List<Telling> told = news.worth(reader, tellings.waiting(person.id(), true));
        Set<CommentId> shown = turns.stream()
                .flatMap(turn -> Stream.ofNullable(turn.comment()))
                .collect(Collectors.toSet());
        List<Telling> beside = told.stream()
                .filter(telling -> telling.about() == null || !shown.contains(telling.about()))
                .toList();
        if (turns.isEmpty() && beside.isEmpty()) {
            return;
        }
        String subject = turns.isEmpty()
                ? reader.say("letter.news.subject", "count", beside.size())
                : reader.say("letter.window.subject", "count", turns.size());
        List<Told.Part> parts = new ArrayList<>(parts(reader, turns));
        parts.addAll(news.parts(reader, beside));
        Told letter = new Told(
                reader.words().language().tag(),
                subject,
                parts,
                "",
                reader.say("letter.foot.window"),
                words.stops(reader, Topic.WAITS));
        outbox.put(new Letter(
                        key,
                        person.id(),
                        NewsLetters.email(reader),
                        "",
                        "",
                        words.unsubscribe(reader, Topic.WAITS),
                        subject,
                        letter.plain(),
                        words.html(letter, subject),
                        false))
                .ifPresent(id -> tellings.told(told, id));
    }

    /** What can be done now: whose clock runs, and what was not put off. */
    private List<Turn> open(Reader reader) {
        Map<TurnId, Instant> snoozed = waiting.snoozed(reader.viewer());
        return waiting.waitingFor(waiting.standing(reader.viewer())).stream()
                .filter(turn -> turn.pause() == null && !snoozed.containsKey(turn.id()))
                .toList();
    }

    private List<Told.Part> parts(Reader reader, List<Turn> turns) {
        Map<CommentId, Comment> about = news.comments(
                reader,
                turns.stream()
                        .flatMap(turn -> Stream.ofNullable(turn.comment()))
                        .toList());
        var spots = whereabouts.of(
                projects.idsSeenBy(reader.viewer()),
                turns.stream().flatMap(turn -> Stream.ofNullable(turn.card())).toList());
        Map<PersonId, Person> names = words.names(Stream.concat(
                        about.values().stream().map(Comment::author),
                        turns.stream().flatMap(turn -> Stream.ofNullable(turn.opener())))
                .distinct()
                .toList());
        Map<String, List<Told.Item>> byProject = new LinkedHashMap<>();
        for (Turn turn : turns) {
            Whereabouts.Spot spot = turn.card() == null ? null : spots.get(turn.card());
            if (spot != null) {
                byProject
                        .computeIfAbsent(spot.projectName(), name -> new ArrayList<>())
                        .add(words.item(
                                reader,
                                turn,
                                spot,
                                turn.comment() == null ? null : about.get(Objects.requireNonNull(turn.comment())),
                                names));
            }
        }
        return byProject.entrySet().stream()
                .map(project -> new Told.Part(project.getKey(), project.getValue()))
                .toList();
    }
}
