package openkitchen.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of months and weekdays of a language, looked up once. */
final class CalendarWords {

    final Words words;
    private final List<String> months;
    private final List<String> shortMonths;
    private final List<String> weekdays;

    CalendarWords(Words words) {
        Locale locale = words.language().locale();
        this.words = words;
        this.months = Stream.of(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL, locale))
                .toList();
        this.shortMonths = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> words.say("month.short." + month))
                .toList();
        this.weekdays = Stream.of(DayOfWeek.values())
                .map(day -> capital(day.getDisplayName(TextStyle.FULL_STANDALONE, locale), locale))
                .toList();
    }

    String day(LocalDate date) {
        return date.getDayOfMonth() + " " + months.get(date.getMonthValue() - 1);
    }

    String shortDay(LocalDate date) {
        return date.getDayOfMonth() + " " + shortMonths.get(date.getMonthValue() - 1);
    }

    String weekday(LocalDate date) {
        return weekdays.get(date.getDayOfWeek().getValue() - 1);
    }

    private static String capital(String word, Locale locale) {
        return word.substring(0, 1).toUpperCase(locale) + word.substring(1);
    }
}
