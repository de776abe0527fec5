package openkitchen.site;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Pages at the door that only say something and show one way on. */
@Component
class Notes {

    private final Views views;

    Notes(Views views) {
        this.views = views;
    }

    /** Says {@code key} and, beneath, {@code key.text}; {@code button} leads to {@code link}. */
    ResponseEntity<String> say(Visit visit, HttpStatus status, String icon, String key, String button, String link) {
        return views.page(
                status,
                "people/note",
                Map.of(
                        "visit",
                        visit,
                        "icon",
                        icon,
                        "title",
                        visit.say(key),
                        "lines",
                        List.of(visit.say(key + ".text").split("\n")),
                        "button",
                        visit.say(button),
                        "link",
                        link));
    }
}
