package openkitchen.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import openkitchen.material.Launch;
import openkitchen.material.Launches;
import openkitchen.people.Person;
import openkitchen.text.Language;
import openkitchen.text.Words;
import org.jspecify.annotations.Nullable;

/** A launch ready to be shown, with what holds it back and who set it going and stopped it. */
public record LaunchView(
        Launch launch,
        Launches.Held held,
        @Nullable Person launchedBy,
        @Nullable Person stoppedBy) {

    /** The budget as people write it, {@code 150 000 ₽} or {@code $1,200.50}; empty where none is set. */
    public String budget(Words words) {
        BigDecimal budget = launch.plan().budget();
        return budget == null
                ? ""
                : words.say("launch.money." + launch.plan().currency(), "amount", written(words, budget));
    }

    /** With hundredths when there are any, then both of them. */
    private static String written(Words words, BigDecimal amount) {
        String whole = words.number(amount.toBigInteger());
        if (amount.scale() <= 0) {
            return whole;
        }
        String hundredths = amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
        return whole + (words.language() == Language.RU ? "," : ".") + hundredths.substring(hundredths.length() - 2);
    }

    /** The day on which it begins: the one on which it did, or the one that is planned. */
    public @Nullable LocalDate from(ZoneId zone) {
        Instant launched = launch.launched();
        return launched == null ? launch.plan().starts() : LocalDate.ofInstant(launched, zone);
    }

    /** The day on which it ends: the one on which it did, or the one that is planned. */
    public @Nullable LocalDate until(ZoneId zone) {
        Instant stopped = launch.stopped();
        return stopped == null ? launch.plan().stops() : LocalDate.ofInstant(stopped, zone);
    }

    /** Whether nothing was planned yet. */
    public boolean blank() {
        return launch.plan().texts().entrySet().stream()
                .allMatch(text ->
                        text.getKey().equals("currency") || text.getValue().isEmpty());
    }
}
