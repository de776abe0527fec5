package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openkitchen.people.People;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.problem.Fault;
import openkitchen.problem.Invalid;
import openkitchen.store.Files;
import openkitchen.store.StoredFile;
import openkitchen.text.CleanText;
import openkitchen.text.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What a person says of themselves, and how they like their pages. */
@Controller
@RequestMapping("/me")
class ProfileDoor {

    private static final int PICTURE_MEGABYTES = 5;

    private final People people;
    private final Sessions sessions;
    private final BoardPieces boards;
    private final Files files;
    private final ProfilePage profile;

    ProfileDoor(People people, Sessions sessions, BoardPieces boards, Files files, ProfilePage profile) {
        this.people = people;
        this.sessions = sessions;
        this.boards = boards;
        this.files = files;
        this.profile = profile;
    }

    @GetMapping
    ResponseEntity<String> me(
            Visit visit, Viewer viewer, @RequestParam(defaultValue = "") String said, HttpServletRequest request) {
        return profile.page(visit, request, said);
    }

    @PostMapping
    ResponseEntity<String> change(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String theme,
            HttpServletRequest request) {
        try {
            Language spoken = WishDoor.language(language);
            people.describe(
                    viewer.person(),
                    CleanText.line(name),
                    CleanText.line(title),
                    spoken,
                    CleanText.line(zone),
                    WishDoor.theme(theme));
        } catch (Invalid wrong) {
            Map<String, String> typed =
                    Map.of("name", name, "title", title, "language", language, "zone", zone, "theme", theme);
            return profile.wrong(visit, request, "profile", Form.wrong(visit, typed, wrong));
        }
        return changed(viewer, "profile");
    }

    @PostMapping("/picture")
    ResponseEntity<String> picture(
            Visit visit, Viewer viewer, @RequestParam MultipartFile picture, HttpServletRequest request)
            throws IOException {
        try {
            people.picture(viewer.person(), kept(viewer, picture).id());
        } catch (Invalid wrong) {
            return profile.wrong(visit, request, "picture", Form.wrong(visit, Map.of(), wrong));
        }
        return changed(viewer, "picture");
    }

    private StoredFile kept(Viewer viewer, MultipartFile picture) throws IOException {
        if (picture.getSize() > PICTURE_MEGABYTES * 1024L * 1024) {
            throw new Invalid(
                    List.of(new Fault("picture", "error.file_too_large", Map.of("limit", PICTURE_MEGABYTES))));
        }
        if (!Objects.requireNonNullElse(picture.getContentType(), "").startsWith("image/")) {
            throw new Invalid("picture", "me.picture.wrong");
        }
        StoredFile stored = files.keep(
                picture.getInputStream(),
                Objects.requireNonNullElse(picture.getOriginalFilename(), "picture"),
                viewer.person());
        if (!stored.thumbnail()) {
            throw new Invalid("picture", "me.picture.wrong");
        }
        return stored;
    }

    @PostMapping("/picture/remove")
    ResponseEntity<String> noPicture(Viewer viewer) {
        people.picture(viewer.person(), null);
        return changed(viewer, "picture");
    }

    private ResponseEntity<String> changed(Viewer viewer, String said) {
        sessions.refresh(viewer.person());
        boards.forgetPeople();
        return Views.goTo("/me?said=" + said);
    }
}
