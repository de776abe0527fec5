package openkitchen.site;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import openkitchen.id.PersonId;
import openkitchen.notice.Notice;
import openkitchen.notice.Notices;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.text.Moments;
import openkitchen.text.When;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The bell: what the viewer is told, card by card. */
@Controller
@RequestMapping("/me/notices")
class NoticeDoor {

    private final Notices notices;
    private final People people;
    private final Moments moments;
    private final Views views;

    NoticeDoor(Notices notices, People people, Moments moments, Views views) {
        this.notices = notices;
        this.people = people;
        this.moments = moments;
        this.views = views;
    }

    @GetMapping
    ResponseEntity<String> all(Visit visit, Viewer viewer) {
        List<Notice> latest = notices.latest(viewer);
        Map<PersonId, Person> actors = people.these(
                latest.stream().map(Notice::actor).filter(Objects::nonNull).toList());
        When when = moments.in(visit.language(), visit.zone());
        List<NoticeLine> lines = latest.stream()
                .map(notice -> line(visit, when, notice, notice.actor() == null ? null : actors.get(notice.actor())))
                .toList();
        return views.page(
                "notice/page",
                Map.of(
                        "visit",
                        visit,
                        "unread",
                        lines.stream()
                                .filter(line -> line.notice().read() == null)
                                .toList(),
                        "read",
                        lines.stream()
                                .filter(line -> line.notice().read() != null)
                                .toList()));
    }

    private static NoticeLine line(Visit visit, When when, Notice notice, @Nullable Person actor) {
        String who = actor == null ? visit.say("product.name") : actor.name();
        return new NoticeLine(
                notice, actor, visit.say("notice." + notice.reason().code(), "who", who), when.dateTime(notice.at()));
    }

    /** What the bell shows. */
    record News(int count, String words) {}

    @GetMapping("/count")
    ResponseEntity<News> count(Visit visit, Viewer viewer) {
        int count = notices.unread(viewer);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new News(count, visit.say("notice.news", "count", count)));
    }

    @PostMapping("/read")
    ResponseEntity<String> readAll(Viewer viewer) {
        notices.readAll(viewer);
        return Views.goTo("/me/notices");
    }
}
