package openkitchen.bridge.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import openkitchen.notice.PublicAddress;
import openkitchen.people.Agency;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Gives letters to the mail server, where one is configured. */
@Component
class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    /** So many letters in a row fail before the round is left: the mail server is away. */
    private static final int PATIENCE = 3;

    private final @Nullable JavaMailSender server;
    private final Outbox outbox;
    private final MailSettings settings;
    private final PublicAddress address;
    private final Agency agency;

    Post(
            ObjectProvider<JavaMailSender> server,
            Outbox outbox,
            MailSettings settings,
            PublicAddress address,
            Agency agency) {
        this.server = server.getIfAvailable();
        this.outbox = outbox;
        this.settings = settings;
        this.address = address;
        this.agency = agency;
    }

    boolean goes() {
        return server != null;
    }

    /** Sends what is to be sent. */
    void round() {
        JavaMailSender sender = server;
        if (sender == null) {
            return;
        }
        int failed = 0;
        Optional<Outbox.Claimed> next = outbox.claim();
        while (next.isPresent()) {
            failed = sent(sender, next.get()) ? 0 : failed + 1;
            next = failed < PATIENCE ? outbox.claim() : Optional.empty();
        }
    }

    private boolean sent(JavaMailSender sender, Outbox.Claimed next) {
        try {
            sender.send(written(sender.createMimeMessage(), next));
            outbox.sent(next);
            return true;
        } catch (MailException | MessagingException | UnsupportedEncodingException failed) {
            String trouble =
                    String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
            if (outbox.failed(next, trouble)) {
                LOG.warn("Letter {} was given up after {} tries: {}", next.id(), next.tries(), trouble);
            } else {
                LOG.info("Letter {} could not be sent yet: {}", next.id(), trouble);
            }
            return false;
        }
    }

    private MimeMessage written(MimeMessage message, Outbox.Claimed next)
            throws MessagingException, UnsupportedEncodingException {
        Letter letter = next.letter();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        String name = agency.name();
        helper.setFrom(new InternetAddress(settings.from(), name.isEmpty() ? "Open Kitchen" : name, "UTF-8"));
        helper.setTo(letter.to());
        helper.setSubject(letter.subject());
        helper.setText(letter.plain(), letter.html());
        if (!letter.replyTo().isEmpty()) {
            helper.setReplyTo(letter.replyTo());
        }
        message.setHeader("Message-ID", next.messageId());
        if (!letter.thread().isEmpty()) {
            message.setHeader("In-Reply-To", letter.thread());
            message.setHeader("References", letter.thread());
        }
        if (!letter.unsubscribe().isEmpty()) { // RFC 8058
            message.setHeader("List-Unsubscribe", "<" + address.url() + letter.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        // RFC 3834: no machine shall answer, be it an absence assistant or another kitchen
        message.setHeader("Auto-Submitted", letter.automatic() ? "auto-replied" : "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        return message;
    }
}
