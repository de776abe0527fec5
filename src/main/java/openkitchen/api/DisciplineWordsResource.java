package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import openkitchen.problem.NotFound;
import openkitchen.project.Discipline;
import openkitchen.talk.DisciplineWords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agency/discipline-words")
@Tag(
        name = "Agency",
        description =
                "What the agency sets for all of its projects. Its owners and accounts may; for others it does not exist.")
class DisciplineWordsResource {

    private final DisciplineWords words;

    DisciplineWordsResource(DisciplineWords words) {
        this.words = words;
    }

    @Schema(name = "DisciplineWords")
    record WordsView(
            String discipline,

            @Schema(
                    description =
                            "Words, with commas between them, that suggest asking the discipline about a decision in which they "
                                    + "stand. A word stands for all that begins with it.")
            String words) {}

    @Schema(name = "NewDisciplineWords")
    record NewWords(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Words with commas or line breaks between them, each of two letters or more.",
                    maxLength = 4000)
            @Nullable
            String words) {}

    @GetMapping
    @Operation(operationId = "listDisciplineWords", summary = "List which words suggest asking which discipline")
    ResponseEntity<Page<WordsView>> list(Asking asking) {
        mustLead(asking);
        return asking.answer(Page.whole(words.lists().entrySet().stream()
                .map(list -> new WordsView(list.getKey().code(), list.getValue()))
                .toList()));
    }

    private static void mustLead(Asking asking) {
        if (!asking.viewer().leads()) {
            throw new NotFound();
        }
    }

    @GetMapping("/{discipline}")
    @Operation(operationId = "readDisciplineWords", summary = "Read which words suggest asking a discipline")
    ResponseEntity<WordsView> read(Asking asking, @PathVariable String discipline) {
        mustLead(asking);
        return asking.answer(view(known(discipline)));
    }

    private Discipline known(String code) {
        return words.lists().keySet().stream()
                .filter(discipline -> discipline.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private WordsView view(Discipline discipline) {
        Map<Discipline, String> lists = words.lists();
        return new WordsView(discipline.code(), Objects.requireNonNull(lists.get(discipline)));
    }

    @PutMapping("/{discipline}")
    @AdminScope
    @Operation(operationId = "setDisciplineWords", summary = "Set which words suggest asking a discipline")
    WordsView set(Asking asking, @PathVariable String discipline, @RequestBody NewWords wanted) {
        mustLead(asking);
        Discipline known = known(discipline);
        words.set(asking.viewer(), known, Input.needed("words", wanted.words()));
        return view(known);
    }
}
