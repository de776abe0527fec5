package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import openkitchen.problem.Stale;
import openkitchen.project.Seat;
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
     * The form that was sent.
     *
     * @param part id of the element in which it is
     * @param act which of the forms there that open one at a time; empty for the one that opens in the place of what is read
     * @param action where it goes to
     * @param field name of the text in it
     * @param back where one goes on who gives up
     * @param rest what else it held, by the names of the fields
     */
    record Sent(String part, String act, String action, String field, String back, Map<String, String> rest) {}

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
        Sent sent = new Sent(
                part,
                "",
                action,
                field.equals("body") ? "text" : field,
                action.replaceFirst("(/cards/\\d+)/.*", "$1"),
                Map.of());
        String theirs = Objects.requireNonNullElse(stale.texts().get(field), "");
        return answer(visit, seat, request, sent, mine, theirs, stale.version());
    }

    /** The same for any form that holds one text. @param version of {@code theirs} */
    ResponseEntity<String> answer(
            Visit visit, Seat seat, HttpServletRequest request, Sent sent, String mine, String theirs, long version) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("mine", mine);
        parameters.put("theirs", theirs);
        if (Views.wantsStreams(request)) {
            return Views.conflict(stream(sent.part(), sent.act(), version, views.piece("card/both", parameters)));
        }
        parameters.put("live", Live.of(seat));
        parameters.put("action", sent.action());
        parameters.put("back", sent.back());
        parameters.put("field", sent.field());
        parameters.put("rest", sent.rest());
        parameters.put("version", version);
        return views.page(HttpStatus.CONFLICT, "card/versus", parameters);
    }

    /** Puts a piece that shows both above what was typed, in the form that was sent, which then knows of the version. */
    static String stream(String part, String act, long version, String both) {
        return "<turbo-stream action=\"versus\" target=\"%s\" act=\"%s\" version=\"%d\"><template>%s</template></turbo-stream>"
                .formatted(part, act, version, both);
    }
}
