package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import openkitchen.OpenKitchen;
import openkitchen.board.Moving;
import openkitchen.id.ColumnId;
import openkitchen.people.Sessions;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

@KitchenTest
class TwoNodesTest {

    @Autowired
    Environment environment;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Moving moving;

    @Autowired
    Sessions sessions;

    @Test
    @Timeout(120)
    void whatIsDoneOnOneNodeIsSeenOnTheOther() throws Exception {
        Seat seat = kitchen.project(kitchen.account());
        ColumnId here = kitchen.column(seat, "Here");
        ColumnId there = kitchen.column(seat, "There");
        int card = kitchen.card(seat, here, "Card that moves");
        String token =
                sessions.open(seat.viewer().person(), "two nodes", "127.0.0.1").token();
        try (ConfigurableApplicationContext other = secondNode();
                HttpClient http = HttpClient.newHttpClient();
                BufferedReader stream = listen(http, port(other), seat.key(), token)) {
            assertThat(next(stream, "at")).contains("\"to\"");

            moving.place(seat, card, there, null);

            String change = next(stream, "change");
            assertThat(change).contains("column-" + there + "-cards").contains("card-" + card);
            HttpResponse<String> missed = http.send(
                    request(
                            port(other),
                            "/p/" + seat.key() + "/changes?since="
                                    + kitchen.again(seat).version(),
                            token),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(missed.body()).isEmpty();
        }
    }

    private ConfigurableApplicationContext secondNode() {
        return new SpringApplicationBuilder(OpenKitchen.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                        "--spring.datasource.username=" + environment.getProperty("spring.datasource.username"),
                        "--spring.datasource.password=" + environment.getProperty("spring.datasource.password"),
                        "--openkitchen.data=" + environment.getProperty("openkitchen.data"));
    }

    private static int port(ConfigurableApplicationContext node) {
        return Integer.parseInt(
                java.util.Objects.requireNonNull(node.getEnvironment().getProperty("local.server.port")));
    }

    private static HttpRequest request(int port, String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", "kitchen=" + token)
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    private static BufferedReader listen(HttpClient http, int port, String key, String token)
            throws IOException, InterruptedException {
        return new BufferedReader(new InputStreamReader(
                http.send(
                                request(port, "/p/" + key + "/live?since=0", token),
                                HttpResponse.BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8));
    }

    /** The data of the next event of this name. */
    private static String next(BufferedReader stream, String name) throws IOException {
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.equals("event: " + name)) {
                return stream.readLine();
            }
        }
        throw new AssertionError("the stream ended before " + name);
    }
}
