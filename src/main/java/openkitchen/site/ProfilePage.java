package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.people.ApiTokens;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Secret;
import openkitchen.people.Sessions;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.text.Moments;
import openkitchen.text.When;
import openkitchen.window.AnswerWindows;
import openkitchen.window.DaysOff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A person's page about themselves, which several doors answer with. */
@Component
public class ProfilePage {

    private static final Set<String> SAID = Set.of("profile", "picture", "password", "sessions", "token");

    private final People people;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final AnswerWindows windows;
    private final DaysOff daysOff;
    private final Zones zones;
    private final Moments moments;
    private final Views views;

    ProfilePage(
            People people,
            Sessions sessions,
            ApiTokens tokens,
            AnswerWindows windows,
            DaysOff daysOff,
            Zones zones,
            Moments moments,
            Views views) {
        this.people = people;
        this.sessions = sessions;
        this.tokens = tokens;
        this.windows = windows;
        this.daysOff = daysOff;
        this.zones = zones;
        this.moments = moments;
        this.views = views;
    }

    ResponseEntity<String> page(Visit visit, HttpServletRequest request, String said) {
        return page(visit, request, HttpStatus.OK, Map.of("said", SAID.contains(said) ? said : ""));
    }

    /** The page with one of its forms ({@code profile}, {@code picture}, {@code password}, {@code token}) as it was sent. */
    ResponseEntity<String> wrong(Visit visit, HttpServletRequest request, String form, Form typed) {
        return page(visit, request, HttpStatus.UNPROCESSABLE_CONTENT, Map.of(form, typed));
    }

    ResponseEntity<String> made(Visit visit, HttpServletRequest request, String token) {
        return page(visit, request, HttpStatus.OK, Map.of("made", token));
    }

    /** The part with the tokens alone. */
    String tokens(Visit visit, Form form, @Nullable String made) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("form", form);
        parameters.put("made", made);
        parameters.put("when", moments.in(visit.language(), visit.zone()));
        parameters.put("tokens", tokens.of(visit.who().person()));
        return views.piece("people/tokens", parameters);
    }

    private ResponseEntity<String> page(
            Visit visit, HttpServletRequest request, HttpStatus status, Map<String, Object> own) {
        Viewer viewer = visit.who();
        Person person = people.one(viewer.person());
        Secret secret = Cookies.session(request).orElseThrow(SignInNeeded::new);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("person", person);
        parameters.put("profile", profile(person));
        parameters.put("picture", Form.EMPTY);
        parameters.put("password", Form.EMPTY);
        parameters.put("hasPassword", people.hasPassword(person.id()));
        parameters.put("sessions", sessions(visit, sessions.of(person.id(), secret)));
        parameters.put("tokens", tokens(visit, token(own), (String) own.get("made")));
        parameters.put("zones", zones.in(visit.language()));
        parameters.put("when", moments.in(visit.language(), visit.zone()));
        parameters.put("answers", answers(visit, person));
        parameters.put("daysOff", daysOff(visit, person));
        parameters.put("said", "");
        own.forEach((name, value) -> {
            if (!name.equals("token") && !name.equals("made")) {
                parameters.put(name, value);
            }
        });
        return views.page(status, "people/me", parameters);
    }

    private List<String> answers(Visit visit, Person person) {
        return WeekWords.of(visit.words(), windows.of(person.id()).week());
    }

    private List<String> daysOff(Visit visit, Person person) {
        When when = moments.in(visit.language(), visit.zone());
        return person.side() == Side.CLIENT
                ? List.of()
                : daysOff.keptBy(visit.who(), person.id()).stream()
                        .map(dayOff -> WindowsPage.days(when, dayOff))
                        .toList();
    }

    private static Form token(Map<String, Object> own) {
        return own.get("token") instanceof Form form ? form : Form.EMPTY;
    }

    private static Form profile(Person person) {
        return Form.with(Map.of(
                "name", person.name(),
                "title", person.title(),
                "language", person.language().tag(),
                "zone", person.zone(),
                "theme", person.theme().code()));
    }

    private static List<Place> sessions(Visit visit, List<Sessions.Session> sessions) {
        return sessions.stream()
                .sorted(Comparator.comparing(session -> !session.current()))
                .map(session ->
                        new Place(Device.of(session.device()).orElseGet(() -> visit.say("me.device.unknown")), session))
                .toList();
    }

    /** Where somebody is signed in, in words. */
    public record Place(String device, Sessions.Session session) {}
}
