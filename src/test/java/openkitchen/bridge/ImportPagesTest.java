package openkitchen.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import openkitchen.bridge.trello.Exports;
import openkitchen.people.ApiTokens;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way over by page and by API, as a browser and a program go it. */
@KitchenTest
@Import(Kitchen.class)
class ImportPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Sessions sessions;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient sql;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpRequest.Builder page(Viewer viewer, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header(
                        "Cookie",
                        "kitchen="
                                + sessions.open(viewer.person(), "test", "localhost")
                                        .token());
    }

    private HttpRequest.Builder api(Viewer viewer, String path) {
        String token =
                tokens.make(viewer.person(), "test", ApiTokens.SCOPES, null).token();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder upload(HttpRequest.Builder request, byte[] file, String... fields) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            head.append("--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(fields[i], fields[i + 1]));
        }
        head.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.json\"\r\n\r\n");
        byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] after = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofInputStream(() -> parts(before, file, after));
        return request.header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.fromPublisher(body, before.length + file.length + after.length));
    }

    private static InputStream parts(byte[]... parts) {
        return new SequenceInputStream(Collections.enumeration(
                List.of(parts).stream().map(ByteArrayInputStream::new).toList()));
    }

    private static String location(HttpResponse<?> response) {
        assertThat(response.statusCode()).as(String.valueOf(response.body())).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void aBoardIsLookedAtDecidedAndBroughtByPage() throws Exception {
        Viewer account = kitchen.account();
        byte[] file = Exports.bytes(Boards.whole(Boards.freshId()));
        String step = location(send(upload(page(account, "/import/trello"), file)));
        String people = send(page(account, step)).body();
        assertThat(people).contains("К запуску", "Дарья Лебедева", "@pavel_k");
        String form = "name=" + "Bakery" + "&client=Bakery+Ltd&service=seo";
        String report = location(send(page(account, step)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))));
        for (int i = 0; report.endsWith("/progress") && i < 5000; i++) {
            Thread.onSpinWait();
            HttpResponse<String> progress = send(page(account, report));
            report = progress.statusCode() == 303 ? location(progress) : report;
        }
        assertThat(report).matches("/p/[a-z0-9-]+/import");
        HttpResponse<String> shown = send(page(account, report));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("Доска на месте", "3 комментариев", "Забрать файлы");
        String project = report.replace("/import", "");
        assertThat(send(page(account, project)).body()).contains("Запуск рекламы");
        assertThat(send(page(account, project + "/cards/1")).body()).contains("Перед запуском", "Скриншот");
        HttpResponse<String> history = send(page(account, project + "/history"));
        assertThat(history.statusCode()).isEqualTo(200);
        assertThat(history.body()).contains("Trello").doesNotContain("[event", "[foreign");
        assertThat(send(page(account, step)).statusCode()).isEqualTo(303);
    }

    @Test
    void aWrongFileIsRefusedWithItsReason() throws Exception {
        Viewer account = kitchen.account();
        byte[] card = Exports.bytes(Exports.card(7));
        HttpResponse<String> page = send(upload(page(account, "/import/trello"), card));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("выгрузка одной карточки");
        HttpResponse<String> api = send(upload(api(account, "/api/v1/imports/trello"), card));
        assertThat(api.statusCode()).isEqualTo(422);
        assertThat(api.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(api.body()).contains("export of one card");
    }

    @Test
    void aFileOfAHundredMegabytesIsRefusedWithItsReason() throws Exception {
        Viewer account = kitchen.account();
        for (int size : new int[] {70 << 20, 100 << 20}) {
            byte[] large = new byte[size];
            java.util.Arrays.fill(large, (byte) ' ');
            large[0] = '{';
            HttpResponse<String> page = send(upload(page(account, "/import/trello"), large));
            assertThat(page.statusCode()).isBetween(400, 499);
            assertThat(page.body()).contains("Файл больше 64");
            HttpResponse<String> api = send(upload(api(account, "/api/v1/imports/trello"), large));
            assertThat(api.statusCode()).isBetween(400, 499);
            assertThat(api.body()).contains("larger than 64");
        }
        assertThat(sql.sql("select count(*) from project where created_by = ?")
                        .param(account.person().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aBoardComesByApiAndAnswersWithProjectAndReport() throws Exception {
        Viewer account = kitchen.account();
        byte[] file = Exports.bytes(Boards.whole(Boards.freshId()));
        HttpResponse<String> answer = send(upload(
                api(account, "/api/v1/imports/trello"),
                file,
                "name",
                "By API",
                "people",
                "{\"" + Exports.DARYA + "\": \"agency:seo\", \"" + Exports.PAVEL + "\": \"nobody\"}"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"name\":\"By API\"", "\"cards\":5", "\"again\":false");
        String project = answer.headers().firstValue("Location").orElseThrow();
        assertThat(send(api(account, project + "/import")).body()).contains("\"cards\":5");
        HttpResponse<String> again = send(upload(api(account, "/api/v1/imports/trello"), file));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Location")).hasValue(project);
        assertThat(again.body()).contains("\"again\":true", "\"brought\":{\"lists\":0");
    }

    @Test
    void theSameFileAgainSaysThatNothingIsNew() throws Exception {
        Viewer account = kitchen.account();
        byte[] file = Exports.bytes(Boards.whole(Boards.freshId()));
        String project = send(upload(api(account, "/api/v1/imports/trello"), file))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replace("/api/v1/projects", "/p");
        send(upload(api(account, "/api/v1/imports/trello"), file));
        assertThat(send(page(account, project + "/import")).body())
                .contains("Всё, что есть в файле, здесь уже было")
                .doesNotContain("class=\"figures\"", "времен");
    }

    @Test
    void anothersWaitingFileDoesNotExist() throws Exception {
        Viewer account = kitchen.account();
        byte[] file = Exports.bytes(Boards.whole(Boards.freshId()));
        String step = location(send(upload(page(account, "/import/trello"), file)));
        assertThat(send(page(kitchen.account(), step)).statusCode()).isEqualTo(404);
        assertThat(send(page(account, step)).statusCode()).isEqualTo(200);
    }

    @Test
    void theApiRefusesWhoDoesNotLead() throws Exception {
        byte[] file = Exports.bytes(Boards.whole(Boards.freshId()));
        HttpResponse<String> answer = send(upload(api(kitchen.specialist(), "/api/v1/imports/trello"), file));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsTypedIsKeptWhenAKeyIsTaken() throws Exception {
        Viewer account = kitchen.account();
        String taken = kitchen.project(account).key();
        byte[] file = Exports.bytes(Boards.whole(Boards.freshId()));
        String step = location(send(upload(page(account, "/import/trello"), file)));
        Map<String, String> fields = Map.of("name", "Typed", "key", taken, "client", "");
        String form = String.join(
                "&",
                fields.entrySet().stream()
                        .map(f -> f.getKey() + "=" + f.getValue())
                        .toList());
        HttpResponse<String> answer = send(page(account, step)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Этот ключ занят", "value=\"Typed\"");
    }
}
