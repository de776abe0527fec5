package openkitchen.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** What a workbook's cell shows, told plainly: dates as 2026-11-26, numbers without grouping or exponent. */
final class Shown {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter TIME_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);
    /** What is in quotes, after a backslash or underscore, or in brackets other than those around elapsed time. */
    private static final Pattern SAID = Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[(?![hms]+])[^\\]]*]");

    private static final Pattern DECIMALS = Pattern.compile("[0#](?:\\.([0#?]*))?%?$");

    private final Map<String, Format> formats = new HashMap<>();

    private enum As {
        NUMBER,
        PERCENT,
        DATE,
        TIME,
        /** Hours that may be more than a day has. */
        ELAPSED
    }

    /** @param decimals how many are shown at most, -1 for all */
    private record Format(As as, int decimals) {}

    private static final Format GENERAL = new Format(As.NUMBER, -1);

    String of(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getValue()) {
            case null -> cell.getRawValue() == null ? "" : cell.getRawValue();
            case String text -> text(text);
            case BigDecimal number -> number(number, cell.getDataFormatString(), cell::asDate);
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            case Object other -> other.toString();
        };
    }

    /** Without the way in which workbooks write control characters. */
    static String text(String text) {
        String clean = text.contains("_x000D_") ? text.replace("_x000D_", "") : text;
        return clean.indexOf('\r') < 0 ? clean : clean.replace("\r\n", "\n").replace('\r', '\n');
    }

    /**
     * A number as its format has it.
     *
     * @param code the format's; null for none
     * @param date what it is as a date, asked only where it is one
     */
    String number(BigDecimal number, @Nullable String code, Supplier<LocalDateTime> date) {
        Format format = format(code);
        return switch (format.as()) {
            case DATE, TIME -> moment(number, format.as(), date);
            case ELAPSED -> elapsed(number);
            case PERCENT -> plain(number.movePointRight(2), format.decimals()) + "%";
            case NUMBER -> plain(number, format.decimals());
        };
    }

    private static String plain(BigDecimal number, int decimals) {
        if (Math.abs((long) number.scale()) > 400 || number.precision() > 400) {
            return number.toString();
        }
        if (number.scale() == 0 && number.precision() <= 15) {
            return number.toString();
        }
        BigDecimal rounded = number.round(EXCEL);
        if (decimals >= 0 && rounded.scale() > decimals) {
            rounded = rounded.setScale(decimals, RoundingMode.HALF_UP);
        }
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String moment(BigDecimal number, As as, Supplier<LocalDateTime> date) {
        if (number.signum() < 0 || number.compareTo(LAST_DAY) >= 0) {
            return plain(number, -1);
        }
        LocalDateTime moment = date.get().plusNanos(500_000_000).withNano(0);
        if (as == As.TIME && number.compareTo(BigDecimal.ONE) < 0) {
            return moment.format(moment.getSecond() == 0 ? TIME : TIME_SECONDS);
        }
        if (moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return moment.format(DATE);
        }
        return moment.format(moment.getSecond() == 0 ? DATE_TIME : SECONDS);
    }

    private static String elapsed(BigDecimal days) {
        if (days.signum() < 0 || days.compareTo(LAST_DAY) >= 0) {
            return plain(days, -1);
        }
        long seconds = Math.round(days.doubleValue() * 86_400);
        String time = "%d:%02d".formatted(seconds / 3_600, seconds / 60 % 60);
        return seconds % 60 == 0 ? time : "%s:%02d".formatted(time, seconds % 60);
    }

    private Format format(@Nullable String code) {
        if (code == null || code.isEmpty() || code.equalsIgnoreCase("general") || code.equals("@")) {
            return GENERAL;
        }
        Format known = formats.get(code);
        if (known == null) {
            known = read(code);
            formats.put(code, known);
        }
        return known;
    }

    private static Format read(String code) {
        String plain = SAID.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        int end = plain.indexOf(';');
        String first = (end < 0 ? plain : plain.substring(0, end)).strip();
        if (first.contains("general") || first.contains("e+") || first.contains("e-")) {
            return GENERAL;
        }
        if (first.contains("[")) {
            return new Format(As.ELAPSED, -1);
        }
        if (first.contains("y")
                || first.contains("d")
                || (first.contains("m") && !first.contains("s") && !first.contains("h"))) {
            return new Format(As.DATE, -1);
        }
        if (first.contains("h") || first.contains("s")) {
            return new Format(As.TIME, -1);
        }
        Matcher decimals = DECIMALS.matcher(first.replace(" ", ""));
        int shown = decimals.find()
                ? (decimals.group(1) == null ? 0 : decimals.group(1).length())
                : -1;
        return new Format(first.contains("%") ? As.PERCENT : As.NUMBER, shown);
    }
}
