package openkitchen.talk;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A comment that waits for an answer.
 *
 * @param askedOf as the asker addressed it, an {@link Address}'s code
 * @param overQuota urgent, though the month's urgent questions were used up; it is answered all the same
 * @param depth how big it is, as who answers says; null until then
 * @param promised the promise that was shown when it was asked; null where there was none
 * @param answer the comment that answers it
 * @param mergedInto the earlier question that asks the same
 * @param cardMade the number of the card that it became
 * @param reason why it was called off-topic, or what was said when it was redirected
 */
public record Question(
        CommentId id,
        CardId card,
        PersonId asker,
        State state,
        String askedOf,
        boolean urgent,
        boolean overQuota,
        @Nullable Depth depth,
        @Nullable Instant promised,
        int reopened,
        int redirected,
        @Nullable CommentId answer,
        @Nullable CommentId mergedInto,
        @Nullable Integer cardMade,
        String reason,
        @Nullable Instant settled,
        @Nullable PersonId settledBy) {

    /** What became of it. */
    public enum State {
        OPEN,
        /** The asker has to say more first. */
        WAITING,
        ANSWERED,
        /** The answer was not what was asked. */
        REOPENED,
        /** Somebody else is asked now. */
        REDIRECTED,
        /** An earlier question asks the same. */
        MERGED,
        /** It does not belong here; the reason says why. */
        OFF_TOPIC,
        /** It is bigger than an answer and became a card. */
        CARD,
        /** Taken back by who asked. */
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether an answer is still awaited. */
        public boolean open() {
            return switch (this) {
                case OPEN, WAITING, REOPENED, REDIRECTED -> true;
                case ANSWERED, MERGED, OFF_TOPIC, CARD, WITHDRAWN -> false;
            };
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** How big it is. */
    public enum Depth {
        QUICK,
        /** Worth a card or an offer. */
        DEEP;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Depth> find(String code) {
            return Arrays.stream(values())
                    .filter(depth -> depth.code().equals(code))
                    .findFirst();
        }
    }
}
