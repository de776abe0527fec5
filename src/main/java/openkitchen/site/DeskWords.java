package openkitchen.site;

import java.time.Clock;
import java.time.Instant;
import openkitchen.desk.Desk;
import openkitchen.text.Markdown;
import openkitchen.text.Moments;
import org.springframework.stereotype.Component;

/** Puts desks into their owners' words. */
@Component
class DeskWords {

    private final Moments moments;
    private final Markdown markdown;
    private final Clock clock;

    DeskWords(Moments moments, Markdown markdown, Clock clock) {
        this.moments = moments;
        this.markdown = markdown;
        this.clock = clock;
    }

    DeskView of(Visit visit, Desk desk) {
        Instant now = clock.instant();
        return new DeskView(visit, desk, moments.at(now, visit.language(), visit.zone()), now, markdown);
    }
}
