package openkitchen.site;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.desk.Desk;
import openkitchen.desk.Matter;
import openkitchen.desk.Pile;
import openkitchen.material.Approval;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.project.Role;
import openkitchen.talk.Remark;
import openkitchen.text.Markdown;
import openkitchen.text.When;
import openkitchen.turn.Awaited;
import openkitchen.turn.Turn;
import openkitchen.window.Span;
import org.jspecify.annotations.Nullable;

/** A desk in its owner's words. */
public record DeskView(Visit visit, Desk desk, When when, Instant now, Markdown markdown) {

    private static final int EXCERPT = 120;
    private static final int BRIEF = 80;

    /** The first words of what waits; of a remark its number before them. */
    public String title(Matter matter) {
        return title(matter, EXCERPT);
    }

    /** The same in less room. */
    public String brief(Matter matter) {
        return title(matter, BRIEF);
    }

    private String title(Matter matter, int limit) {
        String words = markdown.plain(matter.said().body(), limit);
        Remark remark = matter.remark();
        String text = words.isEmpty() ? wordless(matter) : words;
        return remark == null ? text : remark.name() + " " + text;
    }

    private String wordless(Matter matter) {
        return matter.approvals().isEmpty()
                ? visit.say("desk.file")
                : matter.approvals().stream().map(Approval::name).distinct().collect(Collectors.joining(", "));
    }

    /** Where it is done: in answer mode, or for an approval on its own page. */
    public String path(Matter matter) {
        return matter.approvals().isEmpty()
                ? "/desk/answer?at=" + matter.turn().id()
                : ApprovalDoor.path(matter.card().projectKey(), matter.said().id());
    }

    /** What is wanted: "a question", "fixed, have a look". */
    public String kind(Matter matter) {
        Turn turn = matter.turn();
        Remark remark = matter.remark();
        return switch (turn.purpose()) {
            case ANSWER -> visit.say(turn.urgent() ? "desk.kind.urgent" : "desk.kind.answer");
            case CLARIFY, RAISED, APPEAL, OBJECTION, APPROVE, CHASE ->
                visit.say("desk.kind." + turn.purpose().code());
            case MEND ->
                remark != null && remark.raised() > 1
                        ? visit.say("desk.kind.mend_again", "count", remark.raised())
                        : visit.say("desk.kind.mend");
            case CONFIRM ->
                visit.say(
                        remark != null && remark.state() == Remark.State.DECLINED
                                ? "desk.kind.declined"
                                : "desk.kind.confirm");
            case CHECK -> visit.say("desk.kind.check", "what", visit.say("discipline." + turn.topic()));
        };
    }

    public String icon(Matter matter) {
        return switch (matter.turn().purpose()) {
            case ANSWER, CLARIFY -> "talk";
            case MEND, CONFIRM, RAISED, APPEAL -> "flag";
            case CHECK, OBJECTION -> "affects";
            case APPROVE, CHASE -> "check";
        };
    }

    /** Who it comes from: who asks back or hands it over, else whose words they are. */
    public Person from(Matter matter) {
        Person opener = matter.opener();
        return opener == null ? matter.author() : opener;
    }

    /** For how long it waits: "2 days". */
    public String waits(Matter matter) {
        return visit.say("desk.waits", "span", when.since(matter.turn().opened()));
    }

    /** Until when it was promised, or is to be; null where neither is. */
    public @Nullable String due(Matter matter) {
        Instant put = matter.put();
        if (put != null) {
            return visit.say("desk.put", "when", when.dateTime(put));
        }
        Instant due = matter.turn().due();
        return due == null ? null : when.due(due);
    }

    /** The same where it has passed, too: "was promised by yesterday", "was due by yesterday"; null where there is none. */
    public @Nullable String term(Matter matter) {
        String due = due(matter);
        if (due == null || !late(matter)) {
            return due;
        }
        return visit.say(matter.turn().promised() ? "desk.was_due" : "desk.term_passed", "due", due);
    }

    public boolean late(Matter matter) {
        return matter.put() == null && matter.turn().late(now);
    }

    /** Who is waited for. */
    public String awaited(Matter matter) {
        Person person = matter.awaited();
        if (person != null) {
            return person.name();
        }
        return switch (matter.turn().awaited()) {
            case Awaited.OfRole(Role role) -> RoleWords.of(visit, role);
            case Awaited.Owner owner -> visit.say("role.owner");
            case Awaited.OfSide(Side side) -> visit.say("desk.side." + side.code());
            case Awaited.Someone someone ->
                visit.say("desk.side." + someone.side().code());
        };
    }

    public String pile(Pile pile) {
        return visit.say(pile == Pile.NOW && !desk.hours().kept() ? "desk.pile.waits" : "desk.pile." + pile.code());
    }

    /** "17–18" of the window that is running; null outside of windows. */
    public @Nullable String running() {
        return desk.hours().running().map(this::hours).orElse(null);
    }

    private String hours(Span window) {
        return When.hours(
                window.from().atZone(visit.zone()).toLocalTime(),
                window.until().atZone(visit.zone()).toLocalTime());
    }

    /** "today 17–18" of the window that comes next; null when there is none. */
    public @Nullable String next() {
        return desk.hours()
                .next()
                .map(window -> when.slot(window.from(), window.until()))
                .orElse(null);
    }

    /** "5 questions, 2 remarks" of what is to be done in this run. */
    public String summary() {
        long questions = desk.run().stream()
                .filter(matter -> icon(matter).equals("talk"))
                .count();
        long remarks = desk.run().stream()
                .filter(matter -> icon(matter).equals("flag"))
                .count();
        long decisions = desk.run().size() - questions - remarks;
        return Stream.of(
                        counted("count.questions", questions),
                        counted("count.remarks", remarks),
                        counted("count.decisions", decisions))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private Optional<String> counted(String key, long count) {
        return count == 0 ? Optional.empty() : Optional.of(visit.say(key, "count", count));
    }

    public String absent() {
        return desk.absent().stream().map(Person::name).collect(Collectors.joining(", "));
    }

    /** Good morning, day, evening or night, by the clock of where the visitor is. */
    public String greeting() {
        int hour = now.atZone(visit.zone()).getHour();
        String time = hour < 5 ? "night" : hour < 12 ? "morning" : hour < 18 ? "day" : "evening";
        return visit.say(
                "home.greeting." + time, "name", Initials.first(visit.who().name()));
    }
}
