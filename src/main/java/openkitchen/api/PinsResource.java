package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.material.Pin;
import openkitchen.material.Pins;
import openkitchen.material.Place;
import openkitchen.material.Version;
import openkitchen.material.Versions;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Remarks and questions on places of a version. */
@RestController
@RequestMapping("/api/v1/projects/{key}/materials/{id}/versions/{version}/pins")
@Tag(
        name = "Pins",
        description =
                "A pin says where a remark or a question is meant. What is open is carried to every later version.")
class PinsResource {

    private final Pins pins;
    private final Versions versions;

    PinsResource(Pins pins, Versions versions) {
        this.pins = pins;
        this.versions = versions;
    }

    @Schema(name = "Pin")
    record PinView(
            @Schema(description = "The id of the remark or question.")
            long comment,

            @Schema(description = "Its marker, within the material.")
            int number,

            @Schema(description = "The number of the version on which it was set.")
            int setOn,

            @Schema(
                    description =
                            "Where it is on this version; null when it has no place there, and while it is pending.")
            @Nullable
            PlaceView place,

            @Schema(
                    description =
                            "Whether its place is not known yet, because the version's file is being read: ask again in a second.")
            boolean pending) {

        static PinView of(Pin pin) {
            return new PinView(
                    pin.comment().value(), pin.number(), pin.setOn(), PlaceView.of(pin.place()), pin.pending());
        }
    }

    @Schema(name = "NewPin")
    record NewPin(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"remark", "question"})
            @Nullable
            String kind,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "What there is to say, in Markdown.",
                    maxLength = 20_000)
            @Nullable
            String body,

            @Schema(
                    description = "Whether a remark must be fixed.",
                    allowableValues = {"must", "suggestion"},
                    defaultValue = "must")
            @Nullable
            String weight,

            @Schema(
                    description =
                            "To whom a question is put: team, client, a role's code, or person:ID. The team when left out.")
            @Nullable
            String to,

            @Schema(description = "Whether a question is urgent.") @Nullable
            Boolean urgent,

            @Schema(description = "Left out: the version as a whole.") @Nullable
            PlaceView place) {}

    @GetMapping
    @Operation(
            operationId = "listPins",
            summary = "List what is pinned to a version, and what was carried to it",
            description = "Answers at once: where a file has to be read first, its pins are pending.")
    ResponseEntity<Page<PinView>> list(
            Asking asking, @PathVariable String key, @PathVariable long id, @PathVariable int version) {
        Seat seat = asking.seat(key);
        Version looked = versions.one(seat, new MaterialId(id), version);
        return asking.answer(
                Page.whole(pins.on(seat, looked).stream().map(PinView::of).toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "setPin", summary = "Say something on a place of a version")
    PinView set(
            Asking asking,
            @PathVariable String key,
            @PathVariable long id,
            @PathVariable int version,
            @RequestBody NewPin wanted) {
        Seat seat = asking.seat(key);
        MaterialId material = new MaterialId(id);
        Version on = versions.one(seat, material, version);
        PlaceView place = wanted.place();
        CommentId said = pins.say(
                seat,
                material,
                version,
                place == null ? new Place.Whole() : place.place(),
                new CommentsResource.Wanted(wanted.kind(), wanted.to(), wanted.urgent(), wanted.weight(), null, null)
                        .intent(),
                Input.text(wanted.body()));
        List<Pin> all = pins.on(seat, on);
        return all.stream()
                .filter(pin -> pin.comment().equals(said))
                .findFirst()
                .map(PinView::of)
                .orElseThrow(NotFound::new);
    }
}
