package openkitchen.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import openkitchen.problem.Invalid;
import openkitchen.project.Discipline;
import openkitchen.project.Role;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;

/** Turns what programs send into what rooms take, and names the field where that cannot be. */
final class Input {

    private Input() {}

    /** A text, empty when it was left out; whether it may be is the room's to say. */
    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A name or a title: one line, clean. */
    static String line(@Nullable String text) {
        return text == null ? "" : CleanText.line(text);
    }

    /** The same, or what stands there already. */
    static String line(@Nullable String text, String present) {
        return text == null ? present : CleanText.line(text);
    }

    static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new Invalid(field, "error.required");
        }
        return value;
    }

    /** One of a closed set, by its code. */
    static <T> T choice(String field, @Nullable String code, Function<String, Optional<T>> find) {
        return find.apply(needed(field, code)).orElseThrow(() -> new Invalid(field, "error.choice"));
    }

    /** As {@link #choice}, null when it was left out or set to nothing. */
    static <T> @Nullable T choiceOrNone(String field, @Nullable String code, Function<String, Optional<T>> find) {
        return code == null ? null : choice(field, code, find);
    }

    static Set<Discipline> disciplines(String field, @Nullable List<String> codes) {
        return choices(field, codes, Discipline::find).stream()
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Discipline.class)));
    }

    static Set<Role> roles(String field, @Nullable List<String> codes) {
        return choices(field, codes, Role::find).stream()
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static <T> List<T> choices(
            String field, @Nullable List<@Nullable String> codes, Function<String, Optional<T>> find) {
        List<T> found = new ArrayList<>();
        for (int i = 0; codes != null && i < codes.size(); i++) {
            found.add(choice(field + "[" + i + "]", codes.get(i), find));
        }
        return found;
    }

    /** Ids without doubles, in the order in which they came. */
    static <T> List<T> ids(String field, @Nullable List<@Nullable Long> numbers, LongFunction<T> id) {
        Set<T> found = new LinkedHashSet<>();
        for (int i = 0; numbers != null && i < numbers.size(); i++) {
            found.add(id.apply(needed(field + "[" + i + "]", numbers.get(i))));
        }
        return List.copyOf(found);
    }

    static List<String> texts(String field, @Nullable List<@Nullable String> texts) {
        return List.copyOf(choices(field, texts, Optional::of));
    }

    /** A time among a request's parameters. */
    static @Nullable Instant moment(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Bodies.Moments.parse(text.replace(' ', '+')).orElseThrow(() -> Refused.field(400, field, "api.instant"));
    }

    /** A day of the calendar, {@code 2026-11-25}. */
    static LocalDate day(String field, @Nullable String text) {
        try {
            return LocalDate.parse(needed(field, text));
        } catch (DateTimeException nonsense) {
            throw new Invalid(field, "api.date");
        }
    }

    static <T> @Nullable T id(@Nullable Long number, LongFunction<T> id) {
        return number == null ? null : id.apply(number);
    }
}
