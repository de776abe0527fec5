package openkitchen.site;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.notice.Topic;
import openkitchen.notice.Unsubscribing;
import openkitchen.notice.Wishes;
import openkitchen.people.Viewer;
import openkitchen.problem.Faults;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person wants to be mailed, and the links by which they stop a kind of letters without signing in. */
@Controller
class LetterWishDoor {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Wishes wishes;
    private final Unsubscribing unsubscribing;
    private final Letters letters;
    private final Views views;

    LetterWishDoor(Wishes wishes, Unsubscribing unsubscribing, Letters letters, Views views) {
        this.wishes = wishes;
        this.unsubscribing = unsubscribing;
        this.letters = letters;
        this.views = views;
    }

    @GetMapping("/me/notices/wishes")
    ResponseEntity<String> wishes(Visit visit, Viewer viewer, @RequestParam(defaultValue = "") String said) {
        Wishes.Wish wish = wishes.of(viewer.person());
        return page(
                visit,
                HttpStatus.OK,
                form(wish.mailed(), TIME.format(wish.quietFrom()), TIME.format(wish.quietUntil())),
                !said.isEmpty());
    }

    @PostMapping("/me/notices/wishes")
    ResponseEntity<String> wish(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") List<String> topics,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        Set<Topic> mailed =
                topics.stream().flatMap(code -> Topic.find(code).stream()).collect(Collectors.toSet());
        try {
            new Faults()
                    .unless(readable(from), "from", "notice.wishes.time")
                    .unless(readable(until), "until", "notice.wishes.time")
                    .stop();
            wishes.set(
                    viewer.person(),
                    new Wishes.Wish(mailed, LocalTime.parse(from, TIME), LocalTime.parse(until, TIME)));
        } catch (Invalid wrong) {
            Form typed = form(mailed, from, until);
            return page(visit, HttpStatus.UNPROCESSABLE_CONTENT, Form.wrong(visit, typed.values(), wrong), false);
        }
        return Views.goTo("/me/notices/wishes?said=saved");
    }

    private static boolean readable(String time) {
        try {
            LocalTime.parse(time, TIME);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private static Form form(Set<Topic> mailed, String from, String until) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("from", from, "until", until));
        mailed.forEach(topic -> values.put(topic.code(), "on"));
        return Form.with(values);
    }

    private ResponseEntity<String> page(Visit visit, HttpStatus status, Form form, boolean saved) {
        return views.page(
                status,
                "notice/wishes",
                Map.of(
                        "visit",
                        visit,
                        "form",
                        form,
                        "topics",
                        Arrays.asList(Topic.values()),
                        "saved",
                        saved,
                        "configured",
                        letters.sent()));
    }

    /** Nothing stops by looking: programs open links in mails, too. */
    @GetMapping("/unsubscribe/{token}")
    ResponseEntity<String> ask(Visit visit, @PathVariable String token) {
        return stopped(visit, token, false);
    }

    /** Also what a mail program sends for its user (RFC 8058), without a session. */
    @PostMapping("/unsubscribe/{token}")
    ResponseEntity<String> stop(Visit visit, @PathVariable String token) {
        unsubscribing.stop(unsubscribing.read(token).orElseThrow(NotFound::new));
        return stopped(visit, token, true);
    }

    private ResponseEntity<String> stopped(Visit visit, String token, boolean done) {
        Unsubscribing.Stop stop = unsubscribing.read(token).orElseThrow(NotFound::new);
        return views.page(
                "notice/stop",
                Map.of(
                        "visit",
                        visit,
                        "token",
                        token,
                        "topic",
                        visit.say("notice.topic." + stop.topic().code()),
                        "done",
                        done));
    }
}
