package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import openkitchen.problem.NotFound;
import openkitchen.project.Knowledge;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/links")
@Tag(name = "Knowledge")
class LinksResource {

    private final Knowledge knowledge;

    LinksResource(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Schema(name = "Link")
    record LinkView(long id, String title, String url, String note) {

        static LinkView of(Knowledge.Link link) {
            return new LinkView(link.id(), link.title(), link.url(), link.note());
        }
    }

    @Schema(name = "NewLink")
    record NewLink(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 2000) @Nullable
            String url,

            @Schema(description = "How to get in, whom to ask. Never a password.", maxLength = 1000) @Nullable
            String note) {}

    @GetMapping
    @Operation(operationId = "listLinks", summary = "List where a project's things are")
    ResponseEntity<Page<LinkView>> list(Asking asking, @PathVariable String key) {
        Seat seat = asking.seat(key);
        return asking.answer(seat, () -> Page.whole(links(seat)));
    }

    private List<LinkView> links(Seat seat) {
        return knowledge.links(seat).stream().map(LinkView::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addLink", summary = "Add a link to a project")
    LinkView add(Asking asking, @PathVariable String key, @RequestBody NewLink wanted) {
        Seat seat = asking.seat(key);
        long id = knowledge.addLink(
                seat, Input.line(wanted.title()), Input.line(wanted.url()), Input.text(wanted.note()));
        return links(seat).stream().filter(link -> link.id() == id).findFirst().orElseThrow(NotFound::new);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeLink", summary = "Remove a link from a project")
    void remove(Asking asking, @PathVariable String key, @PathVariable long id) {
        knowledge.removeLink(asking.seat(key), id);
    }
}
