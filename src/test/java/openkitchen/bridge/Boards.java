package openkitchen.bridge;

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
import static openkitchen.bridge.trello.Exports.object;
import static openkitchen.bridge.trello.Exports.ofCard;
import static openkitchen.bridge.trello.Exports.time;
import static openkitchen.bridge.trello.Exports.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Invented boards with something of everything; each has an id of its own. */
final class Boards {

    static final String PICTURE = id(300, 0xAA);
    static final String DOCUMENT = id(301, 0xAB);
    static final String BUDGET = id(400, 0xF1);
    static final String CHANNEL = id(401, 0xF2);
    static final String SEARCH = id(402, 0xF3);

    private static final AtomicInteger MADE = new AtomicInteger(0x1000);

    private Boards() {}

    static String freshId() {
        return id(1, MADE.incrementAndGet());
    }

    /** Three columns (one archived with an open card), five cards, two of one number. */
    static Map<String, Object> whole(String boardId) {
        return with(
                board(),
                "id",
                boardId,
                "desc",
                "Пекарня на углу, печём с 1998 года",
                "lists",
                list(
                        with(column(TODO, "К запуску", 1024), "softLimit", 4),
                        column(DONE, "Готово", 2048),
                        with(column(OLD, "Old ideas", 512), "closed", true)),
                "labels",
                list(
                        object("id", id(20, 1), "name", "Срочно", "color", "red_dark"),
                        object("id", id(20, 2), "name", "", "color", "sky_light"),
                        object("id", id(20, 3), "name", "Без цвета", "color", null)),
                "customFields",
                list(
                        object("id", BUDGET, "name", "Бюджет", "type", "number", "pos", 1),
                        object(
                                "id",
                                CHANNEL,
                                "name",
                                "Канал",
                                "type",
                                "list",
                                "pos",
                                2,
                                "options",
                                list(object("id", SEARCH, "value", object("text", "Поиск"), "pos", 1)))),
                "checklists",
                list(object(
                        "id",
                        id(50, 0xC1),
                        "idCard",
                        id(101, 1),
                        "name",
                        "Перед запуском",
                        "pos",
                        1,
                        "checkItems",
                        list(
                                object(
                                        "id",
                                        id(51, 0xC2),
                                        "name",
                                        "Счётчик",
                                        "state",
                                        "complete",
                                        "pos",
                                        2,
                                        "idMember",
                                        PAVEL),
                                object(
                                        "id",
                                        id(52, 0xC3),
                                        "name",
                                        "https://trello.com/c/cArD0002",
                                        "state",
                                        "incomplete",
                                        "pos",
                                        1,
                                        "due",
                                        "2021-04-01T09:00:00.000Z")))),
                "cards",
                list(launch(), done(), old(), gone(), twin()),
                "actions",
                actions());
    }

    private static Map<String, Object> launch() {
        return card(
                1,
                "name",
                "Запуск рекламы",
                "desc",
                "Смотри https://trello.com/c/cArD0002/2-card, @darya.\n\n![скрин](https://trello.com/1/cards/"
                        + id(101, 1) + "/attachments/" + PICTURE + "/download/screen.png)",
                "idLabels",
                list(id(20, 1), id(20, 3)),
                "idMembers",
                list(DARYA, PAVEL),
                "start",
                "2021-03-10T06:00:00.000Z",
                "due",
                "2021-03-20T15:00:00.000Z",
                "dueReminder",
                1440,
                "cover",
                object("idAttachment", PICTURE, "color", null, "size", "normal"),
                "badges",
                object("comments", 5, "votes", 2),
                "idMembersVoted",
                list(DARYA, PAVEL),
                "customFieldItems",
                list(
                        object("id", id(410, 1), "idCustomField", BUDGET, "value", object("number", "100.32")),
                        object("id", id(410, 2), "idCustomField", CHANNEL, "idValue", SEARCH)),
                "attachments",
                list(
                        object(
                                "id",
                                PICTURE,
                                "name",
                                "Скриншот",
                                "fileName",
                                "screen.png",
                                "bytes",
                                11,
                                "isUpload",
                                true,
                                "url",
                                "https://trello.com/1/cards/" + id(101, 1) + "/attachments/" + PICTURE
                                        + "/download/screen.png",
                                "date",
                                time(310),
                                "idMember",
                                DARYA),
                        object(
                                "id",
                                DOCUMENT,
                                "name",
                                "Бриф.pdf",
                                "fileName",
                                "%D0%B1.pdf",
                                "bytes",
                                5,
                                "isUpload",
                                true,
                                "url",
                                "https://trello-attachments.s3.amazonaws.com/x/y/b.pdf",
                                "date",
                                time(311)),
                        object(
                                "id",
                                id(302, 0xAC),
                                "name",
                                "Сайт",
                                "url",
                                "https://example.com/",
                                "isUpload",
                                false,
                                "date",
                                time(312)),
                        object(
                                "id",
                                id(303, 0xAD),
                                "name",
                                "Обман",
                                "url",
                                "javascript:alert(1)",
                                "isUpload",
                                false,
                                "date",
                                time(313)),
                        object(
                                "id",
                                id(304, 0xAE),
                                "name",
                                "https://trello.com/c/cArD0002",
                                "url",
                                "https://trello.com/c/cArD0002",
                                "isUpload",
                                false,
                                "date",
                                time(314))));
    }

