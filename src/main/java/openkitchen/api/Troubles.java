package openkitchen.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import openkitchen.people.ApiTokens;
import openkitchen.problem.Fault;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Problem;
import openkitchen.problem.Stale;
import openkitchen.problem.TooMany;
import openkitchen.text.Language;
import openkitchen.text.Messages;
import openkitchen.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Words what went wrong in the asker's language and sends it. */
@Component
class Troubles {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:open-kitchen:problem:";

    private final Messages messages;
    private final ObjectMapper json;

    Troubles(Messages messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Words words = words(request);
        boolean conditional = request.getHeader(HttpHeaders.IF_MATCH) != null;
        send(
                response,
                words,
                switch (problem) {
                    case NotFound none -> trouble(words, 404, "not-found", words.say("api.not_found"));
                    case Forbidden no -> trouble(words, 403, "forbidden", words.say(no.key()));
                    case Invalid wrong -> invalid(words, 422, wrong.faults());
                    case Stale stale -> stale(words, conditional ? 412 : 409, stale);
                    case TooMany many -> {
                        long seconds = Math.max(1, many.retryAfter().toSeconds());
                        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
                        yield trouble(
                                words,
                                429,
                                "too-many",
                                words.say("error.too_many_requests", "minutes", (seconds + 59) / 60));
                    }
                });
    }

    void send(HttpServletRequest request, HttpServletResponse response, Refused refused) throws IOException {
        Words words = words(request);
        send(
                response,
                words,
                refused.faults().isEmpty()
                        ? new Trouble(
                                TYPE + refused.code(),
                                title(words, refused.status()),
                                refused.status(),
                                say(words, refused.key(), refused.values()),
                                null,
                                refused.version(),
                                null)
                        : invalid(words, refused.status(), refused.faults()));
    }

    /** For what has no more to say than its status. */
    void send(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        Words words = words(request);
        String key = switch (status) {
            case 404 -> "api.not_found";
            case 403 -> "error.forbidden";
            case 503 -> "error.unavailable.more";
            case 507 -> "error.disk_full.more";
            default -> status < 500 ? "error.bad_request" : "error.server.more";
        };
        send(response, words, trouble(words, status, code(status), words.say(key)));
    }

    private static String code(int status) {
        return switch (status) {
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 503 -> "unavailable";
            case 507 -> "disk-full";
            default -> status < 500 ? "bad-request" : "server";
        };
    }

    private Words words(HttpServletRequest request) {
        String wished = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (wished == null && request.getAttribute(Bearers.BEARER) instanceof ApiTokens.Bearer bearer) {
            return messages.in(bearer.viewer().language());
        }
        return messages.in(Language.wished(wished));
    }

    private static Trouble trouble(Words words, int status, String code, String detail) {
        return new Trouble(TYPE + code, title(words, status), status, detail, null, null, null);
    }

    private static Trouble stale(Words words, int status, Stale stale) {
        return new Trouble(
                TYPE + "stale",
                title(words, status),
                status,
                status == 412
                        ? words.say("api.precondition")
                        : say(words, stale.fault().key(), stale.fault().values()),
                null,
                stale.version(),
                stale.texts());
    }

    private static Trouble invalid(Words words, int status, List<Fault> faults) {
        List<Trouble.Wrong> errors = faults.stream()
                .map(fault -> new Trouble.Wrong(
                        fault.field(),
                        say(words, fault.key(), fault.values()),
                        fault.key().substring(fault.key().indexOf('.') + 1)))
                .toList();
        String detail = String.join(
                ". ", errors.stream().map(Trouble.Wrong::message).distinct().toList());
        return new Trouble(TYPE + "invalid", title(words, status), status, detail, errors, null, null);
    }

    private static String title(Words words, int status) {
        String key = "api.title." + status;
        return words.say(words.know(key) ? key : status < 500 ? "api.title.other" : "api.title.500");
    }

    private static String say(Words words, String key, Map<String, @Nullable Object> values) {
        return words.say(
                key,
                values.entrySet().stream()
                        .flatMap(value -> java.util.stream.Stream.of(value.getKey(), value.getValue()))
                        .toArray());
    }

    private void send(HttpServletResponse response, Words words, Trouble trouble) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(trouble.status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, words.language().tag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        byte[] body = json.writeValueAsBytes(trouble);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
