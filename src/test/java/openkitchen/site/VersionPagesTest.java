package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openkitchen.id.ClientId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import openkitchen.material.Pin;
import openkitchen.material.Pins;
import openkitchen.material.Place;
import openkitchen.material.Versions;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.reading.Readings;
import openkitchen.store.Files;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions as they are looked at and pinned through their pages. The client's people read English here. */
@KitchenTest
class VersionPagesTest {

    private static final String TABLE = IntStream.rangeClosed(1, 450)
            .mapToObj(row -> "phrase %d,%s".formatted(row, row % 10 == 0 ? "winter garden" : "veranda"))
            .collect(Collectors.joining("\n", "Phrase,Headline (30)\n", "\n"));

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    Materials materials;

    @Autowired
    Versions versions;

    @Autowired
    Pins pins;

    @Autowired
    Files files;

    @Autowired
    Readings readings;

    private Browser browser;
    private Seat account;
    private Viewer lead;
    private Viewer otherContact;
    private int card;

    @BeforeEach
    void build() {
        browser = new Browser(port, sessions);
        Viewer viewer = kitchen.account();
        ClientId client = kitchen.client(viewer);
        account = kitchen.project(viewer, client);
        lead = kitchen.contact(client);
        kitchen.join(account, lead, Role.LEAD);
        ClientId other = kitchen.client(viewer);
        otherContact = kitchen.contact(other);
        kitchen.join(kitchen.project(viewer, other), otherContact, Role.LEAD);
        card = kitchen.card(account, kitchen.column(account, "Doing"), "Ads");
    }

    private FileId file(String name, String text) {
        return files.keep(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        name,
                        account.viewer().person())
                .id();
    }

    private MaterialId add(String name, String text) {
        FileId file = file(name, text);
        readings.of(file);
        return materials
                .add(account, card, "", new Content.Files(List.of(file)), "")
                .material();
    }

    private String path(MaterialId material) {
        return "/p/" + account.key() + "/materials/" + material;
    }

    private JsonNode rows(MaterialId material, String query) {
        return JsonMapper.shared()
                .readTree(browser.get(lead, path(material) + "/1/files/0/rows?" + query)
                        .body());
    }

    private List<Pin> pinned(MaterialId material, int version) {
        return pins.on(account, versions.one(account, material, version));
    }

    private int pin(MaterialId material, int version, String kind, String place) {
        return browser.post(
                        lead,
                        path(material) + "/" + version + "/pins",
                        "place",
                        place,
                        "text",
                        "Please change this",
                        "kind",
                        kind)
                .status();
    }

    @Test
    void whoIsNotOnTheProjectFindsNothing() {
        MaterialId table = add("ads.csv", TABLE);
        for (String door : List.of("", "/1", "/1/files/0", "/1/files/0/rows", "/compare")) {
            assertThat(browser.get(lead, path(table) + door).status()).as(door).isEqualTo(200);
            for (Viewer stranger : List.of(kitchen.specialist(), otherContact)) {
                assertThat(browser.get(stranger, path(table) + door).status())
                        .as(door)
                        .isEqualTo(404);
            }
        }
        assertThat(browser.post(otherContact, path(table) + "/1/pins", "place", "{\"at\":\"whole\"}", "text", "Hello")
                        .status())
                .isEqualTo(404);
        assertThat(pinned(table, 1)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        MaterialId table = add("ads.csv", TABLE);
        for (String door :
                List.of("/2", "/1?file=1", "/1/files/1", "/1/files/0/rows?sheet=1", "/compare?from=1&to=7")) {
            assertThat(browser.get(lead, path(table) + door).status()).as(door).isEqualTo(404);
        }
    }

    @Test
    void aFileThatCouldRunAScriptIsOnlyHandedOver() throws Exception {
        String script = "<script>alert(1)</script>";
        for (String name : List.of("evil.svg", "evil.html")) {
            String text = name.endsWith("svg")
                    ? "<svg xmlns=\"http://www.w3.org/2000/svg\">" + script + "</svg>"
                    : "<!doctype html><html><body>" + script + "</body></html>";
            MaterialId material = add(name, text);
            HttpResponse<String> answer = fetch(path(material) + "/1/files/0");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).doesNotContain("svg", "html");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("sandbox");
            assertThat(browser.get(lead, path(material)).body()).doesNotContain(script);
        }
    }

