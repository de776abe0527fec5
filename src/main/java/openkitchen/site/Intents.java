package openkitchen.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openkitchen.problem.Invalid;
import openkitchen.project.Discipline;
import openkitchen.talk.Address;
import openkitchen.talk.CommentKind;
import openkitchen.talk.Intent;
import openkitchen.talk.Remark;
import openkitchen.text.CleanText;
import org.springframework.util.MultiValueMap;

/** Reads from a form as what something is meant. Fields of other kinds than the chosen one say nothing. */
final class Intents {

    private Intents() {}

    /** @throws Invalid for a choice that is none */
    static Intent of(MultiValueMap<String, String> form) {
        return switch (kind(value(form, "kind", CommentKind.MESSAGE.code()))) {
            case MESSAGE -> new Intent.Message();
            case QUESTION -> new Intent.Question(address(value(form, "to", "team")), form.containsKey("urgent"));
            case REMARK -> new Intent.Remark(weight(value(form, "weight", Remark.Weight.MUST.code())));
            case DECISION ->
                new Intent.Decision(
                        CleanText.body(value(form, "reason", "")),
                        form.getOrDefault("affects", List.of()).stream()
                                .flatMap(code -> Discipline.find(code).stream())
                                .collect(Collectors.toSet()));
            case APPROVAL -> throw new Invalid("kind", "error.choice");
        };
    }

    /** @throws Invalid for what is no address */
    static Address address(String code) {
        return Address.find(code).orElseThrow(() -> new Invalid("to", "error.choice"));
    }

    private static CommentKind kind(String code) {
        return CommentKind.chosen(code).orElseThrow(() -> new Invalid("kind", "error.choice"));
    }

    private static Remark.Weight weight(String code) {
        return Remark.Weight.find(code).orElseThrow(() -> new Invalid("weight", "error.choice"));
    }

    private static String value(MultiValueMap<String, String> form, String name, String otherwise) {
        return Optional.ofNullable(form.getFirst(name))
                .filter(value -> !value.isBlank())
                .orElse(otherwise);
    }
}
