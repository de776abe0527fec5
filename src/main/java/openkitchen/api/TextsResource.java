package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import openkitchen.history.History;
import openkitchen.problem.NotFound;
import openkitchen.project.Knowledge;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/texts/{kind}")
@Tag(
        name = "Knowledge",
        description =
                "What everybody on a project should know: its strategy, the client's business, and where things are.")
class TextsResource {

    private static final String KIND = "`strategy` or `business`.";

    private final Knowledge knowledge;
    private final History history;

    TextsResource(Knowledge knowledge, History history) {
        this.knowledge = knowledge;
        this.history = history;
    }

    @Schema(name = "Text")
    record TextView(
            @Schema(description = "1 for the first; 0 when nothing was written yet.")
            int version,

            @Schema(description = "Markdown.") String body,
            @Nullable Instant at,
            @Schema(description = "Who wrote it.") @Nullable Long by) {

        static TextView of(Knowledge.Text text) {
            return new TextView(
                    text.version(),
                    text.body(),
                    text.at(),
                    text.by() == null ? null : text.by().value());
        }
    }

    @Schema(name = "NewText")
    record NewText(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Markdown.", maxLength = 50_000)
            @Nullable
            String body,

            @Schema(
                    description =
                            "The version that was edited. When another has come since, the answer is 409 with both.")
            @Nullable
            Integer version) {}

    @GetMapping
    @Operation(operationId = "readText", summary = "Read a project's strategy or business context")
    ResponseEntity<TextView> read(
            Asking asking, @PathVariable String key, @Parameter(description = KIND) @PathVariable String kind) {
        Knowledge.Text text = knowledge.text(asking.seat(key), kind(kind));
        return asking.answer(Integer.toString(text.version()), () -> TextView.of(text));
    }

    private static Knowledge.Kind kind(String code) {
        return Arrays.stream(Knowledge.Kind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @PutMapping
    @Operation(
            operationId = "writeText",
            summary = "Write the next version of a text",
            description = "The project's account and the owner may.")
    ResponseEntity<TextView> write(
            Asking asking,
            @PathVariable String key,
            @Parameter(description = KIND) @PathVariable String kind,
            @RequestBody NewText wanted) {
        Seat seat = asking.seat(key);
        String body = Input.needed("body", wanted.body());
        Knowledge.Text fresh = history.change(seat.project(), seat.viewer().person(), pen -> {
            Knowledge.Text now = knowledge.text(seat, kind(kind));
            asking.mustMatch(Integer.toString(now.version()), now.version(), () -> Map.of("body", now.body()));
            knowledge.write(seat, kind(kind), wanted.version() == null ? now.version() : wanted.version(), body);
            return knowledge.text(seat, kind(kind));
        });
        return ResponseEntity.ok()
                .eTag(Asking.quoted(Integer.toString(fresh.version())))
                .body(TextView.of(fresh));
    }

    @GetMapping("/versions")
    @Operation(operationId = "listTextVersions", summary = "List all versions of a text, newest first")
    ResponseEntity<Page<TextView>> versions(
            Asking asking, @PathVariable String key, @Parameter(description = KIND) @PathVariable String kind) {
        Seat seat = asking.seat(key);
        Knowledge.Kind wanted = kind(kind);
        return asking.answer(
                seat,
                () -> Page.whole(
                        knowledge.texts(seat, wanted).stream().map(TextView::of).toList()));
    }
}
