package openkitchen.bridge.trello;

import static openkitchen.bridge.trello.Exports.BOARD;
import static openkitchen.bridge.trello.Exports.DARYA;
import static openkitchen.bridge.trello.Exports.DONE;
import static openkitchen.bridge.trello.Exports.OLD;
import static openkitchen.bridge.trello.Exports.PAVEL;
import static openkitchen.bridge.trello.Exports.STRANGER;
import static openkitchen.bridge.trello.Exports.TODO;
import static openkitchen.bridge.trello.Exports.action;
import static openkitchen.bridge.trello.Exports.board;
import static openkitchen.bridge.trello.Exports.card;
import static openkitchen.bridge.trello.Exports.column;
import static openkitchen.bridge.trello.Exports.id;
import static openkitchen.bridge.trello.Exports.list;
import static openkitchen.bridge.trello.Exports.member;
import static openkitchen.bridge.trello.Exports.object;
import static openkitchen.bridge.trello.Exports.ofCard;
import static openkitchen.bridge.trello.Exports.time;
import static openkitchen.bridge.trello.Exports.with;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One invented board of each generation of the export. */
public final class Generations {

    private Generations() {}

    public static List<Map<String, Object>> all() {
        return List.of(of2012(), of2013(), ofEarly2015(), of2018(), of2022());
    }

    /** G1: no positions, no short links, no creators told, {@code _id} here and there, {@code old} not always there. */
    static Map<String, Object> of2012() {
        return object(
                "id",
                BOARD,
                "name",
                "Shop",
                "desc",
                "",
                "closed",
                false,
                "url",
                "https://trello.com/board/shop/" + BOARD,
                "lists",
                list(
                        object("id", TODO, "name", "Do", "closed", false, "idBoard", BOARD),
                        object("id", DONE, "name", "Done", "closed", false, "idBoard", BOARD)),
                "cards",
                list(cardOf2012(9, DONE), cardOf2012(3, TODO), cardOf2012(1, TODO)),
                "members",
                list(object("id", DARYA, "username", "darya", "fullName", "Darya L")),
                "checklists",
                list(object(
                        "id",
                        id(50, 0xC1),
                        "name",
                        "Steps",
                        "checkItems",
                        list(object("id", id(51, 0xC2), "name", "One")))),
                "actions",
                list(
                        action(4, "commentCard", DARYA, object("card", object("_id", id(103, 3)), "text", "Hello")),
                        action(
                                3,
                                "updateCard",
                                PAVEL,
                                object(
                                        "card", object("_id", id(103, 3), "name", "Three"),
                                        "listBefore", object("_id", DONE, "name", "Done"),
                                        "listAfter", object("_id", TODO, "name", "Do"))),
                        action(
                                2,
                                "addChecklistToCard",
                                DARYA,
                                object(
                                        "card", object("id", id(103, 3)),
                                        "checklist", object("id", id(50, 0xC1), "name", "Steps"))),
                        action(1, "createCard", DARYA, object("card", object("id", id(103, 3), "name", "Three")))));
    }

    private static Map<String, Object> cardOf2012(int number, String list) {
        return object(
                "id",
                id(100 + number, number),
                "name",
                "No. " + number,
                "desc",
                "See https://trello.com/card/shop/" + BOARD + "/3",
                "closed",
                false,
                "idList",
                list,
                "idBoard",
                BOARD,
                "idMembers",
                list(DARYA),
                "url",
                "https://trello.com/card/no-" + number + "/" + BOARD + "/" + number);
    }

    /** G2: labels are colours with a name of the board's. */
    static Map<String, Object> of2013() {
        Map<String, Object> board = board(
                "labelNames",
                        object("red", "Urgent", "green", "", "blue", "Idea", "orange", "", "yellow", "", "purple", ""),
                "cards",
                        list(
                                card(
                                        1,
                                        "labels",
                                        list(object("color", "red", "name", "Urgent"), object("color", "green"))),
                                card(2, "labels", list(object("color", "red", "name", "Urgent")))));
        board.remove("labels");
        board.remove("shortLink");
        return board;
    }

    /** G3 in early 2015: the cards' labels have ids already, the board has no list of them yet. */
    static Map<String, Object> ofEarly2015() {
        Map<String, Object> board = board(
                "labelNames", object("red", "Urgent", "pink", ""),
                "cards",
                        list(
                                card(
                                        1,
                                        "labels",
                                        list(
                                                object("id", id(20, 1), "color", "red", "name", "Urgent"),
                                                object("id", id(20, 2), "color", null, "name", "Plain")),
                                        "idLabels",
                                        list(id(20, 1), id(20, 2))),
                                card(2, "labels", list(object("id", id(20, 1), "color", "red", "name", "Urgent")))));
        board.remove("labels");
        return board;
    }

    /** G4: custom fields; a card's values come without some of them set. */
    static Map<String, Object> of2018() {
        return board(
                "customFields",
                list(
                        field(2, "Бюджет", "number", 2048),
                        field(1, "Регион", "text", 1024),
                        field(3, "Запуск", "date", 3072),
                        field(4, "Оплачено", "checkbox", 4096),
                        with(
                                field(5, "Канал", "list", 5120),
                                "options",
                                list(
                                        object(
                                                "id",
                                                id(35, 2),
                                                "value",
                                                object("text", "Директ"),
                                                "color",
                                                "none",
                                                "pos",
                                                2),
                                        object(
                                                "id",
                                                id(35, 1),
                                                "value",
                                                object("text", "VK"),
                                                "color",
                                                "blue",
                                                "pos",
                                                1)))),
                "cards",
                list(card(
                        1,
                        "dueComplete",
                        true,
                        "customFieldItems",
                        list(
                                value(5, "idValue", id(35, 2)),
                                value(4, "value", object("checked", "true")),
                                value(3, "value", object("date", "2021-01-07T10:00:00.000Z")),
                                value(2, "value", object("number", "100.32")),
                                with(value(1, "value", object("text", "Тула")), "idValue", null)))));
    }

