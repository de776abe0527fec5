package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import openkitchen.people.Person;
import openkitchen.people.Secret;
import openkitchen.people.Sessions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lets a person in, and out. */
@Component
class Entrance {

    private static final Duration VISIT = Duration.ofDays(1);

    private final Sessions sessions;

    Entrance(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Signs the person in on this browser, in place of whoever was, and goes on to a page. */
    ResponseEntity<String> enter(Person person, String path, HttpServletRequest request, HttpServletResponse response) {
        Cookies.session(request).ifPresent(sessions::close);
        String device = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        Cookies.setSession(request, response, sessions.open(person.id(), device, request.getRemoteAddr()));
        return Views.goTo(path);
    }

    /** Signs the person in for a day, where nobody is signed in, and goes on to a page. */
    ResponseEntity<String> visit(Person person, String path, HttpServletRequest request, HttpServletResponse response) {
        String device = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        Secret secret = sessions.open(person.id(), device, request.getRemoteAddr(), VISIT);
        Cookies.setSession(request, response, secret, VISIT);
        return Views.goTo(path);
    }

    ResponseEntity<String> leave(String path, HttpServletRequest request, HttpServletResponse response) {
        Cookies.session(request).ifPresent(sessions::close);
        Cookies.clearSession(request, response);
        return Views.goTo(path);
    }
}
