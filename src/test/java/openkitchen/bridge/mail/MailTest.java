package openkitchen.bridge.mail;

import static openkitchen.bridge.mail.PostOffice.plain;
import static openkitchen.bridge.mail.PostOffice.replyTo;
import static openkitchen.bridge.mail.PostOffice.text;
import static openkitchen.bridge.mail.PostOffice.write;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.board.Attachments;
import openkitchen.board.Cards;
import openkitchen.board.Faces;
import openkitchen.id.ClientId;
import openkitchen.id.CommentId;
import openkitchen.notice.HistoryReader;
import openkitchen.notice.Notices;
import openkitchen.notice.Topic;
import openkitchen.notice.Wishes;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Status;
import openkitchen.project.Team;
import openkitchen.talk.Address;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.talk.Decisions;
import openkitchen.talk.Question;
import openkitchen.talk.Questions;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.test.Hands;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.test.TurnedByHand;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Letters and replies, through a real SMTP and IMAP server. The usual answer windows are from 11 to 12 and from 17 to 18. */
@KitchenTest
@Import(TurnedByHand.class)
class MailTest {

    private static final PostOffice POST = new PostOffice();
    private static final Pattern REPLY = Pattern.compile("mailto:(kitchen\\+[a-z2-7]+@agency\\.example)");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Hands hands;

    @Autowired
    Clock clock;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    People people;

    @Autowired
    Team team;

    @Autowired
    Cards cards;

    @Autowired
    Faces faces;

    @Autowired
    Attachments attachments;

    @Autowired
    Comments comments;

    @Autowired
    Questions questions;

    @Autowired
    Remarks remarks;

    @Autowired
    Decisions decisions;

    @Autowired
    Turns turns;

    @Autowired
    Notices notices;

    @Autowired
    Wishes wishes;

    @Autowired
    HistoryReader reader;

    @Autowired
    MailRounds rounds;

    @Autowired
    Outbox outbox;

    private Seat account;
    private Seat seo;
    private Seat lead;
    private int card;

    @AfterAll
    static void close() {
        POST.shut();
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        POST.describe(properties);
    }

    @BeforeEach
    void lay() throws Exception {
        hands.toTuesday();
        Viewer manager = kitchen.account();
        ClientId client = kitchen.client(manager);
        account = kitchen.project(manager, client);
        seo = kitchen.join(account, kitchen.specialist(), Role.SEO);
        lead = kitchen.join(account, kitchen.contact(client), Role.LEAD);
        card = kitchen.card(account, kitchen.column(account, "Doing"), "Titles of the catalogue");
        round();
        POST.throwAllAway();
    }

    private void round() {
        POST.round(context);
    }

    private CommentId ask(String body) {
        return questions.ask(lead, card, new Address.Team(), false, body, List.of());
    }

    private String email(Seat seat) {
        return Objects.requireNonNull(people.one(seat.viewer().person()).email());
    }

    private List<MimeMessage> lettersTo(Seat seat) throws Exception {
        return POST.lettersTo(email(seat));
    }

