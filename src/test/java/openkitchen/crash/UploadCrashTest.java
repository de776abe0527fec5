package openkitchen.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kills the kitchen while a large file comes in. */
class UploadCrashTest {

    private static final int MB = 1 << 20;
    private static final int ACKNOWLEDGED_EVERY = 8 * MB;

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final byte[] sent = new byte[40 * MB];
    private final CountDownLatch over = new CountDownLatch(1);

    private @Nullable RunningKitchen kitchen;
    private String token = "";

    @AfterEach
    void stop() throws InterruptedException {
        over.countDown();
        if (kitchen != null) {
            kitchen.stop();
        }
    }

    @Test
    void anUploadGoesOnAtWhatWasAcknowledgedAndLeavesNothing() throws Exception {
        new Random(1).nextBytes(sent);
        RunningKitchen running = kitchen = RunningKitchen.start(data);
        token = Guests.welcomed(running).token();
        String upload = ask(
                        running,
                        "POST",
                        "",
                        0,
                        BodyPublishers.ofString("{\"name\":\"film.bin\",\"size\":" + sent.length + "}"))
                .at("/token")
                .asString();

        long acknowledged = sendUntilKilled(running, upload, 0);
        running.killJvm();
        running = kitchen = RunningKitchen.start(data);
        assertThat(offset(running, upload)).isGreaterThanOrEqualTo(acknowledged);

        acknowledged = sendUntilKilled(running, upload, offset(running, upload));
        running.killAll();
        running = kitchen = RunningKitchen.start(data);
        int offset = (int) offset(running, upload);
        assertThat(offset).isGreaterThanOrEqualTo((int) acknowledged);

        ask(running, "PATCH", "/" + upload, offset, BodyPublishers.ofByteArray(sent, offset, sent.length - offset));
        long file = ask(running, "GET", "/" + upload, 0, BodyPublishers.noBody())
                .at("/file")
                .asLong();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent));
        assertThat(JdbcClient.create(running.database())
                        .sql("select encode(sha256, 'hex') from file where id = ?")
                        .param(file)
                        .query(String.class)
                        .single())
                .isEqualTo(hash);
        assertThat(data.resolve("files/incoming")).isEmptyDirectory();

        running.stop();
        assertThat(verified()).isZero();
        Path bytes = data.resolve("files/" + hash.substring(0, 2) + "/" + hash);
        try (RandomAccessFile there = new RandomAccessFile(bytes.toFile(), "rw")) {
            there.seek(20 * MB);
            there.write(sent[20 * MB] ^ 1);
        }
        assertThat(verified()).isEqualTo(1);
    }

    /** Sends somewhat more than will be acknowledged, and holds the line open. */
    private long sendUntilKilled(RunningKitchen running, String upload, long from) {
        InputStream some = new ByteArrayInputStream(sent, (int) from, ACKNOWLEDGED_EVERY + 2 * MB);
        InputStream silence = new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    over.await();
                } catch (InterruptedException stopped) {
                    throw new IOException(stopped);
                }
                return -1;
            }
        };
        http.sendAsync(
                request(running, "PATCH", "/" + upload, from)
                        .method("PATCH", BodyPublishers.ofInputStream(() -> new SequenceInputStream(some, silence)))
                        .build(),
                BodyHandlers.discarding());
        return Awaitility.await().until(() -> offset(running, upload), reached -> reached >= from + ACKNOWLEDGED_EVERY);
    }

    private long offset(RunningKitchen running, String upload) throws IOException, InterruptedException {
        return ask(running, "GET", "/" + upload, 0, BodyPublishers.noBody())
                .at("/offset")
                .asLong();
    }

    private HttpRequest.Builder request(RunningKitchen running, String method, String path, long offset) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + running.port() + "/api/v1/uploads" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", method.equals("PATCH") ? "application/offset+octet-stream" : "application/json")
                .header("Upload-Offset", Long.toString(offset));
    }

    private JsonNode ask(RunningKitchen running, String method, String path, long offset, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(running, method, path, offset).method(method, body).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private int verified() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "openkitchen.VerifyFiles",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
