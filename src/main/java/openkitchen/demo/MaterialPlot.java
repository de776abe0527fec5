package openkitchen.demo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import openkitchen.id.ApprovalId;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Launch;
import openkitchen.material.Place;
import openkitchen.material.Verdict;
import openkitchen.project.Seat;
import openkitchen.talk.Intent;
import openkitchen.talk.Remark;
import org.jspecify.annotations.Nullable;

/**
 * What is shown to the client on a card, and what they decide:
 *
 * <ul>
 *   <li>{@code shows ads.csv} a material with its note, or {@code writes} a text with {@code name | text}; {@code renews ads-2.csv}
 *       its next version, {@code rewrites} the text's;
 *   <li>{@code puts} what was shown last before the client, {@code puts all} with each decision maker, {@code puts +2} with a term;
 *       {@code approves}, {@code suggests}, {@code wants} of the client;
 *   <li>{@code pins 3 must} a remark to the third row, {@code pins 0.4,0.2 suggestion} to a point of a picture;
 *   <li>{@code plans} a launch with {@code channel | audience | budget | hypothesis}, {@code launches}, {@code ends},
 *       {@code judges keep}.
 * </ul>
 */
final class MaterialPlot {

    /** What this class plays. */
    static final List<String> VERBS = List.of(
            "shows",
            "writes",
            "renews",
            "rewrites",
            "puts",
            "approves",
            "suggests",
            "wants",
            "pins",
            "plans",
            "launches",
            "ends",
            "judges");

    private final Performance performance;
    private final Rooms rooms;
    private final int number;
    private @Nullable MaterialId shown;
    private @Nullable CommentId asked;
    private @Nullable String file;

    MaterialPlot(Performance performance, int number) {
        this.performance = performance;
        this.rooms = performance.rooms();
        this.number = number;
    }

    /** Plays one line; the remark that came of it, if one did. */
    Optional<CommentId> play(Seat seat, Cue cue, String body) {
        switch (cue.verb()) {
            case "shows" ->
                shown = rooms.materials()
                        .add(seat, number, "", files(cue), body)
                        .material();
            case "writes" -> {
                String[] parts = body.split(" \\| ", 2);
                shown = rooms.materials()
                        .add(seat, number, parts[0], new Content.Text(parts[1]), "")
                        .material();
            }
            case "renews" -> rooms.materials().addVersion(seat, known(), files(cue), body);
            case "rewrites" -> rooms.materials().addVersion(seat, known(), new Content.Text(body), "");
            case "puts" -> asked = rooms.approvals().ask(seat, number, List.of(seen(seat)), wanted(cue, body));
            case "approves" -> decide(seat, Verdict.APPROVED, body);
            case "suggests" -> {
                return decide(seat, Verdict.REMARKS, body);
            }
            case "wants" -> {
                return decide(seat, Verdict.CHANGES, body);
            }
            case "pins" -> {
                return Optional.of(pin(seat, cue, body));
            }
            case "plans" -> plan(seat, body);
            case "launches" -> rooms.launches().launch(seat, number, body);
            case "ends" -> rooms.launches().stop(seat, number);
            default ->
                rooms.launches()
                        .judge(
                                seat,
                                number,
                                body,
                                Launch.Verdict.find(cue.word()).orElseThrow());
        }
        return Optional.empty();
    }

    private MaterialId known() {
        return Objects.requireNonNull(shown, "nothing was shown before");
    }

    private Content files(Cue cue) {
        file = cue.word();
        FileId kept = performance.file(cue.word(), cue.line().who());
        return new Content.Files(List.of(kept));
    }

    private Approvals.Wanted wanted(Cue cue, String body) {
        boolean all = cue.has("all");
        return new Approvals.Wanted(
                all ? Approval.Needs.ALL : Approval.Needs.ANY,
                cue.words().stream()
                        .filter(word -> word.startsWith("in"))
                        .findFirst()
                        .map(word -> performance.days().time("+" + word.substring(2)))
                        .orElse(null),
                body);
    }

    /** The remark that the words become; empty when there are none. */
    private Optional<CommentId> decide(Seat seat, Verdict verdict, String body) {
        ApprovalId id = rooms.approvals()
                .asked(seat, Objects.requireNonNull(asked, "nothing was put before the client"))
                .getFirst()
                .id();
        rooms.approvals().decide(seat, id, verdict, body, Approval.Way.PAGE);
        return verdict == Verdict.APPROVED || body.isBlank()
                ? Optional.empty()
                : Optional.of(
                        rooms.remarks().in(seat, Optional.empty()).getFirst().id());
    }

    private Approvals.Seen seen(Seat seat) {
        return new Approvals.Seen(
                known(), rooms.versions().material(seat, known()).versions());
    }

    private CommentId pin(Seat seat, Cue cue, String body) {
        Intent.Remark remark =
                new Intent.Remark(Remark.Weight.find(cue.words().get(1)).orElseThrow());
        return rooms.pins().say(seat, known(), seen(seat).version(), place(cue.word()), remark, body);
    }

    /** A row counts from the first beneath the head. */
    private Place place(String where) {
        if (where.contains(",")) {
            String[] point = where.split(",");
            return new Place.Spot(0, 1, Double.parseDouble(point[0]), Double.parseDouble(point[1]), 0, 0);
        }
        int row = Integer.parseInt(where) + 1;
        List<String> lines = performance.lines(Objects.requireNonNull(file, "no file was shown before"));
        return new Place.Cells(0, "", row, -1, List.of(lines.get(row - 1).split(";")));
    }

    private void plan(Seat seat, String body) {
        String[] parts = body.split(" \\| ", 4);
        rooms.launches()
                .plan(
                        seat,
                        number,
                        rooms.launches().one(seat, number).version(),
                        new Launch.Plan(
                                parts[3], parts[0], parts[1], new java.math.BigDecimal(parts[2]), "RUB", null, null));
    }
}
