package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Secret;
import openkitchen.people.SignIn;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.text.CleanText;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first start: whoever has the link from the console becomes the owner. */
@Controller
@RequestMapping("/setup")
class SetUpDoor {

    private final SignIn signIn;
    private final People people;
    private final Entrance entrance;
    private final Notes notes;
    private final Views views;

    SetUpDoor(SignIn signIn, People people, Entrance entrance, Notes notes, Views views) {
        this.signIn = signIn;
        this.people = people;
        this.entrance = entrance;
        this.notes = notes;
        this.views = views;
    }

    @GetMapping
    ResponseEntity<String> form(Visit visit, @RequestParam(defaultValue = "") String token) {
        if (!signIn.setUpStands(new Secret(token))) {
            return worthless(visit);
        }
        return page(visit, HttpStatus.OK, token, Form.EMPTY);
    }

    @PostMapping
    ResponseEntity<String> setUp(
            Visit visit,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request,
            HttpServletResponse response) {
        People.Newcomer newcomer = new People.Newcomer(
                CleanText.line(name),
                CleanText.line(email),
                AgencyRole.OWNER,
                null,
                "",
                visit.language(),
                zone,
                password);
        try {
            Person owner = signIn.setUp(new Secret(token), CleanText.line(agency), newcomer);
            return entrance.enter(owner, "/start", request, response);
        } catch (Invalid wrong) {
            Map<String, String> typed = Map.of("agency", agency, "name", name, "email", email);
            return page(visit, HttpStatus.UNPROCESSABLE_CONTENT, token, Form.wrong(visit, typed, wrong));
        } catch (NotFound none) {
            return worthless(visit);
        }
    }

    private ResponseEntity<String> page(Visit visit, HttpStatus status, String token, Form form) {
        return views.page(status, "people/setUp", Map.of("visit", visit, "token", token, "form", form));
    }

    private ResponseEntity<String> worthless(Visit visit) {
        return people.owned()
                ? notes.say(visit, HttpStatus.NOT_FOUND, "key", "setup.owned", "button.sign_in", "/sign-in")
                : notes.say(visit, HttpStatus.NOT_FOUND, "key", "setup.void", "home.unowned.again", "/");
    }
}
