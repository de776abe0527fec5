package openkitchen.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import openkitchen.id.CommentId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.project.Discipline;
import openkitchen.project.Mate;
import openkitchen.project.Project;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.talk.DisciplineWords;
import openkitchen.talk.Question;
import openkitchen.talk.Questions;
import openkitchen.talk.Triage;
import openkitchen.text.CleanText;
import openkitchen.text.Moments;
import openkitchen.text.When;
import openkitchen.turn.Promises;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What whoever writes on a card is told before they send it: who answers until when, whom it concerns, what was asked already. */
@Controller
@RequestMapping("/p/{key}")
class AskingDoor {

    private final Projects projects;
    private final Questions questions;
    private final Triage triage;
    private final Comments comments;
    private final DisciplineWords words;
    private final People people;
    private final Moments moments;
    private final Views views;

    AskingDoor(
            Projects projects,
            Questions questions,
            Triage triage,
            Comments comments,
            DisciplineWords words,
            People people,
            Moments moments,
            Views views) {
        this.projects = projects;
        this.questions = questions;
        this.triage = triage;
        this.comments = comments;
        this.words = words;
        this.people = people;
        this.moments = moments;
        this.views = views;
    }

    /** Who answers a question that is put to this address, and until when by the reader's clock. */
    @GetMapping("/cards/{number}/promise")
    ResponseEntity<String> promise(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "team") String to,
            @RequestParam(defaultValue = "") String urgent,
            @RequestHeader(name = "Turbo-Frame", defaultValue = "promise") String frame) {
        Seat seat = projects.seat(viewer, key);
        boolean pressing = !urgent.isEmpty();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("frame", frame);
        parameters.put("urgent", pressing);
        parameters.put("live", projects.one(seat).status() == openkitchen.project.Status.LIVE);
        try {
            Questions.Foreseen foreseen = questions.foresee(seat, number, Intents.address(to), pressing);
            parameters.put("side", foreseen.awaited().side().code());
            parameters.put("left", foreseen.urgentLeft());
            parameters.put("line", line(visit, projects.one(seat), foreseen));
            parameters.put("elsewhere", elsewhere(visit, foreseen));
        } catch (Invalid wrong) {
            parameters.put("wrong", Problems.sentence(visit, wrong.faults().getFirst()));
        }
        return fresh(views.piece("card/promise", parameters));
    }

    private static ResponseEntity<String> fresh(String html) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, Views.HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html);
    }

    private String line(Visit visit, Project project, Questions.Foreseen foreseen) {
        String role = foreseen.awaited().roleCode();
        Promises.Promise promise = foreseen.promise().orElse(null);
        if (promise == null) {
            Person person = person(foreseen.awaited().person());
            String who = person != null
                    ? Initials.first(person.name())
                    : visit.say("turn.who."
                            + (role == null ? foreseen.awaited().side().code() : role));
            return visit.say("promise." + foreseen.awaited().side().code(), "who", who);
        }
        When when = moments.in(visit.language(), visit.zone());
        Person by = person(promise.by());
        return visit.say(
                "promise.kept",
                "who",
                by == null ? "" : Initials.first(by.name()),
                "role",
                duty(visit, project, promise),
                "when",
                when.slot(promise.window().from(), promise.window().until()));
    }

    /** What the one who answers is on the project; empty for whoever is not on it. */
    private static String duty(Visit visit, Project project, Promises.Promise promise) {
        return project.team().stream()
                .filter(mate -> mate.person().id().equals(promise.by()))
                .map(mate -> visit.say(Mentionables.role(main(mate))))
                .findFirst()
                .orElseGet(() -> visit.say("turn.who.owner"));
    }

    private static Role main(Mate mate) {
        return new TreeSet<>(mate.roles()).first();
    }

    private @Nullable Person person(openkitchen.id.@Nullable PersonId id) {
        return id == null ? null : people.one(id);
    }

    /** Whether the one who answers lives by another clock. */
    private boolean elsewhere(Visit visit, Questions.Foreseen foreseen) {
        return foreseen.promise()
                .map(promise -> {
                    java.time.Instant at = promise.due();
                    return !People.zone(people.one(promise.by()).zone())
                            .getRules()
                            .getOffset(at)
                            .equals(visit.zone().getRules().getOffset(at));
                })
                .orElse(false);
    }

    /** Whom a decision in these words concerns, by the disciplines' lists of words. */
    @PostMapping("/suggest")
    ResponseEntity<String> suggest(Visit visit, Viewer viewer, @PathVariable String key, @RequestParam String text) {
        Seat seat = projects.seat(viewer, key);
        Set<Discipline> among = new TreeSet<>(projects.one(seat).services());
        projects.one(seat).team().stream()
                .flatMap(mate -> mate.roles().stream())
                .flatMap(role -> Discipline.find(role.code()).stream())
                .filter(discipline -> discipline != Discipline.ACCOUNT)
                .forEach(among::add);
        String said = CleanText.body(text);
        return fresh(views.piece(
                "card/suggestions",
                Map.of(
                        "visit",
                        visit,
                        "suggestions",
                        words.suggest(said.substring(0, Math.min(said.length(), Comments.BODY_LIMIT)), among))));
    }

    /** The project's earlier questions, into which this one can be merged. */
    @GetMapping("/questions/{id}/before")
    ResponseEntity<String> before(Visit visit, Viewer viewer, @PathVariable String key, @PathVariable long id) {
        Seat seat = projects.seat(viewer, key);
        CommentId question = questions.one(seat, new CommentId(id)).id();
        List<CommentId> earlier =
                triage.before(seat, question).stream().map(Question::id).toList();
        List<Comment> found =
                earlier.isEmpty() ? List.of() : comments.these(seat, earlier).reversed();
        return fresh(views.piece("card/earlier", Map.of("visit", visit, "question", question, "earlier", found)));
    }
}
