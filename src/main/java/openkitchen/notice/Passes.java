package openkitchen.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import org.springframework.stereotype.Component;

/**
 * The links in letters by which a decision maker comes to what is put before them, signed in by the link. Following one decides
 * nothing: programs that look at the links of letters follow them, too.
 */
@Component
public class Passes {

    /** So long a link leads in; after it one signs in first. */
    public static final Duration LIFE = Duration.ofDays(14);

    private static final String PURPOSE = "pass";
    private static final int LONGEST = 200;

    private final Seals seals;
    private final Clock clock;

    Passes(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /** Who comes to decide about what. */
    public record Pass(PersonId person, CommentId ask) {}

    /** The path to which a letter's link leads. */
    public String path(Pass pass) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        return "/a/" + seals.link(PURPOSE, pass.person() + ":" + pass.ask() + ":" + until);
    }

    /** Empty for what is no link of ours, and for one whose time is over. */
    public Optional<Pass> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        return seals.unlink(PURPOSE, token).flatMap(said -> {
            String[] parts = said.split(":", 3);
            Instant until = Instant.ofEpochSecond(Long.parseLong(parts[2]));
            return clock.instant().isAfter(until)
                    ? Optional.empty()
                    : Optional.of(
                            new Pass(new PersonId(Long.parseLong(parts[0])), new CommentId(Long.parseLong(parts[1]))));
        });
    }
}
