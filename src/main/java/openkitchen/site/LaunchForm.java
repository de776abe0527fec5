package openkitchen.site;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import openkitchen.material.Launch;
import openkitchen.problem.Invalid;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;

/** A launch's plan as it is typed. */
public record LaunchForm(
        String hypothesis,
        String channel,
        String audience,
        String budget,
        String currency,
        String starts,
        String stops) {

    /** @throws Invalid for a budget that is no number, or a day that is none */
    Launch.Plan plan() {
        return new Launch.Plan(
                CleanText.body(hypothesis).strip(),
                CleanText.line(channel),
                CleanText.body(audience).strip(),
                amount(),
                currency,
                day("starts", starts),
                day("stops", stops));
    }

    /** As people type it: 150 000, 150000.50 or 150000,50. */
    private @Nullable BigDecimal amount() {
        String digits = budget.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("\\d{1,15}(\\.\\d{1,4})?")) {
            throw new Invalid("budget", "error.budget");
        }
        return new BigDecimal(digits);
    }

    private static @Nullable LocalDate day(String field, String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException nonsense) {
            throw new Invalid(field, "error.date");
        }
    }

    /** What is typed, by the names of the fields. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("hypothesis", hypothesis);
        texts.put("channel", channel);
        texts.put("audience", audience);
        texts.put("budget", budget);
        texts.put("currency", currency);
        texts.put("starts", starts);
        texts.put("stops", stops);
        return texts;
    }
}
