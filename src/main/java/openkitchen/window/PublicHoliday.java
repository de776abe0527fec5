package openkitchen.window;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The public holidays of Russia: the fixed days of article 112 of the Labour Code. What the government moves from year to year
 * is set by hand.
 */
public enum PublicHoliday {
    NEW_YEAR(days(1, 1, 2, 3, 4, 5, 6, 8)),
    CHRISTMAS(days(1, 7)),
    DEFENDERS(days(2, 23)),
    WOMEN(days(3, 8)),
    LABOUR(days(5, 1)),
    VICTORY(days(5, 9)),
    RUSSIA(days(6, 12)),
    UNITY(days(11, 4));

    private final List<MonthDay> days;

    PublicHoliday(List<MonthDay> days) {
        this.days = days;
    }

    private static List<MonthDay> days(int month, int... days) {
        return IntStream.of(days).mapToObj(day -> MonthDay.of(month, day)).toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its days in a year, in order. */
    public List<LocalDate> in(int year) {
        return days.stream().map(day -> day.atYear(year)).toList();
    }

    /** Which of them that day is. */
    public static Optional<PublicHoliday> on(LocalDate day) {
        MonthDay wanted = MonthDay.from(day);
        return Arrays.stream(values())
                .filter(holiday -> holiday.days.contains(wanted))
                .findFirst();
    }
}
