package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import openkitchen.history.Event;
import openkitchen.history.EventKind;
import openkitchen.history.Proof;
import openkitchen.history.Timeline;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ClientAndSpecialistTest extends BrowserTest {

    private static final Logger LOG = LoggerFactory.getLogger(ClientAndSpecialistTest.class);

    @Test
    void whatTheClientDoesOnAPhoneShowsOnTheSpecialistsDeskWithoutReload() throws IOException {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Banner for the spring sale", "Two sizes.");
        Guest vera = guest(scene.specialist, Device.DESK).openLive(scene.card(card));
        vera.page().evaluate("() => { window.notReloaded = true }");
        Guest emma = guest(scene.lead, Device.PHONE).open(scene.board());

        emma.face(card).locator("h3 a").tap();
        emma.at("#card-" + card + "-compose textarea[name=text]").fill("Could the logo be **larger**?");
        emma.at("#card-" + card + "-compose .bottom .button").tap();
        Locator said = vera.at("#card-" + card + "-talk .say[data-side=client] .prose");
        seen("a comment", said, "Could the logo be larger?");
        assertThat(said.locator("strong")).hasText("larger");
        assertThat(emma.at("#card-" + card + "-talk .say")).hasCount(1);
        assertThat(emma.at("#card-" + card + "-compose textarea[name=text]")).hasValue("");

        emma.at("#card-" + card + "-attachments input[type=file]")
                .setInputFiles(new FilePayload("shop window.png", "image/png", picture()));
        seen("a picture", vera.at("#card-" + card + "-files .file .name"), "shop window.png");
        for (Guest each : List.of(emma, vera)) {
            // the part is shown anew for whoever brought the picture and for whoever hears of it: it is looked for each
            // time
            each.page().waitForFunction("""
                            id => {
                              const img = document.querySelector(`#card-${id}-files img.thumb`)
                              img?.scrollIntoView({ block: "nearest" })
                              return img && img.complete && img.naturalWidth > 40
                            }
                            """, card);
        }

        emma.sheet().locator(".bar .back").tap();
        assertThat(emma.sheet()).hasCount(0);
        emma.face(card).locator(".more").tap();
        emma.at("#card-menu-column").selectOption("In work");
        assertThat(emma.at("#column-" + scene.doing + "-cards #card-" + card)).isVisible();
        seen("a move", vera.at("#card-" + card + "-what"), "In work");
        assertThat(vera.at("#column-" + scene.doing + "-cards #card-" + card)).hasCount(1);
        assertThat(vera.face(card).locator("[data-icon=talk]")).hasText("1");
        assertThat(vera.page().evaluate("() => window.notReloaded")).isEqualTo(true);

        Proof.Finding finding = scene.a(Proof.class).walk(scene.seat().project());
        assertThat(finding.sound()).isTrue();
        List<Event> told = scene.a(Timeline.class).since(scene.seat().project(), 0, finding.events(), 100);
        assertThat(told).hasSize((int) finding.events());
        assertThat(told.stream().skip(told.size() - 3).map(Event::kind))
                .containsExactly(EventKind.COMMENT_ADDED, EventKind.FILE_ATTACHED, EventKind.CARD_MOVED);
        assertThat(told.stream().skip(told.size() - 3).map(Event::actor)).containsOnly(scene.lead.person());
    }

    private static void seen(String what, Locator where, String text) {
        long start = System.nanoTime();
        assertThat(where).containsText(text);
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        LOG.info("{} was seen {} ms after the client's page had it done", what, took);
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(20, 110, 120));
        brush.fillRect(0, 0, 900, 600);
        brush.setColor(new Color(250, 230, 180));
        brush.fillOval(250, 100, 400, 400);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
