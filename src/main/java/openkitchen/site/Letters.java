package openkitchen.site;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import openkitchen.people.Agency;
import openkitchen.text.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends letters where a mail server is configured. Nobody waits for it, and what it refuses breaks no page. */
@Component
public class Letters {

    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    private final @Nullable JavaMailSender post;
    private final String from;
    private final Agency agency;
    private final Views views;

    Letters(
            ObjectProvider<JavaMailSender> post,
            @Value("${openkitchen.mail.from:}") String from,
            @Value("${spring.mail.username:}") String user,
            Agency agency,
            Views views) {
        this.post = post.getIfAvailable();
        this.from = !from.isBlank() ? from.strip() : user.contains("@") ? user : "kitchen@localhost";
        this.agency = agency;
        this.views = views;
    }

    /** A letter with one thing to do, behind a button. */
    public record Letter(String subject, List<String> before, String button, String link, String after) {}

    /** Whether letters can be sent at all. */
    boolean sent() {
        return post != null;
    }

    void send(String to, Words words, Letter letter) {
        JavaMailSender sender = post;
        if (sender == null) {
            return;
        }
        Thread.ofVirtual().name("letter").start(() -> {
            try {
                sender.send(written(sender.createMimeMessage(), to, words, letter));
            } catch (MailException | MessagingException | UnsupportedEncodingException failed) {
                LOG.warn("A letter could not be sent: {}", firstLine(failed));
            }
        });
    }

    private static String firstLine(Exception failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }

    private MimeMessage written(MimeMessage message, String to, Words words, Letter letter)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        String name = agency.name();
        helper.setFrom(new InternetAddress(from, name.isEmpty() ? words.say("product.name") : name, "UTF-8"));
        helper.setTo(to);
        helper.setSubject(letter.subject());
        helper.setText(plain(letter), views.piece("letter/letter", Map.of("words", words, "letter", letter)));
        return message;
    }

    private static String plain(Letter letter) {
        return String.join("\n\n", letter.before()) + "\n\n" + letter.link() + "\n\n" + letter.after() + "\n";
    }
}
