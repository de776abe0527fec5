package openkitchen.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import openkitchen.board.Attachments;
import openkitchen.board.Card;
import openkitchen.board.Cards;
import openkitchen.board.Faces;
import openkitchen.bridge.trello.Exports;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

/** Fetches from a server that answers as Trello does. */
@KitchenTest
@Import(Kitchen.class)
class TrelloUploadsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "ATTA" + KEY;
    private static final String AUTHORIZATION =
            "OAuth oauth_consumer_key=\"" + KEY + "\", oauth_token=\"" + TOKEN + "\"";

    @TempDir
    Path folder;

    @Autowired
    TrelloImport imports;

    @Autowired
    ImportRows rows;

    @Autowired
    Attachments attachments;

    @Autowired
    openkitchen.store.Files store;

    @Autowired
    Projects projects;

    @Autowired
    Cards cards;

    @Autowired
    Faces faces;

    @Autowired
    Kitchen kitchen;

    private final Map<String, String> authorizations = new ConcurrentHashMap<>();
    private HttpServer trello;
    private URI host;
    private Seat seat;

    @BeforeEach
    void serve() throws IOException {
        trello = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        trello.start();
        host = URI.create("http://localhost:" + trello.getAddress().getPort());
        Viewer account = kitchen.account();
        seat = imports.bring(
                        account,
                        new ByteArrayInputStream(Exports.bytes(Boards.whole(Boards.freshId()))),
                        ImportChoices.AS_GUESSED,
                        step -> {})
                .seat();
    }

    @AfterEach
    void stop() {
        trello.stop(0);
    }

    private void at(String path, int status, byte[] body, String... headers) {
        trello.createContext(path, exchange -> answer(exchange, status, body, headers));
    }

    private void answer(HttpExchange exchange, int status, byte[] body, String... headers) throws IOException {
        authorizations.put(
                exchange.getRequestURI().getPath(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private TrelloUploads uploads() {
        return new TrelloUploads(rows, attachments, store, projects, host, folder.toString(), DataSize.ofMegabytes(1));
    }

    private TrelloUploads.Fetching fetched() {
        TrelloUploads uploads = uploads();
        uploads.fetch(seat, KEY, TOKEN);
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos(); System.nanoTime() < end; ) {
            TrelloUploads.Fetching state = uploads.state(seat).orElseThrow();
            if (state.ended()) {
                return state;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("did not end");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private List<Card.Attachment> onCard() {
        return cards.number(seat, 1).attachments();
    }

    @Test
    void aFileComesByARedirectThatIsFollowedWithoutTheKey() {
        at("/1/cards/", 302, new byte[0], "Location", host + "/signed/file");
        at("/signed/file", 200, bytes("hello"));
        TrelloUploads.Fetching state = fetched();
        assertThat(state.done()).isEqualTo(1);
        assertThat(state.missed()).extracting(TrelloUploads.Missed::why).containsExactly("length");
        assertThat(authorizations.get("/signed/file")).isEqualTo("null");
        assertThat(authorizations.entrySet().stream().filter(one -> one.getKey().startsWith("/1/cards/")))
                .allMatch(one -> one.getValue().equals(AUTHORIZATION))
                .isNotEmpty();
        Card.Attachment brief = onCard().get(1);
        assertThat(brief.file()).isNotNull();
        assertThat(brief.note()).isEmpty();
        assertThat(onCard().getFirst().file()).isNull();
    }

    @Test
    void thePictureThatCoveredTheCardCoversItHere() throws IOException {
        byte[] picture = picture();
        String export =
                Exports.json(Boards.whole(Boards.freshId())).replace("\"bytes\":11", "\"bytes\":" + picture.length);
        seat = imports.bring(
                        kitchen.account(),
                        new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)),
                        ImportChoices.AS_GUESSED,
                        step -> {})
                .seat();
        at("/1/cards/", 200, picture);
        fetched();
        assertThat(faces.number(seat, 1).cover()).isEqualTo(onCard().getFirst().file());
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void trellosWordsInPlaceOfAFileAreNoFile() {
        at("/1/cards/", 200, bytes("unauthorized permission requested"));
        TrelloUploads.Fetching state = fetched();
        assertThat(state.done()).isZero();
        assertThat(state.missed()).extracting(TrelloUploads.Missed::why).containsExactly("unauthorized");
        assertThat(onCard().getFirst().file()).isNull();
    }

    @Test
    void aWrongKeyEndsItAtOnce() {
        at("/1/cards/", 401, bytes("invalid key"));
        assertThat(fetched().missed()).extracting(TrelloUploads.Missed::why).containsExactly("unauthorized");
    }

    @Test
    void aRedirectIntoOurOwnNetworkIsNotFollowed() {
        at("/1/cards/", 302, new byte[0], "Location", "http://127.0.0.1:1/secret");
        assertThat(fetched().missed()).extracting(TrelloUploads.Missed::why).containsOnly("address");
    }

    @Test
    void aRedirectByHttpsIntoOurOwnNetworkIsNotFollowed() {
        at("/1/cards/", 302, new byte[0], "Location", "https://127.0.0.1:1/secret");
        assertThat(fetched().missed()).extracting(TrelloUploads.Missed::why).containsOnly("address");
    }

    @Test
    void whatIsGoneInTrelloIsToldAndTheRestComes() {
        at("/1/cards/" + Exports.id(101, 1) + "/attachments/" + Boards.PICTURE, 404, new byte[0]);
        at("/1/cards/" + Exports.id(101, 1) + "/attachments/" + Boards.DOCUMENT, 200, bytes("hello"));
        TrelloUploads.Fetching state = fetched();
        assertThat(state.missed()).extracting(TrelloUploads.Missed::why).containsExactly("gone");
        assertThat(state.done()).isEqualTo(1);
    }

    @Test
    void onlyWhoManagesMayFetchAndOnlyWithAKey() {
        Seat specialist = kitchen.join(seat, kitchen.specialist(), Role.SEO);
        assertThatThrownBy(() -> uploads().fetch(specialist, KEY, TOKEN)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> uploads().fetch(seat, "a\r\nb", TOKEN)).isInstanceOf(Invalid.class);
    }
}