    private HttpResponse<String> fetch(String path) throws Exception {
        String token = sessions.open(lead.person(), "test", "127.0.0.1").token();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Cookie", "kitchen=" + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void rowsComeByTheHundreds() {
        MaterialId table = add("ads.csv", TABLE);
        JsonNode first = rows(table, "count=200");
        assertThat(first.path("total").asInt()).isEqualTo(450);
        assertThat(first.path("whole").asBoolean()).isTrue();
        assertThat(first.path("rows").size()).isEqualTo(200);
        assertThat(first.path("rows").get(0).get(0).asInt()).isEqualTo(2);
        JsonNode last = rows(table, "from=400&count=200");
        assertThat(last.path("rows").size()).isEqualTo(50);
        assertThat(last.path("rows").get(49).get(1).get(0).asString()).isEqualTo("phrase 450");
        JsonNode found = rows(table, "q=GARDEN&count=10");
        assertThat(found.path("total").asInt()).isEqualTo(45);
        assertThat(found.path("all").asInt()).isEqualTo(450);
        assertThat(found.path("rows").get(0).get(0).asInt()).isEqualTo(11);
        assertThat(rows(table, "f0=phrase+45&f1=veranda").path("total").asInt()).isEqualTo(1);
        assertThat(rows(table, "at=301&count=1").path("from").asInt()).isEqualTo(299);
    }

    @Test
    void aRemarkOnARowKeepsWhatTheRowSays() {
        MaterialId table = add("ads.csv", TABLE);
        assertThat(pin(
                        table,
                        1,
                        "remark",
                        "{\"at\":\"cells\",\"file\":0,\"sheet\":\"\",\"row\":11,\"column\":1,\"cells\":[\"a lie\"]}"))
                .isEqualTo(303);
        assertThat(pinned(table, 1))
                .singleElement()
                .extracting(Pin::place)
                .isEqualTo(new Place.Cells(0, "", 11, 1, List.of("phrase 10", "winter garden")));
        String page = browser.get(lead, path(table)).body();
        assertThat(page).contains("id=\"pin-1\"", "Row 11, Headline (30)", "Please change this");
    }

    @Test
    void aQuestionOnAPassageOfMarkdownKeepsTheTextsOwnWords() {
        MaterialId text = materials
                .add(
                        account,
                        card,
                        "Text",
                        new Content.Text("One.\n\nThe **second** line, [here](https://x.example)."),
                        "")
                .material();
        assertThat(
                        pin(
                                text,
                                1,
                                "question",
                                "{\"at\":\"passage\",\"file\":0,\"start\":5,\"end\":20,\"quote\":\"The second line\",\"before\":\"One.\"}"))
                .isEqualTo(303);
        assertThat(pinned(text, 1))
                .singleElement()
                .extracting(Pin::place)
                .isEqualTo(
                        new Place.Passage(0, 6, 25, "The **second** line", "One.\n\n", ", [here](https://x.example)."));
    }

    @Test
    void aPlaceThatIsNotThereIsRefused() {
        MaterialId table = add("ads.csv", TABLE);
        for (String place : List.of(
                "",
                "nonsense",
                "{\"at\":\"cells\",\"file\":0,\"sheet\":\"\",\"row\":9999,\"column\":0}",
                "{\"at\":\"cells\",\"file\":0,\"sheet\":\"\",\"row\":5,\"column\":7}",
                "{\"at\":\"cells\",\"file\":0,\"sheet\":\"Other\",\"row\":5,\"column\":0}",
                "{\"at\":\"cells\",\"file\":3,\"sheet\":\"\",\"row\":5,\"column\":0}",
                "{\"at\":\"spot\",\"file\":0,\"page\":1,\"x\":0.5,\"y\":0.5}",
                "{\"at\":\"spot\",\"file\":0,\"page\":1,\"x\":1.5,\"y\":0.5}",
                "{\"at\":\"passage\",\"file\":0,\"start\":0,\"end\":5}")) {
            assertThat(pin(table, 1, "remark", place)).as(place).isEqualTo(422);
        }
        assertThat(pinned(table, 1)).isEmpty();
        assertThat(browser.post(lead, path(table) + "/1/pins", "place", "{\"at\":\"whole\"}", "text", " ")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anOlderVersionSaysThatThereIsANewerOneAndBothAreCompared() {
        MaterialId text = add("letter.txt", "Good day\nThe price is 10\nBye\n");
        FileId second = file("letter.txt", "Good day\nThe price is 12\nBye\n");
        readings.of(second);
        materials.addVersion(
                projects.seat(account.viewer(), account.key()), text, new Content.Files(List.of(second)), "");
        assertThat(browser.get(lead, path(text) + "/1").body()).contains("There is a newer version: 2.");
        assertThat(browser.get(lead, path(text)).body()).doesNotContain("There is a newer version");
        assertThat(browser.get(lead, path(text) + "/compare").body()).contains("<del>10</del>", "<ins>12</ins>");
    }

    @Test
    void aDocumentsFirstPageIsThereAsAPicture() {
        MaterialId report = add("report.pdf", """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """);
        String small = path(report) + "/1/files/0/small";
        assertThat(browser.get(lead, path(report)).body()).contains("<img class=\"first\" src=\"" + small);
        assertThat(browser.get(lead, small).body()).contains("JFIF");
        assertThat(browser.get(otherContact, small).status()).isEqualTo(404);
    }
}
