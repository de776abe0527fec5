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
 * A comment that says what is to be put right.
 *
 * @param number its number in the project, as in R-7
 * @param raised how many times it was raised, from 1
 * @param fixedIn where it was fixed, in words; empty until then
 * @param reason why it was declined, what its author answered to that, or how the account settled it
 * @param changed when its state last changed, and by whom
 */
public record Remark(
        CommentId id,
        CardId card,
        PersonId author,
        int number,
        Weight weight,
        State state,
        int raised,
        String fixedIn,
        String reason,
        Instant changed,
        @Nullable PersonId changedBy) {

    /** Whether the card may be done while it is open. */
    public enum Weight {
        MUST,
        SUGGESTION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Weight> find(String code) {
            return Arrays.stream(values())
                    .filter(weight -> weight.code().equals(code))
                    .findFirst();
        }
    }

    /** Where it stands between its author and the team. */
    public enum State {
        OPEN,
        /** The team says that it is put right; its author looks. */
        FIXED,
        /** Its author says so, too. */
        CONFIRMED,
        /** The team says why not; its author takes that, or the account decides. */
        DECLINED,
        /** Its author took it to the account. */
        APPEALED,
        /** It stays as it is, by its author's or the account's word. */
        SETTLED,
        /** Taken back by its author. */
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the team has still something to do or the account to decide. */
        public boolean open() {
            return this == OPEN || this == APPEALED;
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** As people call it: R-7. */
    public String name() {
        return "R-" + number;
    }
}
