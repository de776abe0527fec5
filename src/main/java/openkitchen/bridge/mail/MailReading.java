package openkitchen.bridge.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;

/** Reads a mail: who sent it to whom, what they wrote themselves, and the files that came along. */
final class MailReading {

    /** Pictures in the text below this size are logos and lines. */
    private static final int ORNAMENT = 16 * 1024;

    /** Bytes of one text; who writes more sends a file. */
    private static final int TEXT = 1024 * 1024;

    private static final int DEPTH = 20;

    private static final List<String> RECIPIENTS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To");

    private static final Pattern MACHINE =
            Pattern.compile("(?i)^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)\\b.*");

    private static final Pattern AWAY = Pattern.compile(
            "(?iu)^\\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|автоответ|автоматический ответ|"
                    + "нет на месте|undelivered|undeliverable|delivery status notification|mail delivery failed|недоставлен).*");

    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

    private final long largest;
    private final List<Arrived.Enclosed> files = new ArrayList<>();
    private final List<String> tooLarge = new ArrayList<>();
    private @Nullable String plain;
    private @Nullable String html;

    private MailReading(long largest) {
        this.largest = largest;
    }

    /**
     * @param largest bytes of one file; what is larger is named in the text and not taken
     * @throws MessagingException for a mail that cannot be read
     */
    static Arrived read(MimeMessage mail, long largest) throws MessagingException, IOException {
        MailReading reading = new MailReading(largest);
        boolean automatic = automatic(mail);
        if (!automatic) {
            reading.part(mail, 0);
        }
        return new Arrived(
                id(mail), sender(mail), recipients(mail), subject(mail), automatic, reading.text(), reading.files);
    }

    private String text() {
        String written = plain != null && !plain.isBlank() ? plain : html == null ? "" : HtmlText.of(html);
        String own = ReplyText.of(CleanText.body(written));
        return tooLarge.isEmpty() ? own : (own + "\n\n" + String.join("\n", tooLarge)).strip();
    }

    private void part(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEPTH) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                part(each, depth + 1);
            }
            return;
        }
        String name = name(part);
        boolean enclosed = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || !name.isEmpty();
        if (!enclosed && part.isMimeType("text/plain")) {
            plain = plain == null ? string(part) : plain + "\n" + string(part);
        } else if (!enclosed && part.isMimeType("text/html")) {
            html = html == null ? string(part) : html;
        } else if (enclosed && !part.isMimeType("text/calendar")) {
            enclose(part, name.isEmpty() ? "file" : name);
        }
    }

    private void enclose(Part part, String name) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream in = part.getInputStream()) {
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, largest + 1));
        }
        boolean ornament = part.isMimeType("image/*")
                && part.getHeader("Content-ID") != null
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && bytes.length < ORNAMENT;
        if (bytes.length > largest) {
            tooLarge.add("[" + name + ": > " + largest / 1024 / 1024 + " MB]");
        } else if (!ornament && bytes.length > 0) {
            files.add(new Arrived.Enclosed(name, bytes));
        }
    }

    private static String name(Part part) throws MessagingException {
        String name = part.getFileName();
        if (name == null) {
            return "";
        }
        try {
            return CleanText.line(MimeUtility.decodeText(name));
        } catch (UnsupportedEncodingException strange) {
            return CleanText.line(name);
        }
    }

    private static String string(Part part) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream in = part.getInputStream()) {
            bytes = in.readNBytes(TEXT);
        }
        return new String(bytes, charset(part));
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            String name = new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (jakarta.mail.internet.ParseException
                | IllegalCharsetNameException
                | UnsupportedCharsetException strange) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean automatic(MimeMessage mail) throws MessagingException {
        String submitted = header(mail, "Auto-Submitted");
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || !header(mail, "X-Autoreply").isEmpty()
                || !header(mail, "X-Autorespond").isEmpty()
                || !header(mail, "X-Auto-Response-Suppress").isEmpty()
                        && AWAY.matcher(subject(mail)).matches()
                || !header(mail, "X-Failed-Recipients").isEmpty()
                || !header(mail, "List-Id").isEmpty()
                || BULK.contains(header(mail, "Precedence"))
                || header(mail, "Return-Path").equals("<>")
                || mail.isMimeType("multipart/report")
                || MACHINE.matcher(sender(mail)).matches()
                || AWAY.matcher(subject(mail)).matches();
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : values[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String subject(MimeMessage mail) throws MessagingException {
        String subject = mail.getSubject();
        return subject == null ? "" : CleanText.line(subject);
    }

    /** The one sender; a mail of several is nobody's. */
    private static String sender(MimeMessage mail) throws MessagingException {
        try {
            Address[] from = mail.getFrom();
            return from != null
                            && from.length == 1
                            && from[0] instanceof InternetAddress one
                            && one.getAddress() != null
                    ? one.getAddress().strip().toLowerCase(Locale.ROOT)
                    : "";
        } catch (AddressException malformed) {
            return "";
        }
    }

    private static List<String> recipients(Message mail) throws MessagingException {
        List<String> all = new ArrayList<>();
        for (String name : RECIPIENTS) {
            String[] values = mail.getHeader(name);
            for (String value : values == null ? new String[0] : values) {
                try {
                    for (InternetAddress address : InternetAddress.parseHeader(value, false)) {
                        if (address.getAddress() != null) {
                            all.add(address.getAddress().strip());
                        }
                    }
                } catch (AddressException malformed) {
                    all.add(value.strip());
                }
            }
        }
        return all;
    }

    private static String id(MimeMessage mail) throws MessagingException, IOException {
        String id = mail.getMessageID();
        if (id != null && !id.isBlank() && id.length() <= 500) {
            return id.strip();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            java.util.Enumeration<String> lines = mail.getAllHeaderLines();
            while (lines.hasMoreElements()) {
                digest.update(lines.nextElement().getBytes(StandardCharsets.UTF_8));
            }
            try (InputStream in = mail.getInputStream()) {
                digest.update(in.readNBytes(TEXT));
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of a mail as it stands in a file. */
    static Arrived read(byte[] mail, long largest) throws MessagingException, IOException {
        return read(new MimeMessage(null, new ByteArrayInputStream(mail)), largest);
    }
}
