package openkitchen.bridge.trello;

import static openkitchen.bridge.trello.Exports.board;
import static openkitchen.bridge.trello.Exports.bytes;
import static openkitchen.bridge.trello.Exports.card;
import static openkitchen.bridge.trello.Exports.json;
import static openkitchen.bridge.trello.Exports.list;
import static openkitchen.bridge.trello.Exports.object;
import static openkitchen.bridge.trello.Exports.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openkitchen.bridge.trello.TrelloFile.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrelloFileTest {

    @Test
    void aBoardIsTaken() {
        assertThat(read(bytes(board()))).isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void aBoardWrittenPrettyAndEndingInBlanksIsTaken() {
        assertThat(read(json(board()).replace(",", ",\r\n  ") + "\n \n")).isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void aByteOrderMarkIsTolerated() {
        assertThat(read("\uFEFF" + json(board()))).isInstanceOf(Reading.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\uFEFF", "\uFEFF \n"})
    void anEmptyFileIsRefused(String nothing) {
        assertThat(refusal(nothing)).isEqualTo(new TrelloRefusal.Empty());
    }

    @Test
    void anotherEncodingIsRefusedWithTheFirstByteThatDoesNotFit() {
        String text = json(object("name", "Café", "lists", list(), "cards", list()));
        byte[] windows = text.getBytes(Charset.forName("windows-1252"));
        assertThat(refusal(windows)).isEqualTo(new TrelloRefusal.NotUtf8(text.indexOf('é')));
    }

    @Test
    void theByteThatDoesNotFitIsCountedFromTheStartOfTheFileAlsoAfterAByteOrderMark() {
        byte[] marked = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '{', '"', (byte) 0xE9, '"'};
        assertThat(refusal(marked)).isEqualTo(new TrelloRefusal.NotUtf8(5));
    }

    @Test
    void theByteThatDoesNotFitIsFoundFarBehindTheFirstBlock() {
        byte[] board = bytes(board("desc", "я".repeat(50_000) + "ё"));
        int at = new String(board, StandardCharsets.ISO_8859_1)
                .indexOf(new String("ё".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        board[at + 1] = ' ';
        assertThat(refusal(board)).isEqualTo(new TrelloRefusal.NotUtf8(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0 AF", "E0 80 AF", "ED A0 80", "F4 90 80 80", "F5 80 80 80", "80", "FF"})
    void overlongFormsSurrogatesAndStrayBytesAreNotUtf8(String hex) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"name\":\"".getBytes(StandardCharsets.US_ASCII));
        Arrays.stream(hex.split(" ")).forEach(b -> bytes.write(Integer.parseInt(b, 16)));
        bytes.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));
        assertThat(refusal(bytes.toByteArray())).isEqualTo(new TrelloRefusal.NotUtf8(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void wideEncodingsAreNotUtf8(String charset) {
        assertThat(refusal(json(board()).getBytes(Charset.forName(charset)))).isInstanceOf(TrelloRefusal.NotUtf8.class);
    }

    @Test
    void aZipIsRefusedAsOne() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("board.json"));
            zip.write(bytes(board()));
        }
        assertThat(refusal(bytes.toByteArray())).isEqualTo(new TrelloRefusal.Zip());
    }

    @Test
    void aFaultInTheMiddleIsRefusedWithItsPlace() {
        assertThat(refusal("{\n  \"name\": nope,\n  \"lists\": []}"))
                .isInstanceOfSatisfying(
                        TrelloRefusal.NotJson.class,
                        where -> assertThat(where.line()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<!DOCTYPE html>", "Card ID,Card Name\n1,Two", "unauthorized permission requested", "\u0001"})
    void whatIsNotJsonIsRefused(String text) {
        assertThat(refusal(text + "\n")).isInstanceOf(TrelloRefusal.NotJson.class);
    }

    @Test
    void somethingAfterTheBoardIsRefused() {
        assertThat(refusal(json(board()) + json(board()))).isInstanceOf(TrelloRefusal.NotJson.class);
        assertThat(refusal(json(board()) + "]")).isInstanceOf(TrelloRefusal.NotJson.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"lists\":[],\"cards\":[]}]", "17", "\"board\"", "null", "true"})
    void anythingButAnObjectIsRefused(String json) {
        assertThat(refusal(json)).isEqualTo(new TrelloRefusal.NotAnObject());
    }

    @Test
    void aCardIsNoBoard() {
        assertThat(refusal(json(card(7, "name", "Тексты\nобъявлений", "shortUrl", "https://trello.com/c/cArD0007"))))
                .isEqualTo(new TrelloRefusal.CardNotBoard("Тексты объявлений"));
    }

    @Test
    void anObjectWithoutListsAndCardsIsNoBoard() {
        assertThat(refusal("{\"name\":\"package\",\"version\":\"1.0\"}")).isEqualTo(new TrelloRefusal.NotABoard());
        assertThat(refusal("{\"lists\":{},\"cards\":null}")).isEqualTo(new TrelloRefusal.NotABoard());
    }

    @Test
    void aBoardThatLostItsListsOrItsCardsIsRefusedRatherThanTakenInPart() {
        assertThat(refusal("{\"cards\":[]}")).isEqualTo(new TrelloRefusal.NoLists());
        assertThat(refusal("{\"lists\":[]}")).isEqualTo(new TrelloRefusal.NoCards());
    }

    @Test
    void aBoardWithNothingButTwoEmptyArraysIsTaken() {
        assertThat(read("{\"lists\":[],\"cards\":[]}"))
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        taken -> assertThat(taken.report().held().cards()).isZero());
    }

    @Test
    void endlessNestingIsRefused() {
        for (String open : new String[] {"[", "{\"prefs\":", "{\"unknown\":[", "{\"cards\":[{\"labels\":["}) {
            assertThat(refusal(open.repeat(100_000))).isEqualTo(new TrelloRefusal.TooDeep(100));
        }
    }

    @Test
    void aHugeFileIsRefusedWhenTheLimitIsPassedAndNotReadToItsEnd() throws IOException {
        Endless endless = new Endless("{\"lists\":[],\"cards\":[],\"unknown\":[\"", "lorem ipsum \",\"");
        assertThat(TrelloFile.read(endless)).isEqualTo(new Reading.Refused(new TrelloRefusal.TooLarge(64)));
        assertThat(endless.given).isLessThan(TrelloFile.LIMIT + 100_000);
    }

    @Test
    void aHugeTextIsRefusedToo() throws IOException {
        assertThat(TrelloFile.read(new Endless("{\"lists\":[],\"cards\":[],\"unknown\":\"", "lorem ipsum "), 1 << 20))
                .isEqualTo(new Reading.Refused(new TrelloRefusal.TooLarge(1)));
    }

    @Test
    void aFileOfAMillionTinyThingsIsRefused() throws IOException {
        for (String start : new String[] {"{\"lists\":[],\"cards\":[", "{\"lists\":[],\"cards\":[{\"labels\":["}) {
            assertThat(TrelloFile.read(new Endless(start, "{},")))
                    .isEqualTo(new Reading.Refused(new TrelloRefusal.TooMany(TrelloFile.THINGS)));
        }
    }

    @Test
    void aFileOfExactlyTheLimitIsTaken() throws IOException {
        byte[] board = bytes(board());
        assertThat(TrelloFile.read(new ByteArrayInputStream(board), board.length))
                .isInstanceOf(Reading.Accepted.class);
        assertThat(TrelloFile.read(new ByteArrayInputStream(board), board.length - 1))
                .isInstanceOf(Reading.Refused.class);
    }

    @Test
    void aStreamThatFailsIsNoRefusal() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("{\"lists\":".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the line went dead");
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        return read();
                    }
                });
        assertThatThrownBy(() -> TrelloFile.read(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("the line went dead");
    }

    @Test
    void nothingOfTheSecretMailAddressIsKept() {
        assertThat(read(bytes(board("cards", list(card(1))))).toString()).doesNotContain("boards.trello.com");
    }

    private static TrelloRefusal refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TrelloRefusal refusal(byte[] bytes) {
        return switch (read(bytes)) {
            case Reading.Refused refused -> refused.why();
            case Reading.Accepted accepted -> throw new AssertionError("taken: " + accepted.board());
        };
    }

    /** A beginning, and then the same again and again for a hundred megabytes. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private final byte[] again;
        private long given;

        @Override
        public int read(byte[] bytes, int offset, int length) {
            for (int i = 0; i < length; i++) {
                bytes[offset + i] = (byte) read();
            }
            return length;
        }

        Endless(String start, String again) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.again = again.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            long at = given++;
            return at < start.length ? start[(int) at] : again[(int) ((at - start.length) % again.length)];
        }
    }
}
