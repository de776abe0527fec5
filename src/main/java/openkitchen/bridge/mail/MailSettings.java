package openkitchen.bridge.mail;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The few settings of mail beside Spring's own for sending ({@code SPRING_MAIL_*}).
 *
 * <p>{@code OPENKITCHEN_MAIL_FROM}: who letters are from. {@code OPENKITCHEN_MAIL_IMAP_HOST}, {@code _PORT}, {@code _USERNAME},
 * {@code _PASSWORD}: the mailbox into which replies come; {@code OPENKITCHEN_MAIL_IMAP_ADDRESS}: its address, where that is not
 * its user's name. The mailbox must take mail for {@code name+anything@…}, too.
 */
@Component
class MailSettings {

    private static final int IMAPS = 993;

    private final String from;
    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final String address;

    MailSettings(
            @Value("${openkitchen.mail.from:}") String from,
            @Value("${spring.mail.username:}") String smtpUser,
            @Value("${openkitchen.mail.imap.host:}") String host,
            @Value("${openkitchen.mail.imap.port:993}") int port,
            @Value("${openkitchen.mail.imap.username:}") String user,
            @Value("${openkitchen.mail.imap.password:}") String password,
            @Value("${openkitchen.mail.imap.address:}") String address) {
        this.host = host.strip();
        this.port = port;
        this.user = user.strip();
        this.password = password;
        this.address = address.isBlank() ? this.user : address.strip();
        this.from = !from.isBlank()
                ? from.strip()
                : smtpUser.contains("@") ? smtpUser.strip() : receives() ? this.address : "kitchen@localhost";
    }

    String from() {
        return from;
    }

    /** What stands behind the @ of whom letters are from. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1)
                .replaceAll("[>\\s]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether replies can come in. */
    boolean receives() {
        return !host.isEmpty() && address.contains("@");
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    boolean encrypted() {
        return port == IMAPS;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** The mailbox's address, with something added to its name: {@code kitchen+token@agency.example}. */
    String address(String token) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at) + "+" + token + address.substring(at);
    }

    /** The name of the mailbox, before the plus. */
    String mailbox() {
        return address.substring(0, address.lastIndexOf('@'));
    }
}
