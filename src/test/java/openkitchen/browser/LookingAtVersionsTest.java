package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import openkitchen.id.FileId;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import openkitchen.material.Pins;
import openkitchen.material.Place;
import openkitchen.store.Files;
import openkitchen.talk.Intent;
import openkitchen.talk.Remark;
import openkitchen.test.BlankPdf;
import org.junit.jupiter.api.Test;

/** A version is looked at, and something is said about places in it. */
class LookingAtVersionsTest extends BrowserTest {

    private static String material(Scene scene, String name, byte[] bytes) {
        var file = file(scene, name, bytes);
        var kept = scene.a(Materials.class)
                .add(scene.seat(), scene.add(scene.doing, "Ads"), name, new Content.Files(List.of(file)), "");
        return scene.board() + "/materials/" + kept.material() + "/1";
    }

    private static FileId file(Scene scene, String name, byte[] bytes) {
        return scene.a(Files.class)
                .keep(new ByteArrayInputStream(bytes), name, scene.account.person())
                .id();
    }

    private static byte[] table() {
        return IntStream.rangeClosed(1, 20_000)
                .mapToObj(
                        row -> "phrase %d,%s,%d".formatted(row, row % 1000 == 0 ? "winter garden" : "veranda", row * 7))
                .collect(Collectors.joining("\n", "Phrase,Headline (12),Shown\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(100, 100, 300, 200);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void aRowIsFoundAndRemarkedByKeyboard() {
        Scene scene = scene();
        Guest emma = guest(scene.lead, Device.DESK).openLive(material(scene, "ads.csv", table()));
        assertThat(emma.at("[data-whole=true] [data-part=count]")).hasText("20,000 rows");
        Locator grid = emma.at(".cells");
        assertThat(grid).hasAttribute("aria-rowcount", "20001");
        grid.focus();
        emma.press("Control+End");
        assertThat(emma.at(".cells .at")).hasText("140000");
        assertThat(emma.at(".cells .row-of.chosen .no")).hasText("20001");
        assertThat(emma.at("[data-part=cell]")).containsText("Row 20001, Shown");

        emma.at("[data-part=query]").fill("garden");
        assertThat(emma.at("[data-part=count]")).hasText("20 of 20,000 rows");
        assertThat(emma.at(".cells mark").first()).hasText("garden");
        grid.focus();
        emma.press("ArrowDown", "ArrowDown", "ArrowRight");
        assertThat(emma.at(".cells .row-of.chosen .no")).hasText("2001");
        emma.press("r");
        assertThat(emma.at("#pinning textarea")).isFocused();
        assertThat(emma.at("#pinning-at")).hasText("Row 2001, Headline (12)");
        emma.page().keyboard().insertText("Too long for the ad");
        emma.press("Control+Enter");

        assertThat(emma.at("#pin-1")).containsText("Too long for the ad");
        assertThat(emma.at("#pinning")).isHidden();
        assertThat(emma.at(".cells .row-of.pinned-row .pin")).hasText("1");
        assertThat(grid).isFocused();
        emma.press("Enter");
        assertThat(emma.at("#pin-1")).isFocused();
    }

    @Test
    void filtersAreReachedByArrowsLikeCells() {
        Scene scene = scene();
        Guest emma = guest(scene.lead, Device.DESK).openLive(material(scene, "ads.csv", table()));
        assertThat(emma.at("[data-whole=true] [data-part=count]")).hasText("20,000 rows");
        Locator grid = emma.at(".cells");
        Locator first = emma.at(".rows-of [role=row]").first();
        assertThat(first).hasAttribute("aria-rowindex", "2");
        emma.at("[data-part=filters]").click();
        assertThat(grid).hasAttribute("aria-rowcount", "20002");
        assertThat(first).hasAttribute("aria-rowindex", "3");
        assertThat(emma.at(".wishes-of")).hasAttribute("aria-rowindex", "2");
        assertThat(emma.at(".wishes-of [role=gridcell]").nth(1)).hasAttribute("aria-colindex", "3");

        grid.focus();
        emma.press("ArrowDown", "ArrowRight", "ArrowUp");
        assertThat(emma.at(".wishes-of [data-column='1']")).isFocused();
        emma.page().keyboard().insertText("garden");
        assertThat(emma.at("[data-part=count]")).hasText("20 of 20,000 rows");
        emma.press("ArrowRight");
        assertThat(emma.at(".wishes-of [data-column='2']")).isFocused();
        emma.press("ArrowLeft", "ArrowDown");
        assertThat(grid).isFocused();
        assertThat(emma.at(".cells .at")).containsText("winter garden");
        assertThat(emma.at(".cells .row-of.chosen .no")).hasText("1001");
    }

    @Test
    void remarksComeToTheirPlacesByThemselvesOnceTheFileIsRead() {
        Scene scene = scene();
        var first = file(scene, "offer.pdf", BlankPdf.of(1));
        var kept = scene.a(Materials.class)
                .add(scene.seat(), scene.add(scene.doing, "Offer"), "Offer", new Content.Files(List.of(first)), "");
        scene.a(Pins.class)
                .say(
                        scene.seat(),
                        kept.material(),
                        1,
                        new Place.Spot(0, 1, .5, .5, 0, 0),
                        new Intent.Remark(Remark.Weight.MUST),
                        "Larger");
        scene.a(Materials.class)
                .addVersion(
                        scene.seat(),
                        kept.material(),
                        new Content.Files(List.of(file(scene, "offer.pdf", BlankPdf.of(2)))),
                        "");
        Guest emma = guest(scene.lead, Device.DESK).open(scene.board() + "/materials/" + kept.material() + "/2");
        assertThat(emma.at("#pin-1 .where")).containsText("Page 1");
        assertThat(emma.at(".pinned.pending")).hasCount(0);
    }

    @Test
    void aPointOnAPictureIsMarkedAndTheOtherSideSeesItAtOnce() throws IOException {
        Scene scene = scene();
        String path = material(scene, "banner.png", picture());
        Guest vera = guest(scene.specialist, Device.DESK).openLive(path);
        Guest emma = guest(scene.lead, Device.PHONE).openLive(path);
        assertThat(emma.at(".paper.there")).isVisible();
        emma.at("[data-part=mark]").tap();
        BoundingBox at = emma.at(".spots").boundingBox();
        emma.page().touchscreen().tap(at.x + at.width * .25, at.y + at.height * .4);
        assertThat(emma.at("#pinning textarea")).isFocused();
        emma.page().keyboard().insertText("Make it blue");
        emma.at("#pinning .button").tap();

        assertThat(emma.at(".spots .pin"))
                .hasAttribute("aria-label", Pattern.compile("Marker 1: Remark R-1, Emma Clark: Make it blue"));
        assertThat(vera.at(".spots .pin")).hasText("1");
        vera.at(".spots .pin").click();
        assertThat(vera.at("#pin-1")).isFocused();
        assertThat(vera.at("#pin-1")).containsText("Make it blue");
    }

    @Test
    void aCrossMarksAPlaceByKeyboard() throws IOException {
        Scene scene = scene();
        Guest emma = guest(scene.lead, Device.DESK).openLive(material(scene, "banner.png", picture()));
        assertThat(emma.at(".paper.there")).isVisible();
        emma.at("[data-part=stage]").focus();
        emma.press("q", "ArrowRight", "ArrowDown", "Enter");
        assertThat(emma.at("#pinning textarea")).isFocused();
        assertThat(emma.at("#pinning [name=kind][value=question]")).isChecked();
        assertThat(emma.at("#pinning [name=place]"))
                .hasValue("{\"at\":\"spot\",\"file\":0,\"page\":1,\"x\":0.51,\"y\":0.51,\"width\":0,\"height\":0}");
    }
}
