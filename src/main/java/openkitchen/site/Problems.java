package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openkitchen.problem.Fault;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Outage;
import openkitchen.problem.Problem;
import openkitchen.problem.Stale;
import openkitchen.problem.TooMany;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Says what went wrong, in the visitor's language and in the form in which it was asked: a page, a toast, words beside a field, or a sentence. */
@ControllerAdvice("openkitchen.site")
@Order(0)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Visits visits;
    private final Views views;

    Problems(Visits visits, Views views) {
        this.visits = visits;
        this.views = views;
    }

    @ExceptionHandler
    ResponseEntity<String> signInNeeded(SignInNeeded needed, HttpServletRequest request) {
        if (!wantsPage(request)) {
            return answer(request, HttpStatus.UNAUTHORIZED, "error.signed_out", "");
        }
        String query = request.getQueryString();
        String wanted =
                request.getMethod().equals("GET") ? request.getRequestURI() + (query == null ? "" : "?" + query) : "/";
        return Views.goTo(
                wanted.equals("/") ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    ResponseEntity<String> problem(Problem problem, HttpServletRequest request) {
        Visit visit = visits.of(request);
        return switch (problem) {
            case NotFound none ->
                answer(request, HttpStatus.NOT_FOUND, "error.not_found", visit.say("error.not_found.more"));
            case Forbidden no -> answer(request, HttpStatus.FORBIDDEN, "error.forbidden", visit.say(no.key()));
            case Invalid wrong -> invalid(request, visit, wrong);
            case Stale stale -> answer(request, HttpStatus.CONFLICT, "error.conflict", "");
            case TooMany many ->
                answer(
                        request,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "error.wait",
                        visit.say(
                                "error.too_many_requests",
                                "minutes",
                                Math.max(1, many.retryAfter().toMinutes())));
        };
    }

    /** Forms and scripts are told which fields are wrong, too. */
    private ResponseEntity<String> invalid(HttpServletRequest request, Visit visit, Invalid wrong) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || !accept.contains("json")) {
            return Views.wantsStreams(request)
                    ? streams(HttpStatus.UNPROCESSABLE_CONTENT, "site/faults", Map.of("faults", faults(visit, wrong)))
                    : answer(request, HttpStatus.UNPROCESSABLE_CONTENT, "error.form", sentences(visit, wrong));
        }
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .body(PageWords.inPage(Map.of(
                        "status",
                        HttpStatus.UNPROCESSABLE_CONTENT.value(),
                        "title",
                        visit.say("error.form"),
                        "detail",
                        sentences(visit, wrong),
                        "fields",
                        wrong.faults().stream().map(Fault::field).distinct().toList())));
    }

    private static List<Map.Entry<String, String>> faults(Visit visit, Invalid wrong) {
        return wrong.faults().stream()
                .map(fault -> Map.entry(fault.field(), sentence(visit, fault)))
                .toList();
    }

    private static String sentences(Visit visit, Invalid wrong) {
        return wrong.faults().stream()
                .map(fault -> sentence(visit, fault))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    static String sentence(Visit visit, Fault fault) {
        Object[] values = fault.values().entrySet().stream()
                .flatMap(value -> java.util.stream.Stream.of(value.getKey(), value.getValue()))
                .toArray();
        return visit.say(fault.key(), values);
    }

    @ExceptionHandler
    ResponseEntity<String> tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.CONTENT_TOO_LARGE,
                "error.form",
                visits.of(request).say("error.upload_too_large"));
    }

    @ExceptionHandler
    ResponseEntity<String> anything(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(
                    request, status, status == HttpStatus.NOT_FOUND ? "error.not_found" : "error.bad_request", "");
        }
        if (disconnected(failure)) {
            return ResponseEntity.noContent().build();
        }
        if (failure instanceof org.springframework.beans.TypeMismatchException) {
            return answer(request, HttpStatus.NOT_FOUND, "error.not_found", "");
        }
        Optional<Outage> outage = Outage.behind(failure);
        if (outage.isPresent()) {
            LOG.warn(
                    "{} {}: {} ({})", request.getMethod(), request.getRequestURI(), outage.get(), failure.getMessage());
            return unavailable(request, outage.get());
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "error.server",
                visits.of(request).say("error.server.more"));
    }

    private ResponseEntity<String> unavailable(HttpServletRequest request, Outage outage) {
        Visit visit = outage == Outage.DATABASE_AWAY ? visits.withoutSession(request) : visits.of(request);
        return answer(request, HttpStatus.valueOf(outage.status()), outage.key(), visit.say(outage.key() + ".more"));
    }

    private static boolean disconnected(Exception failure) {
        return failure instanceof org.springframework.web.context.request.async.AsyncRequestNotUsableException
                || failure.getClass().getSimpleName().equals("ClientAbortException");
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || (accept.contains("text/html") && !accept.contains("json"));
    }

    private ResponseEntity<String> streams(HttpStatus status, String template, Map<String, Object> parameters) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, Views.STREAM)
                .body(views.piece(template, parameters));
    }

    ResponseEntity<String> answer(HttpServletRequest request, HttpStatus status, String title, String text) {
        Visit visit = visits.of(request);
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String sentence = text.isEmpty() ? visit.say(title) : text;
        if (accept != null && accept.contains("json")) {
            return ResponseEntity.status(status)
                    .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .body(PageWords.inPage(
                            Map.of("status", status.value(), "title", visit.say(title), "detail", sentence)));
        }
        if (Views.wantsStreams(request)) {
            return streams(status, "site/toast", Map.of("text", sentence));
        }
        return views.page(
                status,
                "site/error",
                Map.of("visit", visit, "status", status.value(), "title", visit.say(title), "text", text));
    }
}
