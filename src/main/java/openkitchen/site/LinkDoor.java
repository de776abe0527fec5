package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Secret;
import openkitchen.people.SignIn;
import openkitchen.problem.NotFound;
import openkitchen.problem.TooMany;
import openkitchen.text.CleanText;
import openkitchen.text.Messages;
import openkitchen.text.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by a link that comes by mail and works once. */
@Controller
@RequestMapping("/sign-in")
class LinkDoor {

    private final SignIn signIn;
    private final People people;
    private final Entrance entrance;
    private final Letters letters;
    private final OwnAddress address;
    private final Messages messages;
    private final SignInDoor door;
    private final Notes notes;
    private final Views views;

    LinkDoor(
            SignIn signIn,
            People people,
            Entrance entrance,
            Letters letters,
            OwnAddress address,
            Messages messages,
            SignInDoor door,
            Notes notes,
            Views views) {
        this.signIn = signIn;
        this.people = people;
        this.entrance = entrance;
        this.letters = letters;
        this.address = address;
        this.messages = messages;
        this.door = door;
        this.notes = notes;
        this.views = views;
    }

    /** Answers the same whether anybody has this address or not. */
    @PostMapping("/link")
    ResponseEntity<String> ask(
            Visit visit,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request) {
        String base = address.sure(request).filter(sure -> letters.sent()).orElseThrow(NotFound::new);
        String clean = CleanText.line(email);
        if (!clean.contains("@")) {
            Form form = new Form(Map.of("email", clean), Map.of("email", visit.say("error.email")));
            return door.page(visit, request, HttpStatus.UNPROCESSABLE_CONTENT, form, next);
        }
        try {
            signIn.linkFor(clean, request.getRemoteAddr())
                    .ifPresent(secret -> send(people.byEmail(clean).orElseThrow(NotFound::new), base, secret, next));
        } catch (TooMany many) {
            Form form = SignInDoor.tooMany(visit, clean, many);
            return door.page(visit, request, HttpStatus.TOO_MANY_REQUESTS, form, next);
        }
        return Views.goTo("/sign-in/sent");
    }

    private void send(Person person, String base, Secret secret, String next) {
        Words words = messages.in(person.language());
        String link = base + "/sign-in/link/" + secret.token() + OwnPath.query(OwnPath.of(next));
        letters.send(
                java.util.Objects.requireNonNull(person.email()),
                words,
                new Letters.Letter(
                        words.say("letter.sign_in"),
                        List.of(
                                words.say("letter.hello", "name", Initials.first(person.name())),
                                words.say("letter.sign_in.text")),
                        words.say("button.sign_in"),
                        link,
                        words.say("letter.sign_in.after")));
    }

    @GetMapping("/sent")
    ResponseEntity<String> sent(Visit visit) {
        return notes.say(visit, HttpStatus.OK, "mail", "sign_in.sent", "sign_in.back", "/sign-in");
    }

    /** One button, for programs that look at the links of a letter do not press it. */
    @GetMapping("/link/{token}")
    ResponseEntity<String> link(
            Visit visit, @PathVariable String token, @RequestParam(defaultValue = "/") String next) {
        String query = OwnPath.query(OwnPath.of(next));
        return views.page("people/link", Map.of("visit", visit, "token", token, "query", query));
    }

    @PostMapping("/link/{token}")
    ResponseEntity<String> signIn(
            Visit visit,
            @PathVariable String token,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return entrance.enter(signIn.byLink(new Secret(token)), OwnPath.of(next), request, response);
        } catch (NotFound used) {
            return notes.say(
                    visit, HttpStatus.NOT_FOUND, "mail", "sign_in.link.void", "sign_in.link.again", "/sign-in");
        }
    }
}
