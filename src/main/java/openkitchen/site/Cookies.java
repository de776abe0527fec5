package openkitchen.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import openkitchen.people.Secret;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookies of a browser: the session, and the language wished before anybody signed in. */
final class Cookies {

    private static final String SESSION = "kitchen";
    private static final String LANGUAGE = "language";

    private Cookies() {}

    static Optional<Secret> session(HttpServletRequest request) {
        return find(request, SESSION).filter(value -> value.length() < 100).map(Secret::new);
    }

    static Optional<String> language(HttpServletRequest request) {
        return find(request, LANGUAGE);
    }

    private static Optional<String> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    static void setSession(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        setSession(request, response, secret, Duration.ofDays(60));
    }

    static void setSession(HttpServletRequest request, HttpServletResponse response, Secret secret, Duration life) {
        set(request, response, SESSION, secret.token(), life);
    }

    static void clearSession(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, SESSION, "", Duration.ZERO);
    }

    static void setLanguage(HttpServletRequest request, HttpServletResponse response, String tag) {
        set(request, response, LANGUAGE, tag, Duration.ofDays(365));
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
