package openkitchen.demo;

import static openkitchen.demo.Story.all;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import openkitchen.talk.Address;
import openkitchen.talk.CommentKind;
import openkitchen.talk.Intent;
import openkitchen.talk.Remark;

/**
 * What is said on a card. A line without a verb is a message; else it is one of these, what was said along:
 *
 * <ul>
 *   <li>{@code asks anton}, {@code asks team urgent}, {@code answers 7m deep}, {@code asks-back}, {@code clarifies},
 *       {@code reopens}, {@code redirects nina}, {@code merges into prices}, {@code off-topic};
 *   <li>{@code remarks must} or {@code suggestion}, {@code fixes in v2}, {@code confirms}, {@code raises}, {@code declines},
 *       {@code appeals}, {@code insists} and {@code excuses} of the account;
 *   <li>{@code decides seo,ppc} with {@code what | why}, {@code agrees seo}, {@code objects seo}, {@code settles};
 *   <li>what {@link MaterialPlot} plays.
 * </ul>
 *
 * <p>{@code as prices} at the end gives a name, {@code of prices} tells which one is meant; without, it is the card's last.
 */
final class TalkPlot {

    private final Performance performance;
    private final Rooms rooms;
    private final int number;
    private final Story.Scene scene;
    private final MaterialPlot materials;
    private final Map<CommentKind, CommentId> last = new EnumMap<>(CommentKind.class);

    TalkPlot(Performance performance, int number, Story.Scene scene) {
        this.performance = performance;
        this.rooms = performance.rooms();
        this.number = number;
        this.scene = scene;
        this.materials = new MaterialPlot(performance, number);
    }

    void write() {
        all(scene.talk())
                .forEach(entry -> entry.forEach((when, body) -> {
                    Cue cue = Cue.of(performance.days().line(when), body);
                    performance.then(cue.line().at(), cue.line().who(), seat -> play(seat, cue));
                }));
    }

    private void play(Seat seat, Cue cue) {
        String body = performance.word(cue.body());
        if (MaterialPlot.VERBS.contains(cue.verb())) {
            materials.play(seat, cue, body).ifPresent(remark -> {
                last.put(CommentKind.REMARK, remark);
                if (cue.named() != null) {
                    performance.said(cue.named(), remark);
                }
            });
            return;
        }
        switch (cue.verb()) {
            case "says" -> say(seat, cue, new Intent.Message(), body);
            case "asks" -> say(seat, cue, new Intent.Question(address(cue.word()), cue.has("urgent")), body);
            case "remarks" ->
                say(seat, cue, new Intent.Remark(Remark.Weight.find(cue.word()).orElseThrow()), body);
            case "decides" -> decide(seat, cue, body);
            case "answers", "asks-back", "clarifies", "reopens", "redirects", "merges", "off-topic" ->
                ofQuestion(seat, cue, meant(cue, CommentKind.QUESTION), body);
            case "fixes", "confirms", "raises", "declines", "appeals", "insists", "excuses" ->
                ofRemark(seat, cue, meant(cue, CommentKind.REMARK), body);
            default -> ofDecision(seat, cue, meant(cue, CommentKind.DECISION), body);
        }
    }

    private void say(Seat seat, Cue cue, Intent intent, String body) {
        CommentId id = rooms.speaking().say(seat, number, intent, null, body, files(cue));
        last.put(intent.kind(), id);
        if (cue.named() != null) {
            performance.said(cue.named(), id);
        }
    }

    private List<FileId> files(Cue cue) {
        return cue.line().rest().stream()
                .filter(word -> word.startsWith("+"))
                .map(name -> performance.file(name.substring(1), cue.line().who()))
                .toList();
    }

    private Address address(String whom) {
        return performance.cast().has(whom)
                ? new Address.To(performance.cast().person(whom).id())
                : Address.find(whom).orElseThrow();
    }

    private void decide(Seat seat, Cue cue, String body) {
        String[] parts = body.split(" \\| ");
        Set<Discipline> affected =
                ProjectPlot.disciplines(Arrays.asList(cue.word().split(",")));
        say(seat, cue, new Intent.Decision(parts.length > 1 ? parts[1] : "", affected), parts[0]);
    }

    private CommentId meant(Cue cue, CommentKind kind) {
        return cue.about() == null
                ? Objects.requireNonNull(last.get(kind), () -> "no " + kind.code() + " before " + cue)
                : performance.said(cue.about());
    }

    private void ofQuestion(Seat seat, Cue cue, CommentId question, String body) {
        switch (cue.verb()) {
            case "answers" -> rooms.questions().answer(seat, question, body, files(cue), cue.minutes(), cue.depth());
            case "asks-back" -> rooms.questions().askBack(seat, question, body, files(cue));
            case "clarifies" -> rooms.questions().clarify(seat, question, body, files(cue));
            case "reopens" -> rooms.questions().reopen(seat, question, body);
            case "redirects" -> rooms.triage().redirect(seat, question, address(cue.word()), body);
            case "merges" -> rooms.triage().merge(seat, question, performance.said(cue.place()));
            default -> rooms.triage().offTopic(seat, question, body);
        }
    }

    private void ofRemark(Seat seat, Cue cue, CommentId remark, String body) {
        switch (cue.verb()) {
            case "fixes" -> rooms.remarks().fix(seat, remark, cue.place(), body);
            case "confirms" -> rooms.remarks().confirm(seat, remark);
            case "raises" -> rooms.remarks().raiseAgain(seat, remark, body);
            case "declines" -> rooms.remarks().decline(seat, remark, body);
            case "appeals" -> rooms.remarks().appeal(seat, remark, body);
            default -> rooms.remarks().settle(seat, remark, cue.verb().equals("insists"), body);
        }
    }

    private void ofDecision(Seat seat, Cue cue, CommentId decision, String body) {
        switch (cue.verb()) {
            case "agrees" -> rooms.decisions().check(seat, decision, cue.discipline(), true, body);
            case "objects" -> rooms.decisions().check(seat, decision, cue.discipline(), false, body);
            case "settles" -> rooms.decisions().settle(seat, decision, body);
            default -> throw new IllegalArgumentException("nobody can do this: " + cue);
        }
    }
}
