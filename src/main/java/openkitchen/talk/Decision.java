package openkitchen.talk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.project.Discipline;
import org.jspecify.annotations.Nullable;

/**
 * A comment that says what was settled, why, and whom it affects.
 *
 * @param reason why it was decided so; may be empty
 * @param outcome how an objection was settled; empty until then
 * @param checks one for each discipline that it affects
 */
public record Decision(
        CommentId id, CardId card, PersonId author, State state, String reason, String outcome, List<Check> checks) {

    public enum State {
        /** Somebody whom it affects has not said yet. */
        ASKED,
        /** It is fine for all whom it affects. */
        FINE,
        /** Somebody objects, and the account has not settled it yet. */
        OBJECTED,
        SETTLED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public enum Verdict {
        FINE,
        OBJECTION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Verdict of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What a discipline says.
     *
     * @param verdict null while it was not said
     * @param reason of an objection
     */
    public record Check(
            Discipline discipline,
            @Nullable Verdict verdict,
            String reason,
            @Nullable Instant at,
            @Nullable PersonId by) {}
}
