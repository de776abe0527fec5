package openkitchen.material;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a launch card knows beside what every card knows (`product.md` 5.6).
 *
 * @param budget in {@code plan.currency}; null where none is set
 * @param despite the account's reason for launching what was held back; empty when nothing was
 * @param version counts the edits of the plan, from 1; 0 before there is any
 */
public record Launch(
        CardId card,
        int number,
        String title,
        Plan plan,
        int version,
        @Nullable Instant launched,
        @Nullable PersonId launchedBy,
        String despite,
        @Nullable Instant stopped,
        @Nullable PersonId stoppedBy,
        String result,
        @Nullable Verdict verdict) {

    /** The currencies in which a budget can be. */
    public static final List<String> CURRENCIES = List.of("RUB", "USD", "EUR", "KZT", "BYN");

    /**
     * What is intended.
     *
     * @param starts and {@code stops} are calendar days; null where they are not known yet
     */
    public record Plan(
            String hypothesis,
            String channel,
            String audience,
            @Nullable BigDecimal budget,
            String currency,
            @Nullable LocalDate starts,
            @Nullable LocalDate stops) {

        static final Plan NONE = new Plan("", "", "", null, "RUB", null, null);
    }

    /** What comes of it. */
    public enum Verdict {
        KEEP,
        CHANGE,
        STOP;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Verdict> find(String code) {
            return Arrays.stream(values())
                    .filter(verdict -> verdict.code().equals(code))
                    .findFirst();
        }
    }

    /** How far it is. */
    public enum State {
        PLANNED,
        LAUNCHED,
        STOPPED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        return stopped != null ? State.STOPPED : launched != null ? State.LAUNCHED : State.PLANNED;
    }
}
