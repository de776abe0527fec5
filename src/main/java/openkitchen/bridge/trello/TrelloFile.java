package openkitchen.bridge.trello;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import openkitchen.bridge.trello.CheckedBytes.Stop;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** The JSON export of a Trello board, of any year since 2012. */
public final class TrelloFile {

    /** The most bytes that are taken. */
    public static final long LIMIT = 64L << 20;

    private static final int DEPTH = 100;
    /** Cards, labels on cards, items, actions … Real exports have hundreds of bytes for each: more is a trick to fill the memory. */
    static final int THINGS = 400_000;

    private static final long TOKENS = 10_000_000;

    private static final int LONGEST_NAME_IN_A_REFUSAL = 80;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxTokenCount(TOKENS)
                    .maxStringLength((int) LIMIT)
                    .build())
            .build();

    /** What came of reading a file. */
    public sealed interface Reading {

        record Accepted(TrelloBoard board, TrelloReport report) implements Reading {}

        record Refused(TrelloRefusal why) implements Reading {}
    }

    private final Notes notes;
    private int things;

    private TrelloFile(Notes notes) {
        this.notes = notes;
    }

    /**
     * Reads a board, or says why not. The stream is read once and not closed.
     *
     * @throws IOException when the stream itself fails; nothing in its content makes this throw
     */
    public static Reading read(InputStream in) throws IOException {
        return read(in, LIMIT);
    }

    static Reading read(InputStream in, long limit) throws IOException {
        try {
            Notes notes = new Notes();
            Node board = new TrelloFile(notes).parse(new CheckedBytes(in, limit));
            TrelloRefusal refusal = unlessBoard(board);
            if (refusal != null) {
                return new Reading.Refused(refusal);
            }
            TrelloBoard read = new BoardReading(board, notes).board();
            return new Reading.Accepted(read, TrelloReport.of(read, notes));
        } catch (Stop stop) {
            return new Reading.Refused(stop.why);
        }
    }

    private Node parse(CheckedBytes bytes) throws IOException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            try {
                return parse(parser);
            } catch (JacksonIOException e) {
                throw e.getCause();
            } catch (JacksonException e) {
                throw new Stop(refusal(e, parser, bytes));
            }
        }
    }

    private Node parse(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Stop(new TrelloRefusal.Empty());
        }
        boolean object = first == JsonToken.START_OBJECT;
        Object root = object ? value(parser, Shape.BOARD) : parser.skipChildren();
        parser.nextToken(); // whatever follows makes the parser complain, or comes back as one more token
        if (parser.currentToken() != null) {
            throw new Stop(refusedHere(parser));
        }
        if (!object || !(root instanceof Node board)) {
            throw new Stop(new TrelloRefusal.NotAnObject());
        }
        return board;
    }

    /** A plain value as text, an object or a list of what its shape asks for; null for null and what is passed over. */
    private @Nullable Object value(JsonParser parser, Shape shape) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                if (shape.plain()) {
                    parser.skipChildren();
                    yield null;
                }
                yield object(parser, shape);
            }
            case START_ARRAY -> list(parser, shape);
            case VALUE_NULL -> null;
            default -> clean(parser.getString());
        };
    }

    private Node object(JsonParser parser, Shape shape) {
        if (++things > THINGS) {
            throw new Stop(new TrelloRefusal.TooMany(THINGS));
        }
        Node node = new Node();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            Shape inner = shape.at(key);
            Object value = inner == null ? null : value(parser, inner);
            if (inner == null) {
                parser.skipChildren();
            } else if (value != null || shape.open()) {
                node.put(clean(key), value == null ? Node.NULL : value);
            }
        }
        return node;
    }

    private List<Object> list(JsonParser parser, Shape shape) {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(parser, shape);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private String clean(String text) {
        String clean = TrelloText.storable(text);
        if (!clean.equals(text)) {
            notes.textsCleaned++;
        }
        return clean;
    }

    private static TrelloRefusal refusal(JacksonException e, JsonParser parser, CheckedBytes bytes) {
        if (e instanceof StreamConstraintsException) {
            if (parser.streamReadContext().getNestingDepth() >= DEPTH) {
                return new TrelloRefusal.TooDeep(DEPTH);
            }
            if (parser.currentTokenCount() >= TOKENS) {
                return new TrelloRefusal.TooLarge(LIMIT >> 20);
            }
            return refusedHere(parser);
        }
        if (e instanceof UnexpectedEndOfInputException
                || bytes.cutAt(parser.currentLocation().getByteOffset())) {
            return new TrelloRefusal.CutShort();
        }
        return refusedHere(parser);
    }

    private static TrelloRefusal refusedHere(JsonParser parser) {
        var here = parser.currentLocation();
        return new TrelloRefusal.NotJson(Math.max(1, here.getLineNr()), Math.max(1, here.getColumnNr()));
    }

    /**
     * Both arrays are asked for, though an empty one will do: a file that lost one of them would otherwise be taken
     * without a word about what is missing.
     */
    private static @Nullable TrelloRefusal unlessBoard(Node board) {
        boolean lists = board.hasArray("lists");
        boolean cards = board.hasArray("cards");
        if (lists && cards) {
            return null;
        }
        if (!lists && !cards) {
            if (board.has("idList") || board.text("shortUrl").contains("/c/")) {
                String name = TrelloText.line(board.text("name"));
                return new TrelloRefusal.CardNotBoard(TrelloText.upTo(LONGEST_NAME_IN_A_REFUSAL, name));
            }
            return new TrelloRefusal.NotABoard();
        }
        return lists ? new TrelloRefusal.NoCards() : new TrelloRefusal.NoLists();
    }
}
