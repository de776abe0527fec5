package openkitchen.bridge.mail;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import openkitchen.board.Cards;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.store.Files;
import openkitchen.talk.Comments;
import openkitchen.talk.Question;
import openkitchen.talk.Questions;
import openkitchen.turn.Promises;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a reply does: it answers the question that waits for its sender, says more about their own, says that an answer was not
 * what they asked, or else stands as a comment. Only who is named by the address that they reply to is heard, from the address
 * that is theirs here, and while they are on the project; others get an answer that says why not. A mail is taken in one
 * transaction with the note that it was: once, however often it is read.
 */
@Component
class Replies {

    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ReplyAddresses addresses;
    private final MailRefusals refusals;
    private final People people;
    private final Projects projects;
    private final Cards cards;
    private final Files files;
    private final Comments comments;
    private final Questions questions;
    private final Turns turns;
    private final Promises promises;

    Replies(
            JdbcClient sql,
            Clock clock,
            PlatformTransactionManager transactions,
            ReplyAddresses addresses,
            MailRefusals refusals,
            People people,
            Projects projects,
            Cards cards,
            Files files,
            Comments comments,
            Questions questions,
            Turns turns,
            Promises promises) {
        this.sql = sql;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.addresses = addresses;
        this.refusals = refusals;
        this.people = people;
        this.projects = projects;
        this.cards = cards;
        this.files = files;
        this.comments = comments;
        this.questions = questions;
        this.turns = turns;
        this.promises = promises;
    }

    /** What became of a mail. */
    enum Outcome {
        SAID,
        REFUSED,
        /** A machine sent it. */
        IGNORED,
        /** It was taken before. */
        KNOWN
    }

    Outcome take(Arrived mail) {
        if (mail.automatic() || mail.from().isEmpty()) {
            return noted(mail, Outcome.IGNORED, null) ? Outcome.IGNORED : Outcome.KNOWN;
        }
        ReplyAddresses.Found found = mail.to().stream()
                .flatMap(address -> addresses.token(address).stream())
                .map(addresses::read)
                .reduce((a, b) -> a instanceof ReplyAddresses.Found.Right ? a : b)
                .orElse(null);
        return switch (found) {
            case null -> refuse(mail, "lost");
            case ReplyAddresses.Found.Forged() -> refuse(mail, "forged");
            case ReplyAddresses.Found.Expired() -> refuse(mail, "expired");
            case ReplyAddresses.Found.Right(ReplyAddresses.Meant meant) -> heard(mail, meant);
        };
    }

    private Outcome refuse(Arrived mail, String why) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!noted(mail, Outcome.REFUSED, null)) {
                return Outcome.KNOWN;
            }
            refusals.answer(mail, why);
            return Outcome.REFUSED;
        }));
    }

    private Outcome heard(Arrived mail, ReplyAddresses.Meant meant) {
        Person person = people.these(List.of(meant.person())).get(meant.person());
        if (person == null || person.left() || !mail.from().equals(person.email())) {
            return refuse(mail, "stranger");
        }
        Seat seat = seat(person, meant).orElse(null);
        Integer number =
                seat == null ? null : cards.numberOf(seat, meant.card()).orElse(null);
        if (seat == null || number == null) {
            return refuse(mail, "gone");
        }
        if (mail.text().isBlank() && mail.files().isEmpty()) {
            return refuse(mail, "empty");
        }
        try {
            return said(mail, seat, () -> fitting(mail, seat, number, meant.comment()));
        } catch (Forbidden | Invalid | NotFound notSo) { // what they meant cannot be; their words can
            try {
                return said(mail, seat, () -> comments.say(seat, number, null, body(mail), kept(mail, seat)));
            } catch (Forbidden | Invalid | NotFound wrong) {
                return refuse(mail, "wrong");
            }
        }
    }

    private Optional<Seat> seat(Person person, ReplyAddresses.Meant meant) {
        return sql.sql("select project_id from card where id = ?")
                .param(meant.card().value())
                .query((row, index) -> new ProjectId(row.getLong(1)))
                .optional()
                .flatMap(project -> projects.seat(People.viewer(person), project));
    }

    private interface Saying {
        CommentId say();
    }

    private Outcome said(Arrived mail, Seat seat, Saying saying) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!noted(mail, Outcome.SAID, seat.viewer().person())) {
                return Outcome.KNOWN;
            }
            CommentId said = saying.say();
            sql.sql("update mail_received set comment_id = ? where message_id = ?")
                    .params(said.value(), mail.messageId())
                    .update();
            return Outcome.SAID;
        }));
    }

    private CommentId fitting(Arrived mail, Seat seat, int number, @Nullable CommentId about) {
        List<FileId> kept = kept(mail, seat);
        String body = body(mail);
        Question question =
                about == null ? null : questions.these(seat, List.of(about)).get(about);
        if (question == null) {
            return comments.say(seat, number, about, body, kept);
        }
        CommentId id = question.id();
        boolean asker = question.asker().equals(seat.viewer().person());
        if (question.state() == Question.State.WAITING && asker) {
            return questions.clarify(seat, id, body, kept);
        }
        if (question.state() == Question.State.ANSWERED && asksOn(seat, question) && ReplyText.notWhatWasAsked(body)) {
            questions.reopen(seat, id, body);
            return kept.isEmpty() ? id : comments.say(seat, number, id, "", kept);
        }
        return question.state().open() && !asker && waitsFor(seat, id)
                ? questions.answer(seat, id, body, kept, null, null)
                : comments.say(seat, number, id, body, kept);
    }

    /** The asker, and whoever is of their side. */
    private boolean asksOn(Seat seat, Question question) {
        Side side = people.one(question.asker()).side();
        return question.asker().equals(seat.viewer().person()) || side == seat.side();
    }

    private boolean waitsFor(Seat seat, CommentId question) {
        PersonId me = seat.viewer().person();
        return turns.openAbout(question).stream()
                .filter(turn -> turn.purpose() == Purpose.ANSWER)
                .anyMatch(turn -> promises.who(seat.project(), turn.awaited()).contains(me));
    }

    private static String body(Arrived mail) {
        String text = mail.text();
        return text.length() <= Comments.BODY_LIMIT ? text : text.substring(0, Comments.BODY_LIMIT - 1) + "…";
    }

    private List<FileId> kept(Arrived mail, Seat seat) {
        List<FileId> kept = new ArrayList<>();
        for (Arrived.Enclosed file : mail.files()
                .subList(0, Math.min(Comments.FILES_LIMIT, mail.files().size()))) {
            kept.add(files.keep(
                            new ByteArrayInputStream(file.bytes()),
                            file.name(),
                            seat.viewer().person())
                    .id());
        }
        return kept;
    }

    /** Whether it was not known before. */
    private boolean noted(Arrived mail, Outcome outcome, @Nullable PersonId person) {
        return sql.sql("""
                        insert into mail_received (message_id, received_at, from_address, outcome, person_id)
                        values (:id, :now, :from, :outcome, :person) on conflict do nothing
                        """)
                        .param("id", mail.messageId())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("from", mail.from())
                        .param("outcome", outcome.name().toLowerCase(java.util.Locale.ROOT))
                        .param("person", person == null ? null : person.value())
                        .update()
                == 1;
    }
}
