package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import openkitchen.board.Faces;
import openkitchen.history.History;
import openkitchen.id.CardId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.material.Material;
import openkitchen.material.Materials;
import openkitchen.material.Version;
import openkitchen.material.Versions;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.store.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Materials and their versions. */
@RestController
@RequestMapping("/api/v1/projects/{key}")
@Tag(
        name = "Materials",
        description =
                "What is shown to the client, in versions that never change. Whoever is on the project may add them.")
class MaterialsResource {

    private static final String HOLDS =
            "Give exactly one of `files` (ids of files that were uploaded before, at most 20), `text` and `url`.";

    private final Materials materials;
    private final Versions versions;
    private final MaterialViews views;
    private final Faces faces;
    private final Files files;
    private final History history;

    MaterialsResource(
            Materials materials, Versions versions, MaterialViews views, Faces faces, Files files, History history) {
        this.materials = materials;
        this.versions = versions;
        this.views = views;
        this.faces = faces;
        this.files = files;
        this.history = history;
    }

    @Schema(name = "NewVersion", description = HOLDS)
    record NewVersion(
            @Nullable List<Long> files,

            @Schema(description = "Markdown.", maxLength = 200_000) @Nullable
            String text,

            @Schema(description = "It is never fetched.", maxLength = 2000) @Nullable
            String url,

            @Schema(description = "What became otherwise.", maxLength = 2000) @Nullable
            String note) {

        openkitchen.material.Content content() {
            long given = Stream.of(files != null, text != null, url != null)
                    .filter(there -> there)
                    .count();
            if (given != 1) {
                throw new Invalid("content", "api.one_content");
            }
            if (files != null) {
                return new openkitchen.material.Content.Files(Input.ids("files", files, FileId::new));
            }
            return text != null
                    ? new openkitchen.material.Content.Text(text)
                    : new openkitchen.material.Content.Link(Input.line(url));
        }
    }

    @Schema(name = "NewMaterial", description = HOLDS)
    record NewMaterial(
            @Schema(
                    description = "Left out: the name of the first file, or the address. A text needs one.",
                    maxLength = 200)
            @Nullable
            String name,

            @Nullable List<Long> files,

            @Schema(description = "Markdown.", maxLength = 200_000) @Nullable
            String text,

            @Schema(description = "It is never fetched.", maxLength = 2000) @Nullable
            String url,

            @Schema(description = "What there is to say of it.", maxLength = 2000) @Nullable
            String note) {

        NewVersion version() {
            return new NewVersion(files, text, url, note);
        }
    }

    @Schema(name = "MaterialChange")
    record MaterialChange(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
            String name) {}

    @GetMapping("/materials")
    @Operation(
            operationId = "listMaterials",
            summary = "List a project's materials with their newest versions, in the order in which they came")
    ResponseEntity<Page<MaterialView>> list(
            Asking asking,
            @PathVariable String key,
            @Parameter(description = "Only those of the card of this number.") @RequestParam(required = false) @Nullable
                    Integer card,
            @Parameter(description = "With those that were put away.") @RequestParam(defaultValue = "false")
                    boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Seat seat = asking.seat(key);
        int most = Page.limit(limit, Page.LIMIT);
        long after = Page.after("materials", cursor);
        CardId on = card == null ? null : faces.number(seat, card).id();
        return asking.answer(seat, () -> {
            List<Material> found = versions.page(seat, on, archived, new MaterialId(after), most + 1);
            return Page.of("materials", views.list(seat, found), most, MaterialView::id, view -> view);
        });
    }

    @GetMapping("/cards/{number}/materials")
    @Operation(operationId = "listMaterialsOfCard", summary = "List the materials on a card that are in use")
    ResponseEntity<Page<MaterialView>> ofCard(Asking asking, @PathVariable String key, @PathVariable int number) {
        Seat seat = asking.seat(key);
        CardId card = faces.number(seat, number).id();
        return asking.answer(seat, () -> Page.whole(views.list(seat, versions.on(seat, card))));
    }

