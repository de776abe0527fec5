package openkitchen.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import openkitchen.id.PersonId;
import openkitchen.turn.Promises;
import openkitchen.window.AnswerWindows;
import openkitchen.window.DaysOff;
import openkitchen.window.Span;
import openkitchen.window.Week;
import openkitchen.window.Window;
import org.springframework.stereotype.Component;

/**
 * When the demo's people answer, and who is away just now. A week is written {@code mon-fri 10:00-11:00, mon-thu 15:00-16:00};
 * days off {@code 3 +4 anton}: from which day to which, as {@link Days} counts them, and who stands in.
 */
@Component
class Hours {

    private static final Duration LONG_AGO = Duration.ofDays(21);

    private final AnswerWindows windows;
    private final DaysOff daysOff;

    Hours(AnswerWindows windows, DaysOff daysOff) {
        this.windows = windows;
        this.daysOff = daysOff;
    }

    void keep(Playbill bill, Cast cast, Days days) {
        bill.people().forEach((who, part) -> {
            if (part.answers() != null) {
                windows.set(cast.viewer(who), cast.person(who).id(), week(part.answers()));
            }
            Story.all(part.away()).forEach((when, note) -> {
                String[] words = when.split(" ");
                daysOff.add(
                        cast.viewer(who),
                        cast.person(who).id(),
                        days.day(words[0]),
                        days.day(words[1]),
                        cast.person(words[2]).id(),
                        note);
            });
        });
    }

    private static Week week(String text) {
        return new Week(Arrays.stream(text.split(", ")).flatMap(Hours::windows).toList());
    }

    private static Stream<Window> windows(String row) {
        String[] words = row.split("[ -]");
        LocalTime from = LocalTime.parse(words[2]);
        LocalTime until = LocalTime.parse(words[3]);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.compareTo(day(words[0])) >= 0 && day.compareTo(day(words[1])) <= 0)
                .map(day -> new Window(day, from, until));
    }

    private static DayOfWeek day(String code) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(code))
                .findFirst()
                .orElseThrow();
    }

    /** Since when the person may have been asked and not be late now: their last window could not take it any more. */
    Instant closed(PersonId person, Instant now) {
        List<Span> past = windows.of(person)
                .windows(now.minus(LONG_AGO))
                .takeWhile(window -> !window.until().isAfter(now))
                .toList();
        return past.isEmpty()
                ? now.minus(LONG_AGO)
                : past.getLast().until().minus(Promises.URGENT_LEAD).plusSeconds(1);
    }
}
