package openkitchen.bridge.trello;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;

class TrelloTextTest {

    @Test
    void lineEndsBecomeOneKind() {
        assertThat(TrelloText.body("a\r\nb\rc\n\r\nd")).isEqualTo("a\nb\nc\n\nd");
    }

    @Test
    void theEditorsTitlesOfItsOwnLinksAreDropped() {
        for (String kind : new String[] {"inline", "block", "embed"}) {
            assertThat(TrelloText.body("x [https://a.b](https://a.b \"smartCard-" + kind + "\") y"))
                    .isEqualTo("x [https://a.b](https://a.b) y");
        }
        assertThat(TrelloText.body("[w](https://a.b \"\u200C\")")).isEqualTo("[w](https://a.b)");
    }

    @Test
    void aTitleThatSomebodyWroteStays() {
        assertThat(TrelloText.body("[w](https://a.b \"our site\")")).isEqualTo("[w](https://a.b \"our site\")");
    }

    @Test
    void theMarkOfAnEmptyParagraphIsDroppedButNotThatWithinAWord() {
        assertThat(TrelloText.body("a\n\n\u200C\n\nb\n\u200C")).isEqualTo("a\n\n\n\nb\n");
        assertThat(TrelloText.body("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
    }

    @Test
    void aStoredFilesNameIsDecodedAndHasNoFolder() {
        assertThat(TrelloText.fileName("%E7%85%A7%E7%89%87_1.png")).isEqualTo("照片_1.png");
        assertThat(TrelloText.fileName("100%.png")).isEqualTo("100%.png");
        assertThat(TrelloText.fileName("caf%E9.png")).as("not UTF-8").isEqualTo("caf%E9.png");
        assertThat(TrelloText.fileName("..%2F..%2Fetc%2Fpasswd")).isEqualTo("passwd");
        assertThat(TrelloText.fileName("C:\\docs\\a b.txt")).isEqualTo("a b.txt");
        assertThat(TrelloText.fileName("a+b%20c.txt")).isEqualTo("a+b c.txt");
    }

    @Test
    void aMegabyteOfBlanksTakesNoTime() {
        String blanks = " ".repeat(1 << 20);
        assertTimeoutPreemptively(ofSeconds(60), () -> {
            TrelloText.body("a" + blanks + "\"b");
            TrelloText.line("a" + blanks + "b\nc" + blanks + "d");
            TrelloText.body(("\u200C" + blanks + "x\n").repeat(2));
        });
    }
}