    private static Map<String, Object> done() {
        return card(
                2,
                "name",
                "Тексты объявлений",
                "idList",
                DONE,
                "dueComplete",
                true,
                "cover",
                object("color", "lime", "size", "full"));
    }

    /** Open, in an archived list. */
    private static Map<String, Object> old() {
        return card(3, "name", "Забытая идея", "idList", OLD, "idMemberCreator", DARYA);
    }

    private static Map<String, Object> gone() {
        return card(4, "name", "В архиве", "closed", true, "dateClosed", time(5000), "isTemplate", true);
    }

    /** Has the number of another card, as on copied boards. */
    private static Map<String, Object> twin() {
        return with(card(5, "name", "Двойник"), "idShort", 1);
    }

    /** Newest first, as in an export. */
    private static List<Object> actions() {
        return list(
                with(
                        action(
                                9,
                                "copyCommentCard",
                                DARYA,
                                ofCard(1, "text", "Скопировано", "idOriginalCommenter", STRANGER)),
                        "memberCreator",
                        object("id", DARYA, "username", "darya", "fullName", "Дарья Лебедева")),
                action(8, "commentCard", PAVEL, ofCard(1, "text", "Готово, @darya", "dateLastEdited", time(1100))),
                action(
                        7,
                        "updateBoard",
                        DARYA,
                        object("board", object("name", "Пекарня"), "old", object("name", "Хлеб"))),
                action(6, "deleteCard", DARYA, object("card", object("id", id(199, 99), "idShort", 99))),
                action(
                        5,
                        "updateCheckItemStateOnCard",
                        PAVEL,
                        ofCard(1, "checkItem", object("id", id(51, 0xC2), "name", "Счётчик", "state", "complete"))),
                action(
                        4,
                        "updateCard",
                        PAVEL,
                        ofCard(
                                2,
                                "old",
                                object("idList", TODO),
                                "listBefore",
                                object("id", TODO, "name", "К запуску"),
                                "listAfter",
                                object("id", DONE, "name", "Готово"))),
                with(
                        action(3, "addMemberToCard", STRANGER, ofCard(1, "idMember", PAVEL)),
                        "memberCreator",
                        object("id", STRANGER, "username", "gone", "fullName", "Бывший Сотрудник"),
                        "member",
                        object("id", PAVEL, "username", "pavel_k", "fullName", "Pavel Kim")),
                action(1, "createCard", DARYA, ofCard(1, "list", object("id", TODO, "name", "К запуску"))));
    }

    /** A card and a comment more than before. */
    static Map<String, Object> later(String boardId) {
        Map<String, Object> board = whole(boardId);
        List<Object> cards = new ArrayList<>((List<?>) board.get("cards"));
        cards.add(card(6, "name", "Новая", "desc", "Как в https://trello.com/c/cArD0001"));
        List<Object> actions = new ArrayList<>((List<?>) board.get("actions"));
        actions.addFirst(action(20, "commentCard", PAVEL, ofCard(2, "text", "Ещё слово")));
        return with(board, "cards", cards, "actions", actions);
    }

    static Map<String, Object> large(String boardId, int count) {
        List<Object> cards = new ArrayList<>();
        List<Object> actions = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            cards.add(card(
                    i, "desc", "Описание карточки номер " + i + ". ".repeat(20), "idList", i % 3 == 0 ? DONE : TODO));
        }
        for (int i = 1000; i >= 1; i--) {
            actions.add(action(i, "commentCard", DARYA, ofCard(i, "text", "Комментарий " + i)));
        }
        return with(board(), "id", boardId, "cards", cards, "actions", actions);
    }
}
