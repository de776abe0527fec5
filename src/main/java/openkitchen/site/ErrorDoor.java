package openkitchen.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers where no door was found, or none was reached. */
@Controller
class ErrorDoor implements ErrorController {

    private final Problems problems;

    ErrorDoor(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    ResponseEntity<String> error(Visit visit, HttpServletRequest request) {
        HttpStatus status = status(request);
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED, OK ->
                problems.answer(request, HttpStatus.NOT_FOUND, "error.not_found", visit.say("error.not_found.more"));
            case FORBIDDEN -> problems.answer(request, status, "error.forbidden", "");
            case CONTENT_TOO_LARGE ->
                problems.answer(request, status, "error.form", visit.say("error.upload_too_large"));
            default ->
                status.is4xxClientError()
                        ? problems.answer(request, status, "error.bad_request", "")
                        : problems.answer(request, status, "error.server", visit.say("error.server.more"));
        };
    }

    /** {@code OK} for somebody who opens this page by its address. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return code instanceof Integer known
                ? Objects.requireNonNullElse(HttpStatus.resolve(known), HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.OK;
    }
}
