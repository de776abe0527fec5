package openkitchen.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "ru-RU,ru;q=0.9,en-US;q=0.8 | RU",
                "en-GB,en;q=0.9,ru;q=0.8    | EN",
                "en;q=0.5,ru;q=0.9          | RU",
                "de-DE,de;q=0.9,ru;q=0.5    | RU",
                "de-DE,fr                   | EN",
                "ru;q=0,de                  | EN",
                "rup                        | EN",
                "*                          | EN",
                "none                       | EN",
                ";;;q=,                     | EN"
            })
    void theLanguageIsTheFirstOfOursThatTheBrowserWishes(String header, Language language) {
        assertThat(Language.wished(header)).isEqualTo(language);
    }

    @Property(tries = 300)
    void noHeaderHoweverOddIsAnError(@ForAll String header) {
        assertThat(Language.wished(header)).isNotNull();
    }

    @Test
    void aTagNamesItsLanguage() {
        assertThat(Language.of("ru")).isEqualTo(Language.RU);
        assertThat(Language.of(Language.EN.tag())).isEqualTo(Language.EN);
        assertThatThrownBy(() -> Language.of("de")).hasMessageContaining("de");
    }
}
