package openkitchen.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private final Messages messages = new Messages();

    @ParameterizedTest
    @CsvSource({
        "0, 0 карточек",
        "1, 1 карточка",
        "2, 2 карточки",
        "5, 5 карточек",
        "11, 11 карточек",
        "14, 14 карточек",
        "21, 21 карточка",
        "22, 22 карточки",
        "111, 111 карточек",
        "1.5, 1.5 карточки"
    })
    void russianCountsAsPeopleDo(String count, String said) {
        Number number = count.contains(".") ? Double.valueOf(count) : (Number) Integer.valueOf(count);
        assertThat(messages.in(Language.RU).say("count.cards", "count", number)).isEqualTo(said.replace('.', ','));
    }

    @Test
    void englishCountsAsPeopleDo() {
        Words words = messages.in(Language.EN);
        assertThat(words.say("count.people", "count", 1)).isEqualTo("1 person");
        assertThat(words.say("count.people", "count", 1900)).isEqualTo("1,900 people");
        assertThat(words.say("count.times", "count", 2)).isEqualTo("twice");
    }

    @Test
    void argumentsAreSaidInPlainText() {
        Words words = words("greeting", "{name}, it''s <b>{what}</b>: '{'don't'}'");
        assertThat(words.say("greeting", "name", "A&B", "what", 7L)).isEqualTo("A&B, it's <b>7</b>: {don't}");
    }

    @Test
    void anArgumentThatWasForgottenIsSeen() {
        assertThat(words("greeting", "Hello, {name}").say("greeting")).isEqualTo("Hello, {name}");
    }

    @Test
    void argumentsComeInPairs() {
        assertThatThrownBy(() -> words("greeting", "Hello, {name}").say("greeting", "name"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatOnlyIcuCanSayIsLeftToIcu() {
        Words words = words("share", "{who} did {part, number, percent} of it");
        assertThat(words.say("share", "who", "Anna", "part", 0.25)).isEqualTo("Anna did 25% of it");
    }

    @Property(tries = 500)
    void aSentenceSaysWhatIcuSays(
            @ForAll("patterns") String pattern, @ForAll("numbers") Number count, @ForAll Language language) {
        Words words = new Words(language, Map.of("key", pattern));
        String expected = new MessageFormat(pattern, language.locale())
                .format(Map.of("count", count, "name", "Анна", "sex", "f"));

        assertThat(words.say("key", "count", count, "name", "Анна", "sex", "f")).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                "{name} и ''{count}''",
                "{count, plural, one {# a} few {# b} many {# c} other {# d}}!",
                "{count, plural, =0 {ничего у {name}} one {# a} other {# d '#' '{'}}",
                "{count, plural, offset:1 =1 {only {name}} one {{name} and # more} other {{name} and # more}}",
                "{sex, select, f {она} m {он} other {они}}: {name}",
                "{sex, select, x {a} other {b {count, plural, one {#} other {#s}}}} #",
                "{count, plural, one {{sex, select, f {# она} other {# он}}} other {{sex, select, f {# их} other {}}}}",
                "{count, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
                "{count, number} of {name}",
                "don't, '{'{name}'}'");
    }

    @Provide
    Arbitrary<Number> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-10, 130).map(number -> number),
                Arbitraries.longs()
                        .between(-1_000_000_000_000L, 1_000_000_000_000L)
                        .map(number -> number),
                Arbitraries.doubles().between(-10, 10_000).ofScale(2).map(number -> number));
    }

    @Test
    void manyThreadsSayTheSameAtOnce() {
        Words words = words("key", "{count, plural, one {# card} other {# cards}} of {part, number, percent}");
        List<String> said = IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(count -> words.say("key", "count", count % 100, "part", (count % 100) / 100.0))
                .toList();
        assertThat(said).allMatch(sentence -> sentence.matches("(\\d+) cards? of \\1%"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0             | 0 Б     | 0 B",
                "1023          | 1 023 Б | 1,023 B",
                "1024          | 1 КБ    | 1 KB",
                "870400        | 850 КБ  | 850 KB",
                "1048575       | 1 МБ    | 1 MB",
                "1468006       | 1,4 МБ  | 1.4 MB",
                "15728640      | 15 МБ   | 15 MB",
                "5368709120    | 5 ГБ    | 5 GB",
                "-1            | 0 Б     | 0 B"
            })
    void aSizeIsShort(long bytes, String russian, String english) {
        assertThat(messages.in(Language.RU).size(bytes).replace('\u00a0', ' ')).isEqualTo(russian);
        assertThat(messages.in(Language.EN).size(bytes)).isEqualTo(english);
    }

    private static Words words(String key, String text) {
        return new Words(Language.EN, Map.of(key, text));
    }
}