    static Map<String, Object> field(int number, String name, String type, int pos) {
        return object(
                "id",
                id(30, number),
                "name",
                name,
                "type",
                type,
                "pos",
                pos,
                "display",
                object("cardFront", number == 1),
                "modelType",
                "board");
    }

    static Map<String, Object> value(int field, String key, @Nullable Object value) {
        return object("id", id(40, field), "idCustomField", id(30, field), "modelType", "card", key, value);
    }

    /** G5: covers, start dates, places, shades of colours, attachments with stored names. */
    static Map<String, Object> of2022() {
        return board(
                "labels",
                        list(
                                object("id", id(20, 1), "name", "SEO", "color", "green_dark"),
                                object("id", id(20, 2), "name", "", "color", "sky_light"),
                                object("id", id(20, 3), "name", "SEO", "color", null)),
                "cards",
                        list(card(
                                1,
                                "idLabels",
                                list(id(20, 1), id(20, 2)),
                                "start",
                                "2022-05-01T07:00:00.000Z",
                                "due",
                                "2022-05-03T12:30:00.000Z",
                                "dueReminder",
                                1440,
                                "cover",
                                object("idAttachment", null, "color", "pink", "size", "full", "brightness", "dark"),
                                "address",
                                "пр. Ленина, 1",
                                "locationName",
                                "Офис",
                                "coordinates",
                                object("latitude", 54.193122, "longitude", 37.617348),
                                "cardRole",
                                "separator",
                                "isTemplate",
                                true)));
    }

    /** G6: everything of today, of which a file that is cut or damaged has the most to lose. */
    static Map<String, Object> today() {
        double far = Math.pow(2, 47);
        return board(
                "nodeId", "ari:cloud:trello::board/workspace/1/2",
                "prefs", object("background", "gradient-ocean", "backgroundColor", "#0B50AF", "backgroundImage", null),
                "memberships",
                        list(
                                object("idMember", DARYA, "memberType", "admin", "deactivated", false),
                                object("idMember", PAVEL, "memberType", "observer", "deactivated", true)),
                "members",
                        list(
                                member(DARYA, "darya", "Дарья Лебедева"),
                                with(member(PAVEL, "pavel_k", "Pavel Kim"), "memberType", "ghost")),
                "lists",
                        list(
                                column(TODO, "К запуску 🚀", far),
                                with(column(OLD, "Старое", far + 8192), "closed", true),
                                with(column(DONE, "Готово", far + 16384), "softLimit", 5, "color", "lime")),
                "labels", list(object("id", id(20, 1), "name", "SEO", "color", "red_light", "uses", 1)),
                "cards",
                        list(
                                card(
                                        1,
                                        "pos",
                                        far + 0.5,
                                        "desc",
                                        "Смотри [https://trello.com/c/cArD0002](https://trello.com/c/cArD0002 \"smartCard-inline\")",
                                        "idMembers",
                                        list(DARYA, STRANGER),
                                        "idLabels",
                                        list(id(20, 1)),
                                        "dueComplete",
                                        true,
                                        "dateCompleted",
                                        time(5000),
                                        "idMemberCreator",
                                        STRANGER,
                                        "mirrorSourceId",
                                        null,
                                        "badges",
                                        object("comments", 3, "votes", 0),
                                        "attachments",
                                        list(upload(1), upload(2))),
                                card(2, "pos", far, "idList", OLD),
                                card(3, "pos", far, "idList", DONE, "closed", true, "dateClosed", time(6000))),
                "checklists",
                        list(object(
                                "id", id(60, 1),
                                "name", "Проверка",
                                "idCard", id(101, 1),
                                "pos", far,
                                "checkItems",
                                        list(object(
                                                "id",
                                                id(61, 1),
                                                "name",
                                                "Ссылки",
                                                "state",
                                                "complete",
                                                "pos",
                                                far,
                                                "due",
                                                time(7000),
                                                "idMember",
                                                PAVEL)))),
                "customFields", list(),
                "actions",
                        list(
                                action(
                                        2,
                                        "commentCard",
                                        DARYA,
                                        ofCard(1, "text", "Готово?", "dateLastEdited", time(2000))),
                                action(
                                        1,
                                        "createCard",
                                        DARYA,
                                        ofCard(1, "list", object("id", TODO, "name", "К запуску")))));
    }

    static Map<String, Object> upload(int number) {
        String id = id(70, number);
        return object(
                "id",
                id,
                "name",
                "Снимок " + number + ".png",
                "fileName",
                "%D0%A1%D0%BD%D0%B8%D0%BC%D0%BE%D0%BA_" + number + ".png",
                "url",
                "https://trello.com/1/cards/" + id(101, 1) + "/attachments/" + id + "/download/x.png",
                "bytes",
                1000 * number,
                "mimeType",
                "image/png",
                "date",
                time(70 + number),
                "idMember",
                DARYA,
                "isUpload",
                true,
                "previews",
                list(object("url", "https://trello.com/x", "width", 70)));
    }
}
