package openkitchen.bridge.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Looks into the mailbox to which people reply. A mail is marked as seen when it was taken; one that could not be taken for a
 * trouble of ours stays unseen and comes again, a few times.
 */
@Component
class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private static final int AT_ONCE = 100;
    private static final int PATIENCE = 5;
    private static final String MILLIS = "15000";

    private final MailSettings settings;
    private final Replies replies;
    private final DataSize largest;
    private final Cache<String, Integer> failures = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    Mailbox(MailSettings settings, Replies replies, @Value("${openkitchen.upload-limit:100MB}") DataSize largest) {
        this.settings = settings;
        this.replies = replies;
        this.largest = largest;
    }

    /** Whether there is one. */
    boolean there() {
        return settings.receives();
    }

    /**
     * Takes what has come.
     *
     * @throws MessagingException when the mailbox cannot be looked into
     */
    void round() throws MessagingException {
        if (!there()) {
            return;
        }
        String protocol = settings.encrypted() ? "imaps" : "imap";
        try (Store store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                Message[] unseen = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (Message mail : List.of(unseen).subList(0, Math.min(AT_ONCE, unseen.length))) {
                    take(mail);
                }
            }
        }
    }

    private void take(Message mail) throws MessagingException {
        String known = Arrays.toString(mail.getHeader("Message-ID"));
        try {
            if (mail instanceof MimeMessage mime) {
                Replies.Outcome outcome = replies.take(MailReading.read(mime, largest.toBytes()));
                LOG.debug("mail {}: {}", known, outcome);
            }
            mail.setFlag(Flags.Flag.SEEN, true);
        } catch (RuntimeException | IOException trouble) {
            int times = failures.asMap().merge(known, 1, Integer::sum);
            if (times >= PATIENCE) {
                LOG.error("a mail could not be taken {} times and stands flagged in the mailbox", times, trouble);
                mail.setFlag(Flags.Flag.FLAGGED, true);
                mail.setFlag(Flags.Flag.SEEN, true);
            } else {
                LOG.warn("a mail could not be taken, trying again: {}", trouble.getMessage());
            }
        }
    }

    private static Properties properties(String protocol) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", MILLIS);
        properties.setProperty(prefix + "timeout", MILLIS);
        properties.setProperty(prefix + "writetimeout", MILLIS);
        properties.setProperty(prefix + "peek", "true"); // reading alone must not mark a mail as seen
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        return properties;
    }
}
