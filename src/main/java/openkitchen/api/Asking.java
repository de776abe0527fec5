package openkitchen.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import openkitchen.people.ApiTokens;
import openkitchen.people.Viewer;
import openkitchen.problem.Stale;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.ObjectMapper;

/** Who asks, by which token, and in which versions they believe. Each controller method that needs it takes it as a parameter. */
final class Asking {

    private final HttpServletRequest request;
    private final ApiTokens.Bearer bearer;
    private final Projects projects;
    private final ObjectMapper json;

    Asking(HttpServletRequest request, ApiTokens.Bearer bearer, Projects projects, ObjectMapper json) {
        this.request = request;
        this.bearer = bearer;
        this.projects = projects;
        this.json = json;
    }

    Viewer viewer() {
        return bearer.viewer();
    }

    Set<String> scopes() {
        return bearer.scopes();
    }

    /** @throws openkitchen.problem.NotFound when there is no such project for who asks */
    Seat seat(String key) {
        return projects.seat(viewer(), key);
    }

    /** Sends what has the version {@code tag}, or 304 without making it when the asker has that already. */
    <T> ResponseEntity<T> answer(String tag, Supplier<T> body) {
        if (named(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            return ResponseEntity.status(304).eTag(quoted(tag)).build();
        }
        return ResponseEntity.ok().eTag(quoted(tag)).body(body.get());
    }

    /** Sends what is of the project and changes with its history only. */
    <T> ResponseEntity<T> answer(Seat seat, Supplier<T> body) {
        return answer(Long.toString(seat.version()), body);
    }

    /** Sends what has no version of its own; its tag is a hash over it. */
    <T> ResponseEntity<T> answer(T body) {
        return answer(hash(body), () -> body);
    }

    /** A tag for what has no version of its own. */
    String hash(Object body) {
        byte[] hash = RequestHash.sha256().digest(json.writeValueAsBytes(body));
        return java.util.HexFormat.of().formatHex(hash, 0, 16);
    }

    /** Whether they change only what they have seen. */
    boolean conditional() {
        return request.getHeader(HttpHeaders.IF_MATCH) != null;
    }

    /**
     * Holds what stands now against {@code If-Match}; to be called under the project's lock.
     *
     * @throws Stale when the asker read another version
     */
    void mustMatch(String tag, long version, Supplier<Map<String, String>> texts) {
        String wanted = request.getHeader(HttpHeaders.IF_MATCH);
        if (wanted != null && !named(wanted, tag)) {
            throw new Stale(version, texts.get());
        }
    }

    private static boolean named(@Nullable String tags, String tag) {
        return tags != null
                && Arrays.stream(tags.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals("*") || one.equals(quoted(tag)));
    }

    static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
