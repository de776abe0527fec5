package openkitchen.site;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openkitchen.history.Timeline;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;

/** What somebody wants to see of a history, as the address says it; what it says wrongly is as good as not said. */
public record HistoryWish(String kind, String person, String from, String until, boolean quiet) {

    private static final Map<String, List<String>> SUBJECTS = subjects();

    private static Map<String, List<String>> subjects() {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        subjects.put("cards", List.of("card", "foreign"));
        subjects.put("comments", List.of("comment"));
        subjects.put("files", List.of("file"));
        subjects.put("checklists", List.of("checklist", "item"));
        subjects.put("people", List.of("member", "invitation"));
        subjects.put("project", List.of("project", "link", "column", "label", "field"));
        return subjects;
    }

    public static Iterable<String> kinds() {
        return SUBJECTS.keySet();
    }

    /** Whether anything at all is asked for. */
    public boolean any() {
        return !kind.isEmpty() || !person.isEmpty() || !from.isEmpty() || !until.isEmpty() || quiet;
    }

    Timeline.Wish of(@Nullable CardId card, ZoneId zone) {
        LocalDate first = day(from);
        LocalDate last = day(until);
        return new Timeline.Wish(
                card,
                SUBJECTS.getOrDefault(kind, List.of()),
                actor(),
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private @Nullable PersonId actor() {
        return person.matches("\\d{1,18}") ? new PersonId(Long.parseLong(person)) : null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
