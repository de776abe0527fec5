package openkitchen.material;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param outcome what came of the run that is on or was last
 * @param earlier its runs before this one, the first first: it was stopped and launched again
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
        Outcome outcome,
        List<Run> earlier) {

    /**
     * What came of a run.
     *
     * @param verdict null, and the result empty, while nobody has said it
     * @param version counts the edits, from 1; 0 before there is any
     */
    public record Outcome(String result, @Nullable Verdict verdict, int version) {

        /** All of it as it is written into a form, by the names of its fields. */
        public Map<String, String> texts() {
            return Map.of("result", result, "verdict", verdict == null ? "" : verdict.code());
        }
    }

    /**
     * From when to when it was live, and what came of that.
     *
     * @param number 1, 2, 3 …
     */
    public record Run(
            int number,
            Instant launched,
            @Nullable PersonId launchedBy,
            String despite,
            Instant stopped,
            @Nullable PersonId stoppedBy,
            Outcome outcome) {

        public String result() {
            return outcome.result();
        }

        public @Nullable Verdict verdict() {
            return outcome.verdict();
        }
    }

    /** Which run is on, was last, or comes first: 1, 2, 3 … */
    public int run() {
        return earlier.size() + 1;
    }

    /** What came of its run of this number. */
    public Outcome outcome(int run) {
        return run == run() ? outcome : earlier.get(run - 1).outcome();
    }

    public String result() {
        return outcome.result();
    }

    public @Nullable Verdict verdict() {
        return outcome.verdict();
    }

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

        /** 150000 and 150000.00 are the same budget. */
        public Plan {
            budget = budget == null ? null : budget.stripTrailingZeros();
        }

        /** All of it as it is written into a form, by the names of its fields; empty where nothing is set. */
        public Map<String, String> texts() {
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put("hypothesis", hypothesis);
            texts.put("channel", channel);
            texts.put("audience", audience);
            texts.put("budget", budget == null ? "" : budget.toPlainString());
            texts.put("currency", currency);
            texts.put("starts", starts == null ? "" : starts.toString());
            texts.put("stops", stops == null ? "" : stops.toString());
            return texts;
        }
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
