package openkitchen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void aLineIsOneLine() {
        assertThat(CleanText.line(" \u00a0 Объявления\r\n\t«Зимний  сад»\u2028 — 24 \u200b"))
                .isEqualTo("Объявления «Зимний сад» — 24");
        assertThat(CleanText.line("\n\n")).isEmpty();
    }

    @Test
    void aLineIsComposed() {
        assertThat(CleanText.line("Веи\u0306 и е\u0000\u0308")).isEqualTo("Вей и ё");
    }

    @Test
    void aLineCannotDisguiseItself() {
        assertThat(CleanText.line("счёт\u202efdp.exe\u2066\u0000\u0007\ufeff")).isEqualTo("счётfdp.exe");
        assertThat(CleanText.line("семья 👨\u200d👩\u200d👧")).isEqualTo("семья 👨\u200d👩\u200d👧");
    }

    @Test
    void aBodyKeepsItsLines() {
        assertThat(CleanText.body("раз\r\nдва\rтри\n\n\tчетыре \u0000\u001b\ufeff "))
                .isEqualTo("раз\nдва\nтри\n\n\tчетыре  ");
    }

    @Test
    void halfACharacterIsNotKept() {
        assertThat(CleanText.line("a\ud83d")).isEqualTo("a");
        assertThat(CleanText.body("\ude00b😀")).isEqualTo("b😀");
    }

    @Property
    void whatIsCleanCanBeStoredAndStaysAsItIs(@ForAll String input) {
        String line = CleanText.line(input);
        String body = CleanText.body(input);

        assertThat(CleanText.line(line)).isEqualTo(line);
        assertThat(CleanText.body(body)).isEqualTo(body);
        assertThat(Normalizer.isNormalized(line, Normalizer.Form.NFC)).isTrue();
        assertThat(line).doesNotContain("\n", "\r", "\t", "\u0000");
        assertThat(body).doesNotContain("\r", "\u0000");
        assertThat(new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(body);
    }
}
