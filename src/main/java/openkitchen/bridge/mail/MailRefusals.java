package openkitchen.bridge.mail;

import java.time.Duration;
import java.util.List;
import openkitchen.notice.PublicAddress;
import openkitchen.people.Attempts;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.problem.TooMany;
import openkitchen.text.Language;
import openkitchen.text.Messages;
import openkitchen.text.Words;
import org.springframework.stereotype.Component;

/** Answers a mail that was not taken with why not: a few times a day to one address, for nobody shall be flooded through us. */
@Component
class MailRefusals {

    private static final int A_DAY = 3;

    private final Attempts attempts;
    private final People people;
    private final Messages messages;
    private final LetterWords letterWords;
    private final PublicAddress address;
    private final Outbox outbox;

    MailRefusals(
            Attempts attempts,
            People people,
            Messages messages,
            LetterWords letterWords,
            PublicAddress address,
            Outbox outbox) {
        this.attempts = attempts;
        this.people = people;
        this.messages = messages;
        this.letterWords = letterWords;
        this.address = address;
        this.outbox = outbox;
    }

    /** @param why {@code lost}, {@code forged}, {@code expired}, {@code stranger}, {@code gone}, {@code empty} or {@code wrong} */
    void answer(Arrived mail, String why) {
        String subject = "mail-refused:" + mail.from();
        try {
            attempts.allow(subject, A_DAY, Duration.ofDays(1));
        } catch (TooMany enough) {
            return;
        }
        attempts.count(subject);
        Words words = messages.in(language(mail));
        String heading = words.say("letter.refused.subject", "subject", mail.subject());
        Told told = new Told(
                words.language().tag(),
                words.say("letter.refused"),
                List.of(new Told.Part(
                        "",
                        List.of(new Told.Item(
                                words.say("letter.refused." + why),
                                "",
                                "",
                                null,
                                "",
                                "",
                                List.of(new Told.Link(words.say("letter.refused.open"), address.url())))))),
                "",
                words.say("letter.refused.foot"),
                List.of());
        outbox.put(new Letter(
                "refused:" + mail.messageId(),
                null,
                mail.from(),
                mail.messageId().startsWith("<") ? mail.messageId() : "",
                "",
                "",
                heading,
                told.plain(),
                letterWords.html(told, heading),
                true));
    }

    /** Theirs where we know them, else that of what they wrote. */
    private Language language(Arrived mail) {
        boolean cyrillic = (mail.subject() + mail.text())
                .codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        return people.byEmail(mail.from()).map(Person::language).orElse(cyrillic ? Language.RU : Language.EN);
    }
}
