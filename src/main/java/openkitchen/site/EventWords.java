package openkitchen.site;

import java.util.List;
import openkitchen.history.Event;

/** Says what happened as a person would tell it. Every kind of event has its words here, or this does not compile. */
final class EventWords {

    private final Event event;
    private final Sayings say;

    EventWords(Scene scene, Event event) {
        this.event = event;
        this.say = new Sayings(scene, event);
    }

    List<Phrase> sentence() {
        String code = event.kind().code();
        return switch (event.kind()) {
            case PROJECT_CREATED,
                    FIELD_ADDED,
                    COLUMN_MOVED,
                    COLUMN_ARCHIVED,
                    COLUMN_RESTORED,
                    COLUMN_RANKED,
                    COLUMN_ADDED -> say.say(code, "name", say.text("name"));
            case PROJECT_CHANGED -> changed(code, "name", "client", "services", "stage", "urgent_quota");
            case PROJECT_STATUS -> say.say(code, "to", event.text("to"));
            case PROJECT_TEXT -> say.say(code, "text", event.text("text"), "version", event.text("version"));
            case PROJECT_IMPORTED -> say.say(code, "named", say.has("name") ? "yes" : "no", "name", say.text("name"));
            case LINK_ADDED, LINK_CHANGED, LINK_REMOVED -> say.say(code, "link", say.name("title"));
            case MEMBER_ADDED, MEMBER_CHANGED -> say.self() ? own(code, "roles", say.roles()) : member(code);
            case MEMBER_REMOVED -> say.self() ? own(code) : say.say(code, "name", say.person());
            case MEMBER_INVITED -> say.has("name") ? member(code) : say.say(code + ".nameless", "roles", say.roles());
            case INVITATION_REVOKED ->
                say.has("name") ? say.say(code, "name", say.name("name")) : say.say(code + ".nameless");
            case COLUMN_CHANGED -> column();
            case LABEL_ADDED, LABEL_REMOVED -> say.say(code, "label", say.label("name"));
            case LABEL_CHANGED -> say.say(code, "from", say.label("name_from"), "label", say.label("name"));
            case CARD_ADDED, CARD_CAME, CARD_COPIED -> made(code);
            case CARD_TITLED -> say.say(code, "from", say.text("from"));
            case CARD_DESCRIBED -> say.has("description") ? say.say(code) : say.say(code + ".away");
            case CARD_CHANGED -> changed(code, "kind", "discipline", "affects");
            case CARD_MOVED ->
                say.has("from") && say.has("to")
                        ? say.say(
                                say.has("despite") ? code + ".despite" : code,
                                "from",
                                say.text("from"),
                                "to",
                                say.text("to"))
                        : say.say(code + ".somewhere");
            case CARD_PLACED -> say.say(code);
            case CARD_DATED -> dated(code);
            case CARD_DONE, CARD_UNDONE, CARD_ARCHIVED, CARD_RESTORED, CARD_DELETED -> say.say(code);
            case CARD_LABELLED, CARD_UNLABELLED -> say.say(code, "label", say.label("label"));
            case CARD_PERSON_ADDED, CARD_PERSON_REMOVED -> say.self() ? own(code) : say.say(code, "name", say.person());
            case CARD_COVERED -> covered(code);
            case CARD_FIELD_SET ->
                say.has("value")
                        ? say.say(code, "field", say.text("field"), "value", say.text("value"))
                        : say.say(code + ".empty", "field", say.text("field"));
            case CARD_LEFT -> say.say(code, "project", say.project("to"));
            case CHECKLIST_ADDED, CHECKLIST_REMOVED -> say.say(code, "list", say.text("list"));
            case CHECKLIST_CHANGED -> say.say(code, "from", say.text("list_from"), "list", say.text("list"));
            case ITEM_ADDED, ITEM_DONE, ITEM_UNDONE, ITEM_REMOVED ->
                say.say(code, "list", say.text("list"), "item", say.text("item"));
            case ITEM_CHANGED ->
                say.has("item_from")
                        ? say.say(code, "from", say.text("item_from"), "item", say.text("item"))
                        : say.say(code + ".place", "item", say.text("item"));
            case FILE_ATTACHED -> say.say(say.has("url") ? code + ".link" : code, "file", say.name("file"));
            case FILE_REMOVED -> say.say(code, "file", say.name("file"));
            case COMMENT_ADDED -> say.say(code, "kind", event.text("kind"));
            case COMMENT_EDITED, COMMENT_DELETED -> say.say(code);
            case COMMENT_TURNED -> say.say(code, "kind", event.text("kind"), "from", event.text("kind_from"));
            case QUESTION_ANSWERED -> say.say(say.has("relayed") ? code + ".relayed" : code);
            case QUESTION_ASKED_BACK, QUESTION_CLARIFIED, QUESTION_REOPENED, QUESTION_OFF_TOPIC -> say.say(code);
            case QUESTION_REDIRECTED -> say.say(code, "whom", say.whom());
            case QUESTION_MERGED -> say.say(code, "into", event.text("into_n"));
            case QUESTION_BECAME_CARD -> say.say(code, "made", event.text("made"));
            case REMARK_FIXED ->
                say.has("fixed_in")
                        ? say.say(code + ".in", "remark", event.text("remark"), "where", say.text("fixed_in"))
                        : say.say(code, "remark", event.text("remark"));
            case REMARK_CONFIRMED, REMARK_DECLINED, REMARK_APPEALED -> say.say(code, "remark", event.text("remark"));
            case REMARK_RAISED -> say.say(code, "remark", event.text("remark"), "times", number("times"));
            case REMARK_SETTLED -> say.say(code, "remark", event.text("remark"), "verdict", event.text("to_be_done"));
            case DECISION_CHECKED ->
                say.say(
                        code,
                        "discipline",
                        say.known("discipline.", event.text("discipline")),
                        "verdict",
                        event.text("fine"));
            case DECISION_SETTLED -> say.say(code);
            case MATERIAL_ADDED, MATERIAL_ARCHIVED, MATERIAL_RESTORED ->
                say.say(code, "material", say.material(), "version", event.text("version"));
            case MATERIAL_RENAMED -> say.say(code, "material", say.material(), "from", say.name("from"));
            case VERSION_ADDED -> say.say(code, "material", say.material(), "version", event.text("version"));
            case PIN_SET ->
                say.say(code, "material", say.material(), "version", event.text("version"), "pin", event.text("pin"));
            case APPROVAL_ASKED -> say.say(code, "what", say.versions());
            case APPROVAL_DECIDED ->
                say.say(
                        event.text("way").equals("elsewhere") ? code + ".elsewhere" : code,
                        "verdict",
                        event.text("verdict"),
                        "settled",
                        event.text("settled").equals("false") ? "no" : "yes",
                        "name",
                        say.person(),
                        "material",
                        say.material(),
                        "version",
                        event.text("version"));
            case APPROVAL_WITHDRAWN -> say.say(code, "material", say.material(), "count", number("count"));
            case APPROVAL_SUPERSEDED ->
                say.say(
                        code,
                        "material",
                        say.material(),
                        "version",
                        event.text("version"),
                        "newest",
                        event.text("newest"));
            case APPROVAL_REMINDED, APPROVAL_OVERDUE, APPROVAL_SETTLED -> say.say(code, "material", say.material());
            case APPROVAL_EXTENDED -> say.say(code, "material", say.material(), "due", say.moment("due"));
            case LAUNCH_PLANNED, LAUNCH_STOPPED -> say.say(code);
            case LAUNCH_LAUNCHED ->
                say.say(say.has("despite") ? code + ".despite" : code, "again", say.has("run") ? "yes" : "no");
            case LAUNCH_JUDGED ->
                say.say(
                        code,
                        "verdict",
                        event.text("verdict"),
                        "again",
                        say.has("run") ? "yes" : "no",
                        "run",
                        event.text("run"));
            case TURN_PASSED -> say.say(code, "whom", say.whom());
            case FOREIGN -> foreign();
        };
    }

