package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.id.ColumnId;
import org.junit.jupiter.api.Test;

class KeyboardTest extends BrowserTest {

    @Test
    void aSpecialistDoesEverythingByKeyboardAndNeverLosesTheFocus() {
        Scene scene = scene();
        int first = scene.add(scene.planned, "Собрать семантику");
        int second = scene.add(scene.planned, "Проверить отчёт");
        int third = scene.add(scene.doing, "Настроить цели");
        Guest vera = guest(scene.specialist, Device.DESK).openLive(scene.board());

        walk(vera, first, second, third);
        read(vera, third);
        write(vera, scene, third);
        add(vera, scene);
        move(vera, scene, first, second, third);
        find(vera);
    }

    private static void walk(Guest vera, int first, int second, int third) {
        vera.press("ArrowDown");
        assertThat(vera.focus()).isEqualTo("card-" + first);
        vera.press("ArrowDown");
        assertThat(vera.focus()).isEqualTo("card-" + second);
        vera.press("ArrowDown");
        assertThat(vera.focus()).isEqualTo("card-" + second);
        vera.press("ArrowUp", "ArrowRight");
        assertThat(vera.focus()).isEqualTo("card-" + third);
        vera.press("ArrowRight", "ArrowLeft");
        assertThat(vera.focus()).isEqualTo("card-" + first);
        vera.press("ArrowRight");
    }

    private static void read(Guest vera, int card) {
        vera.press("Enter");
        assertThat(vera.sheet()).isFocused();
        assertThat(vera.page()).hasURL(java.util.regex.Pattern.compile(".*/cards/" + card + "$"));
        vera.press("Escape");
        assertThat(vera.sheet()).hasCount(0);
        assertThat(vera.face(card).locator("h3 a")).isFocused();
        assertThat(vera.page()).not().hasURL(java.util.regex.Pattern.compile(".*/cards/.*"));
    }

    private static void write(Guest vera, Scene scene, int card) {
        vera.press("Enter");
        assertThat(vera.sheet()).isFocused();
        vera.press("e");
        assertThat(vera.at("#card-" + card + "-title textarea")).isFocused();
        vera.page().keyboard().insertText(" и события");
        vera.press("Escape");
        assertThat(vera.at("#card-title")).hasText("Настроить цели");
        assertThat(vera.at("#card-title button")).isFocused();
        vera.press("e");
        vera.page().keyboard().insertText(" и события");
        vera.press("Tab", "Enter");
        assertThat(vera.at("#card-title")).hasText("Настроить цели и события");
        assertThat(vera.focus()).isNotEqualTo("nothing");

        vera.press("r");
        vera.page().keyboard().insertText("Готово, смотрите. @emm");
        assertThat(vera.at("#mentions [role=option]").first()).containsText("Emma Clark");
        vera.press("Enter", "Control+Enter");
        assertThat(vera.at("#card-" + card + "-talk .say .mention")).containsText("Emma");
        assertThat(vera.at("#card-" + card + "-compose textarea[name=text]")).isFocused();
        vera.press("Escape");
        assertThat(vera.sheet()).isFocused();
        vera.press("Escape");
        assertThat(vera.face(card).locator("h3 a")).isFocused();
        assertThat(vera.face(card).locator("h3")).hasText("Настроить цели и события");
        assertThat(face(scene, card).comments()).isEqualTo(1);
    }

    private static void add(Guest vera, Scene scene) {
        vera.press("c");
        assertThat(vera.at("#column-" + scene.doing + " .add textarea")).isFocused();
        vera.page().keyboard().insertText("Первая");
        vera.press("Enter");
        assertThat(vera.at("#column-" + scene.doing + "-cards .face-card")).hasCount(2);
        assertThat(vera.at("#column-" + scene.doing + " .add textarea")).isFocused();
        vera.page().keyboard().insertText("Вторая");
        vera.press("Enter");
        assertThat(vera.at("#column-" + scene.doing + "-cards .face-card")).hasCount(3);
        vera.press("Escape");
        assertThat(vera.at("#column-" + scene.doing + "-cards .face-card")
                        .first()
                        .locator("h3 a"))
                .isFocused();
    }

    private static void move(Guest vera, Scene scene, int first, int second, int third) {
        vera.press("ArrowLeft");
        moved(vera, first, "Shift+ArrowDown");
        assertThat(vera.focus()).isEqualTo("card-" + first);
        moved(vera, first, "Shift+ArrowRight");
        assertThat(vera.at("#column-" + scene.doing + "-cards #card-" + first)).isVisible();
        assertThat(vera.face(first).locator("h3 a")).isFocused();
        moved(vera, first, "Shift+ArrowUp");
        assertThat(vera.face(first).locator("h3 a")).isFocused();
        assertThat(vera.at("#announcer")).containsText("Собрать семантику");
        assertThat(order(scene, scene.doing).subList(0, 2)).containsExactly(first, third);
        assertThat(order(scene, scene.planned)).containsExactly(second);
        vera.press("m");
        assertThat(vera.at("#card-menu a[data-do=open]")).isFocused();
        vera.press("Escape");
        assertThat(vera.at("#card-menu")).isHidden();
        assertThat(vera.face(first).locator("h3 a")).isFocused();
    }

    /** Presses a key that moves the card, and waits until the server has moved it. */
    private static void moved(Guest vera, int card, String key) {
        vera.page()
                .waitForResponse(
                        response -> response.url().endsWith("/cards/" + card + "/place"), () -> vera.press(key));
    }

    private static void find(Guest vera) {
        vera.press("?");
        assertThat(vera.at("#keys")).isVisible();
        vera.press("Escape");
        assertThat(vera.at("#keys")).isHidden();
        assertThat(vera.focus()).isNotEqualTo("nothing");
        vera.press("/");
        assertThat(vera.at("input[type=search]").first()).isFocused();
    }

    private static Face face(Scene scene, int card) {
        return scene.a(Faces.class).number(scene.seat(), card);
    }

    private static List<Integer> order(Scene scene, ColumnId column) {
        return scene.a(Faces.class).inColumn(scene.seat(), column, "").stream()
                .map(Face::number)
                .toList();
    }
}
