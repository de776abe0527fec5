package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import openkitchen.people.Person;
import openkitchen.people.SignIn;
import openkitchen.problem.Invalid;
import openkitchen.problem.TooMany;
import openkitchen.text.CleanText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by password, and out. */
@Controller
class SignInDoor {

    private final SignIn signIn;
    private final Entrance entrance;
    private final Letters letters;
    private final OwnAddress address;
    private final ObjectProvider<DemoOffer> demo;
    private final Views views;

    SignInDoor(
            SignIn signIn,
            Entrance entrance,
            Letters letters,
            OwnAddress address,
            ObjectProvider<DemoOffer> demo,
            Views views) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.letters = letters;
        this.address = address;
        this.demo = demo;
        this.views = views;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> form(
            Visit visit, @RequestParam(defaultValue = "/") String next, HttpServletRequest request) {
        if (visit.viewer() != null) {
            return Views.goTo(OwnPath.of(next));
        }
        return page(visit, request, HttpStatus.OK, Form.EMPTY, next);
    }

    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(
            Visit visit,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        String clean = CleanText.line(email);
        try {
            Person person = signIn.byPassword(clean, password, request.getRemoteAddr());
            return entrance.enter(person, OwnPath.of(next), request, response);
        } catch (Invalid wrong) {
            Form form = Form.wrong(visit, Map.of("email", clean), wrong);
            return page(visit, request, HttpStatus.UNPROCESSABLE_CONTENT, form, next);
        } catch (TooMany many) {
            return page(visit, request, HttpStatus.TOO_MANY_REQUESTS, tooMany(visit, clean, many), next);
        }
    }

    static Form tooMany(Visit visit, String email, TooMany many) {
        long minutes = Math.max(1, many.retryAfter().plusSeconds(59).toMinutes());
        String sentence = visit.say("error.too_many_requests", "minutes", minutes);
        return new Form(Map.of("email", email), Map.of("password", sentence));
    }

    ResponseEntity<String> page(Visit visit, HttpServletRequest request, HttpStatus status, Form form, String next) {
        boolean byLink = letters.sent() && address.sure(request).isPresent();
        // only where the whole installation is a demo: an owner's guests are shown to the owner
        DemoOffer offer = visit.demo() ? demo.getIfAvailable() : null;
        List<DemoOffer.Guest> guests = offer == null ? List.of() : offer.people();
        return views.page(
                status,
                "people/signIn",
                Map.of(
                        "visit", visit,
                        "form", form,
                        "query", OwnPath.query(OwnPath.of(next)),
                        "byLink", byLink,
                        "guests", guests));
    }

    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(
            @RequestParam(defaultValue = "/sign-in") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return entrance.leave(OwnPath.of(next), request, response);
    }
}
