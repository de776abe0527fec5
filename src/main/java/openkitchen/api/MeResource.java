package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Sessions;
import openkitchen.people.Theme;
import openkitchen.problem.Invalid;
import openkitchen.store.Files;
import openkitchen.store.StoredFile;
import openkitchen.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "People")
class MeResource {

    private final People people;
    private final Sessions sessions;
    private final Files files;

    MeResource(People people, Sessions sessions, Files files) {
        this.people = people;
        this.sessions = sessions;
        this.files = files;
    }

    @Schema(name = "Me")
    record MeView(
            PersonView person,

            @Schema(allowableValues = {"ru", "en"}) String language,

            @Schema(description = "A time zone of the IANA database.", example = "Europe/Moscow")
            String zone,

            @Schema(allowableValues = {"auto", "light", "dark"})
            String theme,

            @Schema(description = "What the token in use may be used for.")
            List<String> scopes) {}

    @Schema(name = "MeChange")
    record MeChange(
            @Nullable String name,
            @Nullable String title,

            @Schema(allowableValues = {"ru", "en"}) @Nullable
            String language,

            @Nullable String zone,

            @Schema(allowableValues = {"auto", "light", "dark"}) @Nullable
            String theme) {}

    @GetMapping
    @Operation(operationId = "readMe", summary = "Read whom the token stands for")
    ResponseEntity<MeView> read(Asking asking) {
        return asking.answer(view(asking));
    }

    private MeView view(Asking asking) {
        Person me = people.one(asking.viewer().person());
        return new MeView(
                PersonView.of(me, asking.viewer()),
                me.language().tag(),
                me.zone(),
                me.theme().code(),
                asking.scopes().stream().sorted().toList());
    }

    @PatchMapping
    @Operation(operationId = "changeMe", summary = "Change one's own name, title and settings")
    MeView change(Asking asking, @RequestBody MeChange wanted) {
        Person me = people.one(asking.viewer().person());
        people.describe(
                me.id(),
                Input.line(wanted.name(), me.name()),
                Input.line(wanted.title(), me.title()),
                wanted.language() == null
                        ? me.language()
                        : Input.choice("language", wanted.language(), MeResource::language),
                wanted.zone() == null ? me.zone() : wanted.zone(),
                wanted.theme() == null ? me.theme() : Input.choice("theme", wanted.theme(), MeResource::theme));
        sessions.refresh(me.id());
        return view(asking);
    }

    private static Optional<Language> language(String tag) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    private static Optional<Theme> theme(String code) {
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.code().equals(code))
                .findFirst();
    }

    @PutMapping(path = "/picture", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "setMyPicture", summary = "Set one's own picture")
    MeView picture(Asking asking, @RequestPart MultipartFile file) throws IOException {
        PersonId me = asking.viewer().person();
        try (InputStream bytes = file.getInputStream()) {
            StoredFile picture = files.keep(bytes, Input.text(file.getOriginalFilename()), me);
            if (!picture.thumbnail()) {
                throw new Invalid("file", "api.picture");
            }
            people.picture(me, picture.id());
        }
        sessions.refresh(me);
        return view(asking);
    }

    @DeleteMapping("/picture")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeMyPicture", summary = "Take one's own picture away")
    void removePicture(Asking asking) {
        people.picture(asking.viewer().person(), null);
        sessions.refresh(asking.viewer().person());
    }
}
