package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import openkitchen.people.ApiTokens;
import openkitchen.people.Attempts;
import openkitchen.people.People;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.problem.Fault;
import openkitchen.problem.Invalid;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** By what a person gets in: their password, the places where they are signed in, the tokens of their programs. */
@Controller
@RequestMapping("/me")
class AccountDoor {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int WRONG_PASSWORDS = 10;
    private static final int MOST_TOKENS = 50;

    private final People people;
    private final Attempts attempts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final ProfilePage profile;

    AccountDoor(People people, Attempts attempts, Sessions sessions, ApiTokens tokens, ProfilePage profile) {
        this.people = people;
        this.attempts = attempts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.profile = profile;
    }

    /** Whoever may have known the old password is out with it. */
    @PostMapping("/password")
    ResponseEntity<String> password(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        String subject = "password-change:" + viewer.person();
        attempts.allow(subject, WRONG_PASSWORDS, WINDOW);
        try {
            people.password(viewer.person(), old, password);
        } catch (Invalid wrong) {
            attempts.count(subject);
            return profile.wrong(visit, request, "password", Form.wrong(visit, Map.of(), wrong));
        }
        Cookies.session(request).ifPresent(here -> sessions.revokeOthers(viewer.person(), here));
        return Views.goTo("/me?said=password");
    }

    @PostMapping("/sessions/{id}/end")
    ResponseEntity<String> endSession(Viewer viewer, @PathVariable String id) {
        sessions.revoke(viewer.person(), id);
        return Views.goTo("/me?said=sessions");
    }

    @PostMapping("/sessions/end")
    ResponseEntity<String> endOthers(Viewer viewer, HttpServletRequest request) {
        Cookies.session(request).ifPresent(here -> sessions.revokeOthers(viewer.person(), here));
        return Views.goTo("/me?said=sessions");
    }

    @PostMapping("/tokens")
    ResponseEntity<String> makeToken(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "") String days,
            HttpServletRequest request) {
        try {
            if (Cookies.session(request).filter(sessions::brief).isPresent()) {
                throw new Invalid("name", "error.sign_in_wholly");
            }
            if (tokens.of(viewer.person()).size() >= MOST_TOKENS) {
                throw new Invalid(List.of(new Fault("name", "error.too_many", Map.of("limit", MOST_TOKENS))));
            }
            String made = tokens.make(viewer.person(), CleanText.line(name), scope, life(days))
                    .token();
            return Views.wantsStreams(request)
                    ? Views.streams(section(profile.tokens(visit, Form.EMPTY, made)))
                    : profile.made(visit, request, made);
        } catch (Invalid wrong) {
            Map<String, String> typed = Map.of("name", name, "scopes", String.join(" ", scope), "days", days);
            return profile.wrong(visit, request, "token", Form.wrong(visit, typed, wrong));
        }
    }

    private static @Nullable Duration life(String days) {
        return switch (days) {
            case "30", "90", "365" -> Duration.ofDays(Integer.parseInt(days));
            case "", "never" -> null;
            default -> throw new Invalid("days", "error.choice");
        };
    }

    private static String section(String html) {
        return "<turbo-stream action=\"replace\" target=\"tokens\"><template>" + html + "</template></turbo-stream>";
    }

    @PostMapping("/tokens/{id}/end")
    ResponseEntity<String> endToken(Viewer viewer, @PathVariable long id) {
        tokens.revoke(viewer.person(), id);
        return Views.goTo("/me?said=token");
    }
}
