package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import openkitchen.people.People;
import openkitchen.people.Sessions;
import openkitchen.people.Theme;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.text.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In which language and light the pages are: of a person wherever they sign in, of a stranger in this browser. */
@Controller
class WishDoor {

    private final People people;
    private final Sessions sessions;

    WishDoor(People people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @PostMapping("/language")
    ResponseEntity<String> language(
            Visit visit,
            @RequestParam(defaultValue = "") String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language wanted = language(language);
        Cookies.setLanguage(request, response, wanted.tag());
        Viewer viewer = visit.viewer();
        if (viewer != null) {
            people.speak(viewer.person(), wanted);
            sessions.refresh(viewer.person());
        }
        return Views.goTo(OwnPath.before(request));
    }

    @PostMapping("/theme")
    ResponseEntity<String> theme(
            Viewer viewer, @RequestParam(defaultValue = "") String theme, HttpServletRequest request) {
        people.light(viewer.person(), theme(theme));
        sessions.refresh(viewer.person());
        return Views.goTo(OwnPath.before(request));
    }

    static Language language(String tag) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new Invalid("language", "error.choice"));
    }

    static Theme theme(String code) {
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid("theme", "error.choice"));
    }
}
