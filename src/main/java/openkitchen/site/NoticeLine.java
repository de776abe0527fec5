package openkitchen.site;

import openkitchen.notice.Notice;
import openkitchen.people.Person;
import org.jspecify.annotations.Nullable;

/** A notice in the reader's words; {@code actor} is null when the product itself did it. */
public record NoticeLine(Notice notice, @Nullable Person actor, String sentence, String time) {

    /** Where it is seen what it tells of. */
    public String path() {
        String card = "/p/" + notice.key() + "/cards/" + notice.number();
        return notice.comment() == null ? card : card + "#comment-" + notice.comment();
    }
}