    @PostMapping("/cards/{number}/materials")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addMaterial", summary = "Put a material on a card, with its first version")
    ResponseEntity<MaterialView> add(
            Asking asking, @PathVariable String key, @PathVariable int number, @RequestBody NewMaterial wanted) {
        Seat seat = asking.seat(key);
        Materials.Kept kept = materials.add(
                seat, number, Input.line(wanted.name()), wanted.version().content(), Input.text(wanted.note()));
        return made(asking, seat, kept.material());
    }

    private ResponseEntity<MaterialView> made(Asking asking, Seat seat, MaterialId id) {
        MaterialView view = views.one(seat, id);
        return ResponseEntity.created(URI.create("/api/v1/projects/" + seat.key() + "/materials/" + id))
                .eTag(Asking.quoted(asking.hash(view)))
                .body(view);
    }

    @GetMapping("/materials/{id}")
    @Operation(operationId = "readMaterial", summary = "Read a material with all of its versions")
    ResponseEntity<MaterialView> read(Asking asking, @PathVariable String key, @PathVariable long id) {
        Seat seat = asking.seat(key);
        return asking.answer(views.one(seat, new MaterialId(id)));
    }

    @PostMapping("/materials/{id}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "addVersion",
            summary = "Add a version of a material",
            description = "What was asked about the one before and is not decided yet is superseded by it.")
    ResponseEntity<MaterialView> addVersion(
            Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody NewVersion wanted) {
        Seat seat = asking.seat(key);
        materials.addVersion(seat, new MaterialId(id), wanted.content(), Input.text(wanted.note()));
        return made(asking, seat, new MaterialId(id));
    }

    @GetMapping("/materials/{id}/versions/{version}")
    @Operation(operationId = "readVersion", summary = "Read a version of a material")
    ResponseEntity<VersionView> version(
            Asking asking, @PathVariable String key, @PathVariable long id, @PathVariable int version) {
        Seat seat = asking.seat(key);
        Version found = versions.one(seat, new MaterialId(id), version);
        return asking.answer(found.sha256(), () -> VersionView.whole(seat.key(), found));
    }

    @GetMapping("/materials/{id}/versions/{version}/files/{place}")
    @Operation(
            operationId = "downloadVersionFile",
            summary = "Download a file of a version",
            description = "A part of it may be asked for by Range.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> content(
            Asking asking,
            @PathVariable String key,
            @PathVariable long id,
            @PathVariable int version,
            @PathVariable int place) {
        Version found = versions.one(asking.seat(key), new MaterialId(id), version);
        return Sending.whole(
                files,
                found.files().stream()
                        .filter(file -> file.place() == place)
                        .findFirst()
                        .orElseThrow(NotFound::new)
                        .id());
    }

    @PatchMapping("/materials/{id}")
    @Operation(operationId = "renameMaterial", summary = "Give a material another name")
    ResponseEntity<MaterialView> rename(
            Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody MaterialChange wanted) {
        return change(asking, key, id, (seat, material) -> materials.rename(seat, material, Input.line(wanted.name())));
    }

    @PutMapping("/materials/{id}/archive")
    @Operation(
            operationId = "archiveMaterial",
            summary = "Put a material away",
            description = "Its versions and what was approved of them stay. What is asked about it is withdrawn first.")
    ResponseEntity<MaterialView> archive(Asking asking, @PathVariable String key, @PathVariable long id) {
        return change(asking, key, id, materials::archive);
    }

    @DeleteMapping("/materials/{id}/archive")
    @Operation(operationId = "restoreMaterial", summary = "Take a material into use again")
    ResponseEntity<MaterialView> restore(Asking asking, @PathVariable String key, @PathVariable long id) {
        return change(asking, key, id, materials::restore);
    }

    private ResponseEntity<MaterialView> change(Asking asking, String key, long id, BiConsumer<Seat, MaterialId> work) {
        Seat seat = asking.seat(key);
        MaterialId material = new MaterialId(id);
        history.change(seat.project(), seat.viewer().person(), pen -> {
            if (asking.conditional()) {
                MaterialView now = views.one(seat, material);
                asking.mustMatch(asking.hash(now), now.newest(), () -> Map.of("name", now.name()));
            }
            work.accept(seat, material);
            return true;
        });
        MaterialView view = views.one(seat, material);
        return ResponseEntity.ok().eTag(Asking.quoted(asking.hash(view))).body(view);
    }
}