    private MimeMessage only(Seat seat) throws Exception {
        List<MimeMessage> letters = lettersTo(seat);
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private static String byMail(MimeMessage letter) throws Exception {
        Matcher found = REPLY.matcher(text(letter, "text/html"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void arrive(MimeMessage mail) throws Exception {
        POST.arrive(context, mail);
    }

    private List<String> said() {
        return comments.on(lead, card).stream().map(Comment::body).toList();
    }

    private CommentId answered() {
        CommentId question = ask("Which titles do we change?");
        hands.to("11:30");
        questions.answer(seo, question, "All of **section A**.", List.of(), 5, null);
        reader.round();
        hands.pass(Duration.ofMinutes(5));
        rounds.send();
        return question;
    }

    @Test
    void aSpecialistGetsOneLetterAtTheStartOfTheWindowWithAllThatWaits() throws Exception {
        ask("Which titles do we change?");
        ask("And when?");
        remarks.raise(lead, card, Remark.Weight.MUST, "The H1 is missing", List.of());
        round();
        assertThat(lettersTo(seo)).isEmpty();

        hands.to("11:00");
        round();
        round();

        MimeMessage letter = only(seo);
        assertThat(letter.getSubject()).isEqualTo("Вас ждут 3 дела");
        assertThat(plain(letter))
                .contains("Which titles do we change?", "And when?", "The H1 is missing", "Titles of the catalogue")
                .contains("https://kitchen.example/p/" + seo.key() + "/cards/" + card);
        assertThat(text(letter, "text/html")).contains("mailto:kitchen+");

        hands.to("17:05");
        round();
        round();
        assertThat(lettersTo(seo)).hasSize(2);
    }

    @Test
    void nobodyIsMailedInAWindowInWhichNothingWaits() throws Exception {
        CommentId question = ask("Which titles do we change?");
        questions.answer(seo, question, "All.", List.of(), null, null);

        hands.to("11:00");
        round();

        assertThat(lettersTo(seo)).isEmpty();
    }

    @Test
    void anUrgentQuestionGoesToTheAccountAndTheAddresseeAtOnce() throws Exception {
        hands.to("23:00");
        questions.ask(lead, card, new Address.Team(), true, "The site is down!", List.of());
        round();

        assertThat(only(account).getSubject()).startsWith("Срочно: Titles of the catalogue");
        assertThat(plain(only(seo))).contains("The site is down!");
        assertThat(lettersTo(lead)).isEmpty();
    }

    @Test
    void theClientIsToldOfAnAnswerInTheThreadOfTheCard() throws Exception {
        answered();
        MimeMessage first = only(lead);

        assertThat(first.getSubject()).contains("Titles of the catalogue");
        assertThat(plain(first)).contains("answers your question", "Which titles do we change?", "**section A**");
        assertThat(text(first, "text/html")).contains("<strong>section A</strong>");

        questions.answer(seo, ask("And when?"), "Tomorrow.", List.of(), null, null);
        reader.round();
        hands.pass(Duration.ofMinutes(5));
        round();

        MimeMessage second = lettersTo(lead).getLast();
        assertThat(second.getSubject()).isEqualTo(first.getSubject());
        assertThat(second.getHeader("References"))
                .isEqualTo(first.getHeader("References"))
                .isNotEmpty();
        assertThat(second.getMessageID()).isNotEqualTo(first.getMessageID());
    }

    @Test
    void whatComesInAFewMinutesIsOneLetterAndWhatWasSeenInThePageIsNone() throws Exception {
        comments.say(seo, card, null, "Hello @client", List.of());
        comments.say(seo, card, null, "Once more, @client", List.of());
        reader.round();
        assertThat(notices.latest(lead.viewer())).singleElement().satisfies(notice -> {
            assertThat(notice.count()).isEqualTo(2);
            assertThat(notice.words()).contains("Once more");
        });
        hands.pass(Duration.ofMinutes(4));
        round();
        assertThat(plain(only(lead))).contains("Hello @client", "Once more, @client");

        comments.say(seo, card, null, "And again @client", List.of());
        reader.round();
        notices.seen(lead.viewer(), lead.key(), card);
        hands.pass(Duration.ofMinutes(4));
        round();
        assertThat(lettersTo(lead)).hasSize(1);
    }

    @Test
    void aClientIsLeftAloneInTheirQuietHours() throws Exception {
        CommentId question = ask("Which titles do we change?");
        hands.to("22:00");
        questions.answer(seo, question, "All.", List.of(), null, null);
        round();
        hands.to("07:55");
        round();
        assertThat(lettersTo(lead)).isEmpty();

        hands.to("08:00");
        round();
        assertThat(plain(only(lead))).contains("All.");
    }

    @Test
    void theSpecialistAnswersByMail() throws Exception {
        CommentId question = ask("Which titles do we change?");
        hands.to("11:00");
        round();

        arrive(write(email(seo), byMail(only(seo)), """
                Все в разделе А.

                --
                Семён
                24.11.2026, 11:00, "Кухня" <kitchen@agency.example>:
                > Which titles do we change?
                """));

        assertThat(questions.one(lead, question).state()).isEqualTo(Question.State.ANSWERED);
        assertThat(said()).contains("Все в разделе А.");
    }

    @Test
    void theClientRepliesThatItIsNotWhatTheyAskedAndTheQuestionReopensWithBothClocksRight() throws Exception {
        CommentId question = answered();
        hands.to("12:30");

        arrive(write(email(lead), replyTo(only(lead)), """
                Not what I asked. I meant the prices.

                On Tue, Feb 3, 2026 at 11:35 AM Kitchen <kitchen@agency.example> wrote:

                > All of section A.
                """));

        assertThat(questions.one(lead, question).state()).isEqualTo(Question.State.REOPENED);
        assertThat(said()).contains("Not what I asked. I meant the prices.");
        List<Turn> open = turns.openAbout(question);
        assertThat(open).singleElement().satisfies(turn -> {
            assertThat(turn.purpose()).isEqualTo(Purpose.ANSWER);
            assertThat(turn.awaited().person()).isEqualTo(seo.viewer().person());
            assertThat(turn.opened()).isEqualTo(clock.instant());
            assertThat(turn.due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(330)));
        });
    }

    @Test
    void theClientSaysMoreByMail() throws Exception {
        CommentId question = ask("Which titles do we change?");
        questions.askBack(seo, question, "Of which section?", List.of());
        reader.round();
        hands.pass(Duration.ofMinutes(5));
        round();

        arrive(write(email(lead), replyTo(only(lead)), "Of the catalogue."));

        assertThat(questions.one(lead, question).state()).isEqualTo(Question.State.OPEN);
    }

    @Test
    void anyOtherReplyBecomesAComment() throws Exception {
        CommentId question = answered();

        arrive(write(email(lead), replyTo(only(lead)), "Thank you!"));

        assertThat(questions.one(lead, question).state()).isEqualTo(Question.State.ANSWERED);
        assertThat(comments.on(lead, card).getLast()).satisfies(comment -> {
            assertThat(comment.body()).isEqualTo("Thank you!");
            assertThat(comment.author()).isEqualTo(lead.viewer().person());
            assertThat(comment.answers()).isEqualTo(question);
        });
    }

    @Test
    void aReplyIsTakenOnceHoweverOftenItArrives() throws Exception {
        answered();
        MimeMessage mail = write(email(lead), replyTo(only(lead)), "Thank you!");

        arrive(mail);
        arrive(mail);

        assertThat(said()).containsOnlyOnce("Thank you!");
    }

    @Test
    void filesComeAlongAndLogosDoNot() throws Exception {
        answered();
        MimeMessage mail = write(email(lead), replyTo(only(lead)), "");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("See the list", "UTF-8");
        MimeBodyPart file = new MimeBodyPart();
        file.setContent("a;b;c".getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/octet-stream");
        file.setFileName(jakarta.mail.internet.MimeUtility.encodeText("ядро.csv", "UTF-8", "B"));
        file.setDisposition(Part.ATTACHMENT);
        MimeBodyPart logo = new MimeBodyPart();
        logo.setContent(new byte[] {1, 2, 3}, "image/png");
        logo.setFileName("logo.png");
        logo.setDisposition(Part.INLINE);
        logo.setContentID("<logo>");
        mail.setContent(new MimeMultipart(text, file, logo));
        mail.saveChanges();

        arrive(mail);

        Comment said = comments.on(lead, card).getLast();
        assertThat(said.body()).isEqualTo("See the list");
        assertThat(cards.number(lead, card).attachments())
                .filteredOn(attachment -> said.id().equals(attachment.comment()))
                .extracting(attachment -> attachment.title())
                .containsExactly("ядро.csv");
    }

    @Test
    void aForgedAddressIsRefusedWithAnAnswer() throws Exception {
        answered();
        String right = replyTo(only(lead));
        char third = right.charAt(10);
        String forged = right.substring(0, 10) + (third == 'a' ? 'b' : 'a') + right.substring(11);

        arrive(write(email(lead), forged, "Pay the bill"));
        round();

        assertThat(said()).doesNotContain("Pay the bill");
        assertThat(lettersTo(lead)).hasSize(2);
        assertThat(plain(lettersTo(lead).getLast())).contains("is wrong");
        assertThat(lettersTo(lead).getLast().getHeader("Auto-Submitted")).containsExactly("auto-replied");
    }

    @Test
    void anOldAddressIsRefused() throws Exception {
        answered();
        String address = replyTo(only(lead));
        hands.pass(ReplyAddresses.HOLDS.plusDays(2));

        arrive(write(email(lead), address, "Still there?"));
        round();

        assertThat(said()).doesNotContain("Still there?");
        assertThat(plain(lettersTo(lead).getLast())).contains("too old");
    }

    @Test
    void aStrangerIsRefusedWithAFewAnswersADay() throws Exception {
        answered();
        String address = replyTo(only(lead));
        for (int i = 0; i < 5; i++) {
            arrive(write("stranger" + port + "@elsewhere.example", address, "Let me in " + i));
        }
        round();

        assertThat(said()).noneMatch(body -> body.contains("Let me in"));
        assertThat(POST.lettersTo("stranger" + port + "@elsewhere.example")).hasSize(3);
    }

    @Test
    void whoIsNoLongerOnTheProjectIsRefused() throws Exception {
        answered();
        String address = replyTo(only(lead));
        team.remove(account, lead.viewer().person());

        arrive(write(email(lead), address, "Hello?"));
        round();

        assertThat(comments.on(account, card))
                .noneMatch(comment -> comment.body().contains("Hello?"));
        assertThat(plain(lettersTo(lead).getLast())).contains("no longer on its project");
    }

    @Test
    void machinesAreNotHeardAndNotAnswered() throws Exception {
        answered();
        String address = replyTo(only(lead));
        MimeMessage away = write(email(lead), address, "I am on holiday");
        away.setHeader("Auto-Submitted", "auto-replied");
        MimeMessage bounce = write("MAILER-DAEMON@mail.example", address, "Undelivered");
        MimeMessage absence = write(email(lead), address, "Я в отпуске");
        absence.setSubject("Автоответ: Titles", "UTF-8");

        arrive(away);
        arrive(bounce);
        arrive(absence);
        round();

        assertThat(said()).hasSize(2);
        assertThat(lettersTo(lead)).hasSize(1);
        assertThat(POST.lettersTo("MAILER-DAEMON")).isEmpty();
    }

    @Test
    void aLetterWhoseSendingFailsIsSentLaterAndOnce() throws Exception {
        CommentId question = ask("Which titles do we change?");
        questions.answer(seo, question, "All.", List.of(), null, null);
        reader.round();
        hands.pass(Duration.ofMinutes(5));
        POST.shut();
        try {
            rounds.send();
        } finally {
            POST.open();
        }
        assertThat(lettersTo(lead)).isEmpty();

        rounds.send();
        assertThat(lettersTo(lead)).isEmpty();
        hands.pass(Duration.ofMinutes(1));
        rounds.send();
        rounds.send();

        assertThat(plain(only(lead))).contains("All.");
    }

    @Test
    void aLetterThatDiedWithItsNodeIsSentByAnotherUnderTheSameMessageId() throws Exception {
        CommentId question = ask("Which titles do we change?");
        questions.answer(seo, question, "All.", List.of(), null, null);
        reader.round();
        hands.pass(Duration.ofMinutes(5));
        POST.shut();
        try {
            rounds.send();
        } finally {
            POST.open();
        }
        hands.pass(Duration.ofMinutes(1));
        Outbox.Claimed died = outbox.claim().orElseThrow();

        rounds.send();
        assertThat(lettersTo(lead)).isEmpty();
        hands.pass(Outbox.LEASE);
        rounds.send();

        assertThat(only(lead).getMessageID()).isEqualTo(died.messageId());
    }

    @Test
    void oneClickStopsAKindOfLetters() throws Exception {
        answered();
        String header = only(lead).getHeader("List-Unsubscribe")[0];
        assertThat(only(lead).getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String path = header.substring("<https://kitchen.example".length(), header.length() - 1);
        HttpClient http = HttpClient.newHttpClient();
        URI page = URI.create("http://localhost:" + port + path);

        HttpResponse<String> seen =
                http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).contains("<button");
        assertThat(wishes.of(lead.viewer().person()).mailed()).contains(Topic.REPLIES);

        HttpResponse<String> done = http.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(wishes.of(lead.viewer().person()).mailed()).doesNotContain(Topic.REPLIES);

        questions.answer(seo, ask("And when?"), "Tomorrow.", List.of(), null, null);
        reader.round();
        hands.pass(Duration.ofMinutes(5));
        round();
        assertThat(lettersTo(lead)).hasSize(1);
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create(page + "x")).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPausedProjectIsSilentButForItsAccount() throws Exception {
        projects.status(account, Status.PAUSED, "Unpaid");
        comments.say(lead, card, null, "@team are you there?", List.of());
        ask("Which titles do we change?");
        hands.to("11:05");
        round();

        assertThat(lettersTo(seo)).isEmpty();
        assertThat(notices.unread(seo.viewer())).isZero();
        assertThat(plain(only(account))).contains("Which titles do we change?");
    }
}
