package openkitchen.bridge.trello;

import java.util.Map;

/** Why a file is not taken. Each reason has its wording in both languages under {@link #messageKey()}. */
public sealed interface TrelloRefusal {

    record Empty() implements TrelloRefusal {}

    record TooLarge(long megabytes) implements TrelloRefusal {}

    /** Of a proper size, but made of so many things that it is no board that people worked on. */
    record TooMany(int limit) implements TrelloRefusal {}

    record Zip() implements TrelloRefusal {}

    /**
     * Another encoding, most likely an old Windows one.
     *
     * @param offset the first byte that cannot be UTF-8, counted from 0
     */
    record NotUtf8(long offset) implements TrelloRefusal {}

    /**
     * No JSON, or broken in the middle.
     *
     * @param column in bytes; both are counted from 1
     */
    record NotJson(int line, int column) implements TrelloRefusal {}

    record CutShort() implements TrelloRefusal {}

    record TooDeep(int limit) implements TrelloRefusal {}

    /** JSON, but a list or a single value. */
    record NotAnObject() implements TrelloRefusal {}

    record CardNotBoard(String name) implements TrelloRefusal {}

    record NotABoard() implements TrelloRefusal {}

    record NoLists() implements TrelloRefusal {}

    record NoCards() implements TrelloRefusal {}

    default String messageKey() {
        return "trello.refusal."
                + switch (this) {
                    case Empty _ -> "empty";
                    case TooLarge _ -> "too-large";
                    case TooMany _ -> "too-many";
                    case Zip _ -> "zip";
                    case NotUtf8 _ -> "not-utf8";
                    case NotJson _ -> "not-json";
                    case CutShort _ -> "cut-short";
                    case TooDeep _ -> "too-deep";
                    case NotAnObject _ -> "not-an-object";
                    case CardNotBoard _ -> "card-not-board";
                    case NotABoard _ -> "not-a-board";
                    case NoLists _ -> "no-lists";
                    case NoCards _ -> "no-cards";
                };
    }

    /** The named arguments of the wording. */
    default Map<String, Object> arguments() {
        return switch (this) {
            case TooLarge(long megabytes) -> Map.of("megabytes", megabytes);
            case TooMany(int limit) -> Map.of("limit", limit);
            case NotUtf8(long offset) -> Map.of("offset", offset);
            case NotJson(int line, int column) -> Map.of("line", line, "column", column);
            case TooDeep(int limit) -> Map.of("limit", limit);
            case CardNotBoard(String name) -> Map.of("name", name);
            case Empty _, Zip _, CutShort _, NotAnObject _, NotABoard _, NoLists _, NoCards _ -> Map.of();
        };
    }
}
