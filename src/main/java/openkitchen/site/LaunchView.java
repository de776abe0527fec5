package openkitchen.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import openkitchen.material.Launch;
import openkitchen.material.Launches;
import openkitchen.people.Person;
import openkitchen.text.Words;
import org.jspecify.annotations.Nullable;

/** A launch ready to be shown, with what holds it back and who set it going and stopped it. */
public record LaunchView(
        Launch launch,
        Launches.Held held,
        @Nullable Person launchedBy,
        @Nullable Person stoppedBy) {

    /** The budget as people write it, {@code 150 000 ₽}; empty where none is set. */
    public String budget(Words words) {
        return launch.plan().budget() == null
                ? ""
                : words.say(
                        "launch.money." + launch.plan().currency(),
                        "amount",
                        launch.plan().budget());
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
