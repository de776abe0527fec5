package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ControllersTest {

    private final Controllers controllers = new Controllers();

    @Test
    void everyControllerKeepsWhatIsItsOwnAndAllShareWhatTheyImport() {
        controllers.add("js/act_controller.js", """
                import { Controller } from "@hotwired/stimulus"
                import { say } from "./words.js"

                const soon = 1
                export default class extends Controller {
                }
                """);
        controllers.add("js/menu_controller.js", """
                import { Controller } from "@hotwired/stimulus"
                import { language, say } from "./words.js"
                const soon = 2
                export default class extends Controller {
                }
                """);

        assertThat(controllers.script()).isEqualTo("""
                import { language, say } from "./words.js"
                import { Controller } from "@hotwired/stimulus"
                export const controllers = {}
                {

                const soon = 1
                controllers.act = class extends Controller {
                }
                }
                {
                const soon = 2
                controllers.menu = class extends Controller {
                }
                }
                """);
    }

    @Test
    void aFileThatIsMadeOtherwiseIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> controllers.add("js/act_controller.js", "export const soon = 1\n"));
        assertThatIllegalStateException().isThrownBy(() -> controllers.add("js/act_controller.js", """
                import words from "./words.js"
                export default class extends Controller {
                }
                """));
    }
}
