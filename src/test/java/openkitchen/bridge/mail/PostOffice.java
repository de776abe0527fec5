package openkitchen.bridge.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import openkitchen.notice.HistoryReader;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real SMTP and IMAP server on this machine, for a kitchen whose rounds go when the test says so. */
public final class PostOffice {

    static final String MAILBOX = "kitchen@agency.example";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Opens it when it is shut, with the kitchen's mailbox in it. */
    public void open() {
        if (!server.isRunning()) {
            server.start();
            mailbox();
        }
    }

    public void shut() {
        server.stop();
    }

    private GreenMailUser mailbox() {
        return server.setUser(MAILBOX, "kitchen", "secret");
    }

    /** What a kitchen must know to use it. */
    public void describe(DynamicPropertyRegistry properties) {
        open();
        properties.add("openkitchen.rounds", () -> "false");
        properties.add("openkitchen.url", () -> "https://kitchen.example");
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> server.getSmtp().getPort());
        properties.add("openkitchen.mail.from", () -> MAILBOX);
        properties.add("openkitchen.mail.imap.host", () -> "127.0.0.1");
        properties.add("openkitchen.mail.imap.port", () -> server.getImap().getPort());
        properties.add("openkitchen.mail.imap.username", () -> "kitchen");
        properties.add("openkitchen.mail.imap.password", () -> "secret");
        properties.add("openkitchen.mail.imap.address", () -> MAILBOX);
    }

    /** The kitchen reads its history for news, writes the letters whose time has come, and sends them. */
    public void round(ApplicationContext kitchen) {
        kitchen.getBean(HistoryReader.class).round();
        kitchen.getBean(MailRounds.class).send();
    }

    /** A letter comes for the kitchen, which takes it. */
    public void arrive(ApplicationContext kitchen, MimeMessage letter) throws MessagingException {
        mailbox().deliver(letter);
        kitchen.getBean(MailRounds.class).receive();
    }

    void throwAllAway() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    /** What was sent to this address so far, oldest first. */
    public List<MimeMessage> lettersTo(String address) throws MessagingException {
        List<MimeMessage> letters = new ArrayList<>();
        for (MimeMessage letter : server.getReceivedMessages()) {
            if (Arrays.toString(letter.getAllRecipients()).contains(address)) {
                letters.add(letter);
            }
        }
        return letters;
    }

    /** Somebody's reply to a letter, as their mail program writes it. */
    public static MimeMessage reply(String from, MimeMessage letter, String text) throws MessagingException {
        return write(from, replyTo(letter), text);
    }

    static MimeMessage write(String from, String to, String text) throws MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(from);
        mail.setRecipients(Message.RecipientType.TO, to);
        mail.setSubject("Re: Titles", "UTF-8");
        mail.setText(text, "UTF-8");
        mail.saveChanges();
        return mail;
    }

    static String replyTo(MimeMessage letter) throws MessagingException {
        return ((InternetAddress) letter.getReplyTo()[0]).getAddress();
    }

    /** What the letter says to whoever reads plain text. */
    public static String plain(MimeMessage letter) throws MessagingException, IOException {
        return text(letter, "text/plain");
    }

    static String text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                String text = text(each, type);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
