package openkitchen.bridge.mail;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.notice.Seals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The addresses to which people reply: each names a person and the card, or the comment on it, of which a letter told them, and
 * is sealed, so nobody else can make one. It holds for {@link #HOLDS}.
 */
@Component
class ReplyAddresses {

    static final Duration HOLDS = Duration.ofDays(120);

    private static final String PURPOSE = "reply";

    private final MailSettings settings;
    private final Seals seals;
    private final Clock clock;

    ReplyAddresses(MailSettings settings, Seals seals, Clock clock) {
        this.settings = settings;
        this.seals = seals;
        this.clock = clock;
    }

    /** Whose reply, to what; {@code comment} is null when it is about the card. */
    record Meant(PersonId person, CardId card, @Nullable CommentId comment) {}

    /** What an address turned out to be. */
    sealed interface Found {
        record Right(Meant meant) implements Found {}

        /** One of ours, but too old. */
        record Expired() implements Found {}

        record Forged() implements Found {}
    }

    /** Empty where no replies can come in. */
    String of(Meant meant) {
        if (!settings.receives()) {
            return "";
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        CommentId comment = meant.comment();
        write(content, clock.instant().getEpochSecond() / Duration.ofDays(1).toSeconds());
        write(content, meant.person().value());
        write(content, meant.card().value());
        write(content, comment == null ? 0 : comment.value());
        byte[] seal = seals.seal(PURPOSE, content.toByteArray());
        content.writeBytes(seal);
        return settings.address(Base32.of(content.toByteArray()));
    }

    private static void write(ByteArrayOutputStream out, long number) {
        long rest = number;
        while (rest >= 128) {
            out.write((int) (rest & 127 | 128));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** The token in one of a mail's recipients; empty for an address that has none. */
    Optional<String> token(String address) {
        int at = address.lastIndexOf('@');
        String prefix = settings.mailbox() + "+";
        return at > prefix.length() && address.regionMatches(true, 0, prefix, 0, prefix.length())
                ? Optional.of(address.substring(prefix.length(), at))
                : Optional.empty();
    }

    Found read(String token) {
        byte[] bytes = Base32.read(token).orElse(new byte[0]);
        if (bytes.length <= Seals.LENGTH) {
            return new Found.Forged();
        }
        byte[] content = Arrays.copyOf(bytes, bytes.length - Seals.LENGTH);
        byte[] seal = Arrays.copyOfRange(bytes, content.length, bytes.length);
        if (!seals.right(PURPOSE, content, seal)) {
            return new Found.Forged();
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(content);
            Instant day = Instant.EPOCH.plus(Duration.ofDays(number(in)));
            Meant meant = new Meant(new PersonId(number(in)), new CardId(number(in)), comment(number(in)));
            return clock.instant().isAfter(day.plus(HOLDS)) ? new Found.Expired() : new Found.Right(meant);
        } catch (BufferUnderflowException cut) {
            return new Found.Forged();
        }
    }

    private static @Nullable CommentId comment(long id) {
        return id == 0 ? null : new CommentId(id);
    }

    private static long number(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            number |= (long) (next & 127) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
