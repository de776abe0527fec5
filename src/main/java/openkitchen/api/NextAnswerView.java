package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import openkitchen.id.PersonId;
import openkitchen.window.Schedule;
import openkitchen.window.Span;
import org.jspecify.annotations.Nullable;

@Schema(name = "NextAnswer", description = "When somebody of the agency answers.")
record NextAnswerView(
        @Schema(
                description =
                        "When the window that is running began, or the next one begins; null when none is in sight.")
        @Nullable
        Instant from,

        @Nullable Instant until,

        @Schema(description = "Whether a window is running.")
        boolean now,

        @Schema(description = "Whether they have a day off today.")
        boolean away,

        @Schema(description = "The id of who stands in for them meanwhile.") @Nullable
        Long substitute) {

    static NextAnswerView of(Schedule schedule, Instant now) {
        Span next = schedule.next(now).orElse(null);
        return new NextAnswerView(
                next == null ? null : next.from(),
                next == null ? null : next.until(),
                next != null && next.holds(now),
                schedule.away(now),
                schedule.substitute(now).map(PersonId::value).orElse(null));
    }
}
