package openkitchen.site;

import java.util.LinkedHashMap;
import java.util.Map;
import openkitchen.problem.Invalid;
import org.jspecify.annotations.Nullable;

/** What stands in a form's fields, and what is wrong with it, field by field, in the visitor's words. */
public record Form(Map<String, String> values, Map<String, String> wrongs) {

    static final Form EMPTY = new Form(Map.of(), Map.of());

    static Form with(Map<String, String> values) {
        return new Form(values, Map.of());
    }

    /** The same form again, with what was typed kept. */
    static Form wrong(Visit visit, Map<String, String> typed, Invalid invalid) {
        Map<String, String> wrongs = new LinkedHashMap<>();
        invalid.faults().forEach(fault -> wrongs.putIfAbsent(fault.field(), Problems.sentence(visit, fault)));
        return new Form(typed, wrongs);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field; null when nothing is. */
    public @Nullable String wrong(String field) {
        return wrongs.get(field);
    }

    public boolean right() {
        return wrongs.isEmpty();
    }

    /** Whether this is where somebody has to look first. */
    public boolean first(String field) {
        return !wrongs.isEmpty() && wrongs.keySet().iterator().next().equals(field);
    }
}
