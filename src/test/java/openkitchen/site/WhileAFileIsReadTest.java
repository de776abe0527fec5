package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import openkitchen.material.Pins;
import openkitchen.material.Place;
import openkitchen.people.Sessions;
import openkitchen.project.Seat;
import openkitchen.reading.Readings;
import openkitchen.store.Files;
import openkitchen.talk.Intent;
import openkitchen.talk.Remark;
import openkitchen.test.BlankPdf;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Nobody waits until a file is read. Here nothing is read before it is looked at. */
@KitchenTest
@TestPropertySource(properties = "openkitchen.rounds=false")
class WhileAFileIsReadTest {

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Materials materials;

    @Autowired
    Pins pins;

    @Autowired
    Files files;

    @Autowired
    Readings readings;

    private Browser browser;
    private Seat account;
    private int card;

    @BeforeEach
    void build() {
        browser = new Browser(port, sessions);
        account = kitchen.project(kitchen.account());
        card = kitchen.card(account, kitchen.column(account, "Doing"), "Ads");
    }

    private FileId file(String name, byte[] bytes) {
        return files.keep(
                        new ByteArrayInputStream(bytes), name, account.viewer().person())
                .id();
    }

    private MaterialId material(FileId file) {
        return materials
                .add(account, card, "", new Content.Files(List.of(file)), "")
                .material();
    }

    private Browser.Answer get(String path) {
        return browser.get(account.viewer(), "/p/" + account.key() + "/materials" + path);
    }

    @Test
    void inAListADocumentIsItsEndingAndThenItsFirstPage() {
        FileId file = file("offer.pdf", BlankPdf.of(3));
        MaterialId offer = material(file);
        String picture = "/materials/" + offer + "/1/files/0/small";
        assertThat(get("").body()).contains(">pdf</span>").doesNotContain(picture);
        readings.of(file);
        assertThat(get("").body()).contains(picture);
        assertThat(get("/" + offer + "/1/files/0/small").status()).isEqualTo(200);
    }

    @Test
    void remarksAreSaidToBePlacedOnceItIsRead() {
        MaterialId offer = material(file("offer.pdf", BlankPdf.of(1)));
        pins.say(
                account, offer, 1, new Place.Spot(0, 1, .5, .5, 0, 0), new Intent.Remark(Remark.Weight.MUST), "Larger");
        FileId second = file("offer.pdf", BlankPdf.of(2));
        materials.addVersion(account, offer, new Content.Files(List.of(second)), "");

        assertThat(get("/" + offer + "/2").body())
                .contains("class=\"pinned pending\" data-controller=\"poll\"", "id=\"pin-1\"")
                .doesNotContain("class=\"pinned astray\"");
        readings.of(second);
        assertThat(get("/" + offer + "/2").body())
                .contains("id=\"pin-1\"")
                .doesNotContain("class=\"pinned pending\"", "class=\"pinned astray\"");
    }

    @Test
    void rowsAreToBeAskedForAgain() {
        FileId unread =
                file("ads.csv", ("Phrase,Shown\n" + UUID.randomUUID() + ",1\n").getBytes(StandardCharsets.UTF_8));
        String rows = "/" + material(unread) + "/1/files/0/rows";
        Browser.Answer notYet = get(rows + "?sheet=1");
        assertThat(notYet.status()).isEqualTo(503);
        assertThat(notYet.header("Retry-After")).isEqualTo("1");
        readings.of(unread);
        assertThat(get(rows + "?sheet=1").status()).isEqualTo(404);
        assertThat(get(rows).status()).isEqualTo(200);
    }
}
