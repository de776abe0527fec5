package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import openkitchen.problem.Stale;
import openkitchen.project.Seat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Two wrote at once: the second sees both texts side by side, nothing is lost, and chooses or merges. */
@Component
class Versus {

    private final Views views;

    Versus(Views views) {
        this.views = views;
    }

    /**
     * Shows both texts within the open form of a part of the card, or on a page of their own where there is no such form.
     *
     * @param part id of the element whose form was sent
     * @param action where the form goes to
     * @param field name of the text among the stale texts
     */
    ResponseEntity<String> answer(
            Visit visit,
            Seat seat,
            HttpServletRequest request,
            String part,
            String action,
            String field,
            String mine,
            Stale stale) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("mine", mine);
        parameters.put("theirs", Objects.requireNonNullElse(stale.texts().get(field), ""));
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("text/vnd.turbo-stream.html")) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .header(HttpHeaders.CONTENT_TYPE, Views.STREAM)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(
                            "<turbo-stream action=\"versus\" target=\"%s\" version=\"%d\"><template>%s</template></turbo-stream>"
                                    .formatted(part, stale.version(), views.piece("card/both", parameters)));
        }
        parameters.put("live", Live.of(seat));
        parameters.put("action", action);
        parameters.put("back", action.replaceFirst("(/cards/\\d+)/.*", "$1"));
        parameters.put("field", field.equals("body") ? "text" : field);
        parameters.put("version", stale.version());
        return views.page(HttpStatus.CONFLICT, "card/versus", parameters);
    }
}
