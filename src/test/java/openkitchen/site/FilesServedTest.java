package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import openkitchen.board.Attachments;
import openkitchen.id.AttachmentId;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Seat;
import openkitchen.store.Files;
import openkitchen.store.StoredFile;
import openkitchen.store.Uploads;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files as browsers get them, and bring them piece by piece. */
@KitchenTest
class FilesServedTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PIECE = "application/offset+octet-stream";

    @LocalServerPort
    int port;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Sessions sessions;

    @Autowired
    Files files;

    @Autowired
    Attachments attachments;

    @Autowired
    Uploads uploads;

    private Seat seat;
    private int card;
    private Viewer ann;

    @BeforeEach
    void sit() {
        ann = kitchen.account();
        seat = kitchen.project(ann);
        card = kitchen.card(seat, kitchen.column(seat, "Doing"), "Banner");
    }

    private String address(byte[] bytes, String name) {
        StoredFile kept = files.keep(new ByteArrayInputStream(bytes), name, ann.person());
        AttachmentId id = attachments.attach(kitchen.again(seat), card, kept.id());
        return "/p/" + seat.key() + "/files/" + id;
    }

    private HttpRequest.Builder request(@Nullable Viewer viewer, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "application/json");
        if (viewer != null) {
            request.header("Cookie", cookie(viewer));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private String cookie(Viewer viewer) {
        return "kitchen=" + sessions.open(viewer.person(), "test", "127.0.0.1").token();
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        return send(request(ann, path, headers).GET());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aPartOfAFileCanBeAskedFor() {
        byte[] sent = bytes(200_000);
        String path = address(sent, "film.bin");
        HttpResponse<byte[]> whole = get(path);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(sent);
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        HttpResponse<byte[]> part = get(path, "Range", "bytes=150000-150099");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 150000-150099/200000");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(sent, 150_000, 150_100));
        assertThat(header(part, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(get(path, "Range", "bytes=199990-").body()).isEqualTo(Arrays.copyOfRange(sent, 199_990, 200_000));
        assertThat(get(path, "Range", "bytes=-10").body()).isEqualTo(Arrays.copyOfRange(sent, 199_990, 200_000));
        assertThat(get(path, "Range", "bytes=200000-").statusCode()).isEqualTo(416);
        assertThat(get(path, "If-None-Match", header(whole, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            logo.svg   | <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
            logo.png   | <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
            logo.png   | <!DOCTYPE html><html><script>alert(1)</script></html>
            page.html  | <!DOCTYPE html><html><script>alert(1)</script></html>
            page.xhtml | <?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>
            feed.xml   | <?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><a/>
            notes.txt  | <html><script>alert(1)</script></html>
            app.js     | alert(1)
            mail.eml   | From: a@b.c
            """)
    void whatCouldRunAScriptIsNeverShown(String name, String content) {
        HttpResponse<byte[]> answer = get(address(content.getBytes(StandardCharsets.UTF_8), name));
        String type = header(answer, "Content-Type");
        assertThat(type).isIn("application/octet-stream", "text/plain; charset=utf-8", "text/plain;charset=utf-8");
        if (type.equals("application/octet-stream")) {
            assertThat(header(answer, "Content-Disposition")).startsWith("attachment");
        }
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("sandbox");
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt,   hello,       text/plain",
        "a.md,    # hello,     text/plain",
        "a.csv,   a;b,         text/plain",
        "a.wav,   RIFF1234WAVE, audio/wav"
    })
    void whatIsHarmlessIsShown(String name, String content, String type) {
        HttpResponse<byte[]> answer = get(address(content.getBytes(StandardCharsets.UTF_8), name));
        assertThat(header(answer, "Content-Type")).startsWith(type);
        assertThat(header(answer, "Content-Disposition")).startsWith("inline");
        HttpResponse<byte[]> saved = get(address(content.getBytes(StandardCharsets.UTF_8), name) + "?download");
        assertThat(header(saved, "Content-Disposition")).startsWith("attachment");
    }

    @Test
    void aPictureIsShownAndHasASmallOne() throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1000, 500, BufferedImage.TYPE_INT_RGB), "png", picture);
        String path = address(picture.toByteArray(), "banner.png");
        assertThat(header(get(path), "Content-Type")).isEqualTo("image/png");
        HttpResponse<byte[]> small = get(path + "/small");
        assertThat(header(small, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth())
                .isEqualTo(640);
        assertThat(header(small, "ETag")).isNotEqualTo(header(get(path), "ETag"));
    }

    private String begin(long size) {
        HttpResponse<byte[]> begun = send(request(ann, "/uploads", "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=film.bin&size=" + size)));
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(header(begun, "Upload-Offset")).isEqualTo("0");
        return header(begun, "Location");
    }

    private HttpResponse<byte[]> piece(@Nullable Viewer viewer, String path, long offset, byte[] bytes) {
        return send(request(viewer, path, "Content-Type", PIECE, "Upload-Offset", Long.toString(offset))
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
    }

    private HttpResponse<byte[]> head(@Nullable Viewer viewer, String path) {
        return send(request(viewer, path).method("HEAD", BodyPublishers.noBody()));
    }

    @Test
    void aLargeFileComesPieceByPiece() {
        byte[] sent = bytes(300_000);
        String path = begin(sent.length);
        HttpResponse<byte[]> first = piece(ann, path, 0, Arrays.copyOf(sent, 100_000));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(header(first, "Upload-Offset")).isEqualTo("100000");
        HttpResponse<byte[]> wrong = piece(ann, path, 50_000, Arrays.copyOf(sent, 100));
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(header(wrong, "Upload-Offset")).isEqualTo("100000");
        HttpResponse<byte[]> looked = head(ann, path);
        assertThat(header(looked, "Upload-Offset")).isEqualTo("100000");
        assertThat(header(looked, "Upload-Length")).isEqualTo("300000");
        assertThat(header(looked, "Cache-Control")).isEqualTo("no-store");
        assertThat(piece(ann, path, 100_000, Arrays.copyOfRange(sent, 100_000, 300_000))
                        .statusCode())
                .isEqualTo(204);
        String token = path.substring(path.lastIndexOf('/') + 1);
        assertThat(uploads.finished(token, ann.person()).size()).isEqualTo(300_000);
    }

    @Test
    void whatCameBeforeTheConnectionBrokeStays() throws Exception {
        String path = begin(500_000);
        try (Socket socket = new Socket("localhost", port)) {
            String head = "PATCH " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + cookie(ann)
                    + "\r\nContent-Type: " + PIECE + "\r\nUpload-Offset: 0\r\nContent-Length: 400000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes(250_000));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
        assertThat(header(head(ann, path), "Upload-Offset")).isEqualTo("250000");
    }

    @Test
    void nobodyElseFindsAnUpload() {
        String path = begin(1_000);
        Viewer bob = kitchen.account();
        assertThat(head(bob, path).statusCode()).isEqualTo(404);
        assertThat(piece(bob, path, 0, bytes(10)).statusCode()).isEqualTo(404);
        assertThat(send(request(bob, path).DELETE()).statusCode()).isEqualTo(404);
        assertThat(head(null, path).statusCode()).isEqualTo(401);
        assertThat(piece(null, path, 0, bytes(10)).statusCode()).isEqualTo(401);
        assertThat(send(request(ann, path).DELETE()).statusCode()).isEqualTo(204);
        assertThat(head(ann, path).statusCode()).isEqualTo(404);
    }

    @Test
    void aRefusalSaysWhy() {
        HttpResponse<byte[]> large = send(request(ann, "/uploads", "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=a&size=999999999999")));
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(new String(large.body(), StandardCharsets.UTF_8))
                .contains("Файл слишком большой: можно не больше 5");
        assertThat(send(request(ann, begin(10), "Content-Type", "text/plain", "Upload-Offset", "0")
                                .method("PATCH", BodyPublishers.ofString("hello")))
                        .statusCode())
                .isEqualTo(415);
    }
}
