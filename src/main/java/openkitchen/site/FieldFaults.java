package openkitchen.site;

import java.util.Map;
import java.util.stream.Collectors;
import openkitchen.problem.Fault;
import openkitchen.problem.Invalid;

/** What is wrong with the fields of a form, as sentences beside them. */
public record FieldFaults(Map<String, String> sentences) {

    public static final FieldFaults NONE = new FieldFaults(Map.of());

    static FieldFaults of(Visit visit, Invalid wrong) {
        return new FieldFaults(wrong.faults().stream()
                .collect(Collectors.toMap(
                        Fault::field, fault -> Problems.sentence(visit, fault), (first, next) -> first)));
    }

    public boolean has(String field) {
        return sentences.containsKey(field);
    }

    /** The sentence about a field, empty when it is right. */
    public String at(String field) {
        return sentences.getOrDefault(field, "");
    }
}
