package openkitchen.bridge.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import openkitchen.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes and sends letters, and looks for replies, again and again, where mail is configured. Nodes do not disturb each other. */
@Component
class MailRounds extends Rounds {

    private static final Duration SENDING = Duration.ofSeconds(10);
    private static final Duration RECEIVING = Duration.ofSeconds(30);

    private final WindowLetters windows;
    private final NewsLetters news;
    private final Post post;
    private final Mailbox mailbox;

    MailRounds(
            WindowLetters windows,
            NewsLetters news,
            Post post,
            Mailbox mailbox,
            @Value("${openkitchen.rounds:true}") boolean byItself) {
        super(byItself);
        this.windows = windows;
        this.news = news;
        this.post = post;
        this.mailbox = mailbox;
    }

    /** Writes the letters whose time has come, and sends what is to be sent. */
    void send() {
        windows.round();
        news.round();
        post.round();
    }

    /** Takes the replies that have come. */
    void receive() throws jakarta.mail.MessagingException {
        mailbox.round();
    }

    @Override
    protected List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        if (post.goes()) {
            rounds.add(new Round("letters", "letters could not be sent", SENDING, this::send));
        }
        if (mailbox.there()) {
            rounds.add(new Round("replies", "the mailbox could not be looked into", RECEIVING, this::receive));
        }
        return rounds;
    }
}
