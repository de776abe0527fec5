package openkitchen.bridge.mail;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Writes and sends letters, and looks for replies, again and again, where mail is configured. Nodes do not disturb each other. */
@Component
class MailRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);

    private static final long SENDING_SECONDS = 10;
    private static final long RECEIVING_SECONDS = 30;

    private final WindowLetters windows;
    private final NewsLetters news;
    private final Post post;
    private final Mailbox mailbox;
    private final boolean byItself;
    private volatile boolean running;

    MailRounds(
            WindowLetters windows,
            NewsLetters news,
            Post post,
            Mailbox mailbox,
            @Value("${openkitchen.rounds:true}") boolean byItself) {
        this.windows = windows;
        this.news = news;
        this.post = post;
        this.mailbox = mailbox;
        this.byItself = byItself;
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

    private interface Round {
        void go() throws Exception;
    }

    @Override
    public void start() {
        running = byItself;
        if (running && post.goes()) {
            Thread.ofVirtual()
                    .name("letters")
                    .start(() -> again("letters could not be sent", SENDING_SECONDS, this::send));
        }
        if (running && mailbox.there()) {
            Thread.ofVirtual()
                    .name("replies")
                    .start(() -> again("the mailbox could not be looked into", RECEIVING_SECONDS, this::receive));
        }
    }

    private void again(String trouble, long seconds, Round round) {
        String last = "";
        while (running) {
            try {
                TimeUnit.SECONDS.sleep(seconds);
                round.go();
                last = "";
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception failed) { // whatever it is, the next round may go
                String message = String.valueOf(failed.getMessage());
                if (running && !message.equals(last)) {
                    LOG.warn("{}, trying again: {}", trouble, message);
                }
                last = message;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
