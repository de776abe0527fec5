package openkitchen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import openkitchen.start.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path folder;

    @Test
    void whereNoneIsNothingIsCheckedAndNothingMade() {
        Path wrong = folder.resolve("misspelt");
        assertThatThrownBy(() -> new Installation(wrong).holds(database -> true))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        reason -> assertThat(reason.sentences())
                                .contains("There is no Open Kitchen in " + wrong, "В папке " + wrong));
        assertThat(wrong).doesNotExist();
    }
}
