package openkitchen.bridge.trello;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Invented board exports, as Trello made them in each of its years. */
public final class Exports {

    public static final Instant START = Instant.parse("2021-03-01T09:00:00Z");
    public static final String BOARD = id(0, 0xB0);
    public static final String TODO = id(1, 1);
    public static final String DONE = id(2, 2);
    public static final String OLD = id(3, 3);
    public static final String DARYA = id(10, 0xD);
    public static final String PAVEL = id(11, 0xE);
    public static final String STRANGER = id(12, 0xF);

    private static final JsonMapper JSON = new JsonMapper();

    private Exports() {}

    /** An id as Trello makes it, of something made so many seconds after {@link #START}. */
    public static String id(long second, int number) {
        return "%08x%016x".formatted(START.getEpochSecond() + second, number);
    }

    public static String time(long second) {
        return START.plusSeconds(second).toString().replace("Z", ".250Z");
    }

    public static Map<String, Object> object(@Nullable Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    public static Map<String, Object> with(Map<String, Object> object, @Nullable Object... keysAndValues) {
        Map<String, Object> more = new LinkedHashMap<>(object);
        more.putAll(object(keysAndValues));
        return more;
    }

    public static List<Object> list(@Nullable Object... things) {
        return new ArrayList<>(Arrays.asList(things));
    }

    public static Map<String, Object> board(@Nullable Object... keysAndValues) {
        return with(
                object(
                        "id",
                        BOARD,
                        "name",
                        "Пекарня",
                        "desc",
                        "",
                        "closed",
                        false,
                        "shortLink",
                        "bOaRd001",
                        "url",
                        "https://trello.com/b/bOaRd001/пекарня",
                        "dateLastActivity",
                        time(9000),
                        "lists",
                        list(column(TODO, "К запуску", 1024), column(DONE, "Готово", 2048)),
                        "cards",
                        list(),
                        "labels",
                        list(),
                        "members",
                        list(member(DARYA, "darya", "Дарья Лебедева"), member(PAVEL, "pavel_k", "Pavel Kim")),
                        "actions",
                        list()),
                keysAndValues);
    }

    public static Map<String, Object> column(String id, String name, Object pos) {
        return object("id", id, "name", name, "closed", false, "idBoard", BOARD, "pos", pos, "softLimit", null);
    }

    public static Map<String, Object> member(String id, String username, String fullName) {
        return object(
                "id",
                id,
                "username",
                username,
                "fullName",
                fullName,
                "initials",
                "XY",
                "memberType",
                "normal",
                "confirmed",
                true);
    }

    /** A card of today without anything on it. */
    public static Map<String, Object> card(int number, @Nullable Object... keysAndValues) {
        return with(
                object(
                        "id",
                        id(100 + number, number),
                        "idShort",
                        number,
                        "shortLink",
                        shortLink(number),
                        "url",
                        "https://trello.com/c/" + shortLink(number) + "/" + number + "-card",
                        "name",
                        "Card " + number,
                        "desc",
                        "",
                        "closed",
                        false,
                        "idBoard",
                        BOARD,
                        "idList",
                        TODO,
                        "pos",
                        1024 * number,
                        "idMembers",
                        list(),
                        "idLabels",
                        list(),
                        "labels",
                        list(),
                        "due",
                        null,
                        "dueComplete",
                        false,
                        "email",
                        "darya+5f00aa11bb22@boards.trello.com",
                        "badges",
                        object("comments", 0, "votes", 0),
                        "attachments",
                        list()),
                keysAndValues);
    }

    public static String shortLink(int number) {
        return "cArD%04d".formatted(number);
    }

    public static Map<String, Object> action(int number, String type, String author, Map<String, Object> data) {
        return object(
                "id",
                id(1000 + number, 0xA000 + number),
                "type",
                type,
                "date",
                time(1000 + number),
                "idMemberCreator",
                author,
                "data",
                data,
                "limits",
                null);
    }

    public static Map<String, Object> ofCard(int number, @Nullable Object... keysAndValues) {
        return with(
                object("card", object("id", id(100 + number, number), "name", "Card " + number, "idShort", number)),
                keysAndValues);
    }

    public static String json(Object root) {
        return JSON.writeValueAsString(root);
    }

    public static byte[] bytes(Object root) {
        return json(root).getBytes(StandardCharsets.UTF_8);
    }

    public static TrelloFile.Reading read(byte[] bytes) {
        try {
            return TrelloFile.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TrelloFile.Reading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    public static TrelloFile.Reading.Accepted accepted(Map<String, Object> board) {
        return switch (read(bytes(board))) {
            case TrelloFile.Reading.Accepted accepted -> accepted;
            case TrelloFile.Reading.Refused refused -> throw new AssertionError("refused: " + refused.why());
        };
    }

    public static TrelloBoard reading(Map<String, Object> board) {
        return accepted(board).board();
    }

    /** The only card of a board that has nothing else. */
    public static TrelloCard theCard(@Nullable Object... keysAndValues) {
        return reading(board("cards", list(card(1, keysAndValues)))).cards().getFirst();
    }
}
