package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import openkitchen.material.Approval;
import openkitchen.material.Verdict;
import openkitchen.project.Seat;
import openkitchen.talk.Remark;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What was written for a decision that came too late: nothing of it is lost, and it can be said as a remark. */
@Component
class Unsaid {

    private final Views views;

    Unsaid(Views views) {
        this.views = views;
    }

    /**
     * The words that were sent with a decision.
     *
     * @param form which of the approval's forms held them
     */
    record Words(String form, Verdict verdict, String comment, String evidence) {

        boolean any() {
            return !comment.isBlank() || !evidence.isBlank();
        }

        private Remark.Weight weight() {
            return verdict == Verdict.CHANGES ? Remark.Weight.MUST : Remark.Weight.SUGGESTION;
        }
    }

    /** Says what happened, in the place of the form or on a page of its own, and holds the words. @param late as it stands by now */
    ResponseEntity<String> answer(Visit visit, Seat seat, HttpServletRequest request, Approval late, Words words) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("project", "/p/" + seat.key());
        parameters.put("it", late);
        parameters.put("form", words.form());
        parameters.put("weight", words.weight().code());
        parameters.put("comment", words.comment());
        parameters.put("evidence", words.evidence());
        if (Views.wantsStreams(request)) {
            parameters.put("late", true);
            return Views.conflict(
                    "<turbo-stream action=\"late\" target=\"decide-%s-%s\"><template>%s</template></turbo-stream>"
                            .formatted(
                                    late.id(),
                                    words.form(),
                                    views.piece("approval/unsaid", parameters).strip()));
        }
        parameters.put("live", Live.of(seat));
        return views.page(HttpStatus.CONFLICT, "approval/tooLate", parameters);
    }
}
