package openkitchen.bridge.trello;

import static java.time.Duration.ofSeconds;
import static openkitchen.bridge.trello.Exports.board;
import static openkitchen.bridge.trello.Exports.bytes;
import static openkitchen.bridge.trello.Exports.card;
import static openkitchen.bridge.trello.Exports.list;
import static openkitchen.bridge.trello.Exports.object;
import static openkitchen.bridge.trello.Exports.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import openkitchen.bridge.trello.TrelloFile.Reading;

/** Whatever happens to a file on its way, the answer is a board or a reason, and comes soon. */
class BrokenFilesTest {

    private static final byte[] FULL = bytes(Generations.today());

    @Example
    void cutAnywhereItIsSaidToBreakOff() {
        assertThat(read(FULL)).isInstanceOf(Reading.Accepted.class);
        for (int length = 1; length < FULL.length; length++) {
            assertThat(read(Arrays.copyOf(FULL, length)))
                    .as("cut after %d: …%s", length, tail(length))
                    .isEqualTo(new Reading.Refused(new TrelloRefusal.CutShort()));
        }
    }

    @Example
    void cutInsideALiteralNumberOrEscapeItIsSaidToBreakOff() {
        for (String cut : List.of(
                "{\"closed\":t",
                "{\"closed\":tru",
                "{\"desc\":nul",
                "{\"pos\":12",
                "{\"pos\":-",
                "{\"pos\":1.",
                "{\"pos\":1e",
                "{\"name\":\"\\",
                "{\"name\":\"\\u04",
                "{",
                "{\"na",
                "{\"name\"",
                "{\"name\":",
                "[1,")) {
            assertThat(read(cut)).as(cut).isEqualTo(new Reading.Refused(new TrelloRefusal.CutShort()));
        }
    }

    @Property(tries = 2000)
    void flippedBytesMakeABoardOrARefusalAndNothingElse(@ForAll("flips") List<Flip> flips) {
        byte[] broken = FULL.clone();
        flips.forEach(flip -> broken[flip.at] = flip.to);
        assertAnswered(broken);
    }

    @Property(tries = 1000)
    void textsPutInAnywhereMakeABoardOrARefusalAndNothingElse(@ForAll("pieces") Piece piece) {
        String full = new String(FULL, StandardCharsets.UTF_8);
        int at = Math.min(piece.at, full.length());
        int to = Math.min(at + piece.without, full.length());
        assertAnswered((full.substring(0, at) + piece.text + full.substring(to)).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void bytesOfNoMeaningAreRefused(@ForAll byte[] bytes) {
        assertThat(read(bytes)).isInstanceOf(Reading.Refused.class);
    }

    @Example
    void manyOfEachKindTakeNoTime() {
        List<Object> cards = new ArrayList<>();
        List<Object> fields = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            fields.add(Generations.field(i, "Field", "text", i));
            cards.add(card(
                    i,
                    "labels",
                    list(object("color", "red", "name", "Label " + i)),
                    "customFieldItems",
                    list(Generations.value(i, "value", object("text", "x")))));
        }
        var board = board("cards", cards, "customFields", fields);
        board.remove("labels");
        assertThat(assertTimeoutPreemptively(ofSeconds(60), () -> read(bytes(board))))
                .isInstanceOfSatisfying(Reading.Accepted.class, taken -> {
                    assertThat(taken.report().held().labels()).isEqualTo(20_000);
                    assertThat(taken.report().held().values()).isEqualTo(20_000);
                });
    }

    private static void assertAnswered(byte[] broken) {
        Reading reading = assertTimeoutPreemptively(ofSeconds(60), () -> read(broken));
        if (reading instanceof Reading.Accepted(TrelloBoard board, TrelloReport report)) {
            assertThat(report.held().cards()).isEqualTo(board.cards().size());
            assertThat(board.cards())
                    .allSatisfy(card ->
                            assertThat(board.lists()).anyMatch(list -> list.id().equals(card.listId())));
            assertThat(board.toString()).doesNotContain("\0");
        }
    }

    record Flip(int at, byte to) {}

    record Piece(int at, int without, String text) {}

    @Provide
    Arbitrary<List<Flip>> flips() {
        Arbitrary<Byte> to = Arbitraries.oneOf(
                Arbitraries.bytes(),
                Arbitraries.of("{}[]\",:\\019-eE.tfn \0"
                        .chars()
                        .mapToObj(c -> (byte) c)
                        .toList()));
        return Combinators.combine(Arbitraries.integers().between(0, FULL.length - 1), to)
                .as(Flip::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Piece> pieces() {
        Arbitrary<String> text = Arbitraries.of(
                "null",
                "[]",
                "{}",
                "\"\"",
                "1e999999999",
                "-1",
                "true",
                "[[[[]]]]",
                "{\"id\":null}",
                "\"\\u0000\"",
                "\"\\ud83d\"",
                ",",
                "999999999999999999999999",
                "\"\u200C\"",
                "\"a\\nb\"",
                "{\"_id\":7}");
        return Combinators.combine(
                        Arbitraries.integers().between(0, FULL.length),
                        Arbitraries.integers().between(0, 12),
                        text)
                .as(Piece::new);
    }

    private static String tail(int length) {
        return new String(FULL, Math.max(0, length - 30), Math.min(30, length), StandardCharsets.UTF_8);
    }
}
