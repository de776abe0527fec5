package openkitchen.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import openkitchen.problem.Invalid;

/** Days as forms send them. */
final class Dates {

    private Dates() {}

    /** @throws Invalid for the field when it holds no day like {@code 2026-11-25} */
    static LocalDate read(String field, String typed) {
        if (typed.isBlank()) {
            throw new Invalid(field, "error.required");
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException nonsense) {
            throw new Invalid(field, "error.date");
        }
    }
}
