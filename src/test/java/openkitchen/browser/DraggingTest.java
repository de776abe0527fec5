package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.id.ColumnId;
import org.junit.jupiter.api.Test;

class DraggingTest extends BrowserTest {

    @Test
    void theMouseDragsACardBetweenTwoOthersAndARefusedOneGoesBack() {
        Scene scene = scene();
        int dragged = scene.add(scene.planned, "Write the advertisement");
        scene.add(scene.planned, "Choose the pictures");
        int above = scene.add(scene.doing, "Count the keywords");
        int below = scene.add(scene.doing, "Ask for the prices");
        Guest vera = guest(scene.specialist, Device.DESK).forgive("422");
        vera.openLive(scene.board());
        Guest emma = guest(scene.lead, Device.DESK).openLive(scene.board());

        vera.page().waitForResponse(response -> response.url().endsWith("/place"), () -> drag(vera, dragged, below));
        assertThat(order(scene, scene.doing)).containsExactly(above, dragged, below);
        assertThat(titles(emma, scene.doing))
                .hasText(new String[] {"Count the keywords", "Write the advertisement", "Ask for the prices"});
        assertThat(titles(vera, scene.doing))
                .hasText(new String[] {"Count the keywords", "Write the advertisement", "Ask for the prices"});
        assertThat(vera.sheet()).hasCount(0);

        vera.page()
                .route(
                        "**/place",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(422)
                                .setContentType("application/problem+json")
                                .setBody("{\"detail\":\"Так нельзя\"}")));
        drag(vera, above, below);
        assertThat(vera.at(".toast.wrong")).containsText("Так нельзя");
        assertThat(titles(vera, scene.doing))
                .hasText(new String[] {"Count the keywords", "Write the advertisement", "Ask for the prices"});
        vera.page().unroute("**/place");

        BoundingBox box = vera.face(below).boundingBox();
        vera.page().mouse().move(box.x + 40, box.y + 12);
        vera.page().mouse().down();
        vera.page().mouse().move(box.x + 300, box.y + 30, new Mouse.MoveOptions().setSteps(5));
        assertThat(vera.at(".face-card.lifted")).hasCount(1);
        vera.press("Escape");
        assertThat(vera.at(".face-card.lifted")).hasCount(0);
        vera.page().mouse().up();
        assertThat(titles(vera, scene.doing)).hasCount(3);
        assertThat(order(scene, scene.doing)).containsExactly(above, dragged, below);
    }

    /** Onto the upper part of another card: before it. */
    private static void drag(Guest guest, int card, int before) {
        BoundingBox from = guest.face(card).boundingBox();
        BoundingBox to = guest.face(before).boundingBox();
        Mouse mouse = guest.page().mouse();
        mouse.move(from.x + 40, from.y + 12);
        mouse.down();
        mouse.move(to.x + 60, to.y + 30, new Mouse.MoveOptions().setSteps(8));
        mouse.move(to.x + 60, guest.face(before).boundingBox().y + 6, new Mouse.MoveOptions().setSteps(4));
        mouse.up();
    }

    @Test
    void aFingerScrollsAtOnceAndDragsAfterALongPress() {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Write the advertisement");
        int other = scene.add(scene.planned, "Choose the pictures");
        int third = scene.add(scene.planned, "Ask for the prices");
        Guest emma = guest(scene.lead, Device.PHONE).openLive(scene.board());
        CDPSession hand = emma.context().newCDPSession(emma.page());

        BoundingBox box = emma.face(card).boundingBox();
        BoundingBox last = emma.face(third).boundingBox();
        touch(hand, "touchStart", box.x + 60, box.y + 20);
        assertThat(emma.at(".face-card.lifted")).hasCount(1);
        touch(hand, "touchMove", last.x + 60, last.y + 10);
        touch(hand, "touchMove", last.x + 60, last.y + last.height - 6);
        assertThat(titles(emma, scene.planned))
                .hasText(new String[] {"Choose the pictures", "Ask for the prices", "Write the advertisement"});
        emma.page()
                .waitForResponse(
                        response -> response.url().endsWith("/place"),
                        () -> hand.send("Input.dispatchTouchEvent", touches("touchEnd", List.of())));
        assertThat(order(scene, scene.planned)).containsExactly(other, third, card);
        assertThat(emma.sheet()).hasCount(0);

        touch(hand, "touchStart", box.x + 200, box.y + 20);
        touch(hand, "touchMove", box.x + 150, box.y + 20);
        touch(hand, "touchMove", box.x - 50, box.y + 20);
        hand.send("Input.dispatchTouchEvent", touches("touchEnd", List.of()));
        emma.page().waitForFunction("() => document.getElementById('board').scrollLeft > 0");
        assertThat(emma.at(".face-card.lifted")).hasCount(0);
        assertThat(order(scene, scene.planned)).containsExactly(other, third, card);
    }

    private static void touch(CDPSession hand, String type, double x, double y) {
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        hand.send("Input.dispatchTouchEvent", touches(type, List.of(point)));
    }

    private static JsonObject touches(String type, List<JsonObject> points) {
        JsonArray all = new JsonArray();
        points.forEach(all::add);
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", all);
        return event;
    }

    private static Locator titles(Guest guest, ColumnId column) {
        return guest.at("#column-" + column + "-cards > .face-card h3");
    }

    private static List<Integer> order(Scene scene, ColumnId column) {
        return scene.a(Faces.class).inColumn(scene.seat(), column, "").stream()
                .map(Face::number)
                .toList();
    }
}
