package openkitchen.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.id.CommentId;
import openkitchen.material.Material;
import openkitchen.material.Pin;
import openkitchen.material.Pins;
import openkitchen.material.Place;
import openkitchen.material.Version;
import openkitchen.project.Seat;
import openkitchen.reading.Reading;
import openkitchen.reading.Readings;
import openkitchen.reading.Sheet;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.talk.Remark;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the list of what is pinned to a version, and what scripts need to know to show the markers. */
@Component
class PinViews {

    private final Pins pins;
    private final Comments comments;
    private final Conversations conversations;
    private final BoardPieces boards;
    private final TalkPieces talk;
    private final Readings readings;

    PinViews(
            Pins pins,
            Comments comments,
            Conversations conversations,
            BoardPieces boards,
            TalkPieces talk,
            Readings readings) {
        this.pins = pins;
        this.comments = comments;
        this.conversations = conversations;
        this.boards = boards;
        this.talk = talk;
        this.readings = readings;
    }

    /** @param board on which everybody is known who has a part in it */
    record Pinned(BoardView board, List<PinView> pins) {

        /** As scripts want it. */
        String json() {
            return PageWords.inPage(pins.stream().map(Pinned::json).toList());
        }

        private static Map<String, Object> json(PinView view) {
            Map<String, Object> json = new HashMap<>();
            Place place = view.pin().place();
            json.put("number", view.pin().number());
            json.put("name", view.name());
            json.put("open", view.open());
            json.put("side", view.side());
            if (place != null) {
                json.put("place", JsonMapper.shared().convertValue(place.json(), Map.class));
            }
            return json;
        }
    }

    Pinned on(Visit visit, Seat seat, Material material, Version version) {
        List<Pin> on = pins.on(seat, version);
        Map<CommentId, Comment> said = on.isEmpty()
                ? Map.of()
                : comments.these(seat, on.stream().map(Pin::comment).toList()).stream()
                        .collect(Collectors.toMap(Comment::id, Function.identity()));
        Conversation conversation = conversations.about(seat, said.values());
        BoardView board = conversation.on(boards.viewAt(seat, seat.version(), visit.language(), List.of()));
        List<PinView> views = on.stream()
                .filter(pin -> said.containsKey(pin.comment()))
                .map(pin -> {
                    Comment comment = Objects.requireNonNull(said.get(pin.comment()));
                    return view(visit, version, pin, talk.view(board, material.card(), comment, conversation));
                })
                .toList();
        return new Pinned(board, views);
    }

    private PinView view(Visit visit, Version version, Pin pin, CommentView comment) {
        String where = where(visit, version, pin);
        String what = comment.remark() == null
                ? visit.say("talk.kind." + comment.comment().kind().code())
                : visit.say(
                        "remark.name",
                        "number",
                        Integer.toString(comment.remark().remark().number()));
        String name = visit.say(
                "viewer.pin.name",
                "number",
                Integer.toString(pin.number()),
                "what",
                what,
                "who",
                comment.author().name(),
                "text",
                Quote.beginning(comment.comment().body()));
        return new PinView(pin, comment, open(comment), where, name);
    }

    private static boolean open(CommentView comment) {
        RemarkView remark = comment.remark();
        if (remark != null) {
            Remark.State state = remark.remark().state();
            return state.open() || state == Remark.State.FIXED || state == Remark.State.DECLINED;
        }
        QuestionView question = comment.question();
        return question != null && question.open();
    }

    /** "Page 2", "Row 14, Headline", a few words in quotation marks; several files by their name, too. */
    private String where(Visit visit, Version version, Pin pin) {
        Place place = pin.place();
        if (place == null) {
            return visit.say(pin.pending() ? "viewer.where.pending" : "viewer.where.nowhere");
        }
        String there = switch (place) {
            case Place.Whole whole -> visit.say("viewer.where.whole");
            case Place.Spot spot ->
                Previews.pdf(version.files().get(spot.file()))
                        ? visit.say("viewer.where.page", "page", Integer.toString(spot.page()))
                        : visit.say("viewer.where.picture");
            case Place.Cells cells -> cells(visit, version, cells);
            case Place.Passage passage -> visit.say("viewer.where.passage", "quote", Quote.beginning(passage.quote()));
        };
        return version.files().size() < 2 || place instanceof Place.Whole
                ? there
                : version.files().get(place.file()).name() + " · " + there;
    }

    private String cells(Visit visit, Version version, Place.Cells cells) {
        String row = visit.say("viewer.where.row", "row", Integer.toString(cells.row()));
        String sheet = cells.sheet().isEmpty() ? "" : cells.sheet() + " · ";
        if (!(readings.known(version.files().get(cells.file()).id()).orElse(null) instanceof Reading.Table table)) {
            return sheet + row;
        }
        String column = table.sheets().stream()
                .filter(each -> each.name().equals(cells.sheet()))
                .findFirst()
                .map(each -> heading(each, cells.column()))
                .orElse("");
        return (table.sheets().size() > 1 ? sheet : "") + row + (column.isEmpty() ? "" : ", " + column);
    }

    private static String heading(Sheet sheet, int column) {
        if (column < 0) {
            return "";
        }
        String name = column < sheet.header().size() ? sheet.header().get(column) : "";
        return name.isBlank() ? ColumnNames.letters(column) : name;
    }
}