    private Number number(String field) {
        return event.data().get(field) instanceof Number number ? number : 0;
    }

    /** What stands for the event in the list of a run of its kind. */
    List<Phrase> item() {
        String field = switch (event.kind().subject()) {
            case "item" -> "item";
            case "file" -> "file";
            case "checklist" -> "list";
            default -> "name";
        };
        return switch (event.kind()) {
            case CARD_ADDED, CARD_ARCHIVED, CARD_RESTORED, CARD_DELETED -> List.of(say.card());
            case CARD_PERSON_ADDED, CARD_PERSON_REMOVED -> List.of(say.person());
            case CARD_LABELLED, CARD_UNLABELLED -> List.of(say.label("label"));
            case LABEL_ADDED, LABEL_REMOVED -> List.of(say.label("name"));
            default -> List.of(say.text(field));
        };
    }

    /** The sentence over a run of this kind. */
    List<Phrase> many(int count) {
        return say.say(event.kind().code() + ".many", "count", count, "list", say.text("list"));
    }

    private List<Phrase> own(String code, Object... values) {
        return say.say(code + ".self", values);
    }

    private List<Phrase> member(String code) {
        return say.say(code, "name", say.person(), "roles", say.roles());
    }

    private List<Phrase> changed(String code, String... fields) {
        List<Phrase> changes = say.changes(fields);
        return changes.isEmpty() ? say.say(code + ".somehow") : say.say(code, "changes", changes);
    }

    private List<Phrase> column() {
        String code = event.kind().code();
        List<Phrase> others = say.changes("kind", "colour", "limit");
        if (!say.has("name_from")) {
            return others.isEmpty()
                    ? say.say(code + ".somehow", "name", say.text("name"))
                    : say.say(code, "name", say.text("name"), "changes", others);
        }
        return others.isEmpty()
                ? say.say(code + ".renamed", "from", say.text("name_from"), "name", say.text("name"))
                : say.say(
                        code, "name", say.text("name_from"), "changes", say.changes("name", "kind", "colour", "limit"));
    }

    private List<Phrase> made(String code) {
        if (event.kind() == openkitchen.history.EventKind.CARD_CAME) {
            return say.say(code, "project", say.project("from"));
        }
        Object[] values = {"column", say.text("column"), "of", event.text("of")};
        return say.say(say.has("column") ? code : code + ".somewhere", values);
    }

    private List<Phrase> dated(String code) {
        if (say.has("due")) {
            return say.has("start")
                    ? say.say(code + ".both", "start", say.moment("start"), "due", say.moment("due"))
                    : say.say(code, "due", say.moment("due"));
        }
        return say.has("start") ? say.say(code + ".start", "start", say.moment("start")) : say.say(code + ".none");
    }

    private List<Phrase> covered(String code) {
        String cover = event.text("cover");
        return switch (cover) {
            case "" -> say.say(code + ".none");
            case "picture" -> say.say(code);
            default -> say.say(code + ".colour", "colour", say.known("colour.", cover));
        };
    }

    private List<Phrase> foreign() {
        Phrase text = new Phrase.Plain(say.foreign());
        return say.has("title") || event.card() != null
                ? say.say("foreign.card", "text", text)
                : say.say("foreign", "text", text);
    }
}
