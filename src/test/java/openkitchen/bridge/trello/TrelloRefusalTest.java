package openkitchen.bridge.trello;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrelloRefusalTest {

    private static final List<TrelloRefusal> ALL = List.of(
            new TrelloRefusal.Empty(),
            new TrelloRefusal.TooLarge(64),
            new TrelloRefusal.TooMany(400_000),
            new TrelloRefusal.Zip(),
            new TrelloRefusal.NotUtf8(1_234_567),
            new TrelloRefusal.NotJson(3, 14),
            new TrelloRefusal.CutShort(),
            new TrelloRefusal.TooDeep(100),
            new TrelloRefusal.NotAnObject(),
            new TrelloRefusal.CardNotBoard("Бриф {0}'"),
            new TrelloRefusal.NotABoard(),
            new TrelloRefusal.NoLists(),
            new TrelloRefusal.NoCards());

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void everyRefusalIsWordedWithAllThatItKnows(String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/messages/trello_" + language + ".properties"))) {
            words.load(reader);
        }
        Locale locale = Locale.forLanguageTag(language);
        assertThat(words.stringPropertyNames().stream().filter(key -> key.startsWith("trello.refusal.")))
                .hasSize(ALL.size());
        for (TrelloRefusal refusal : ALL) {
            String pattern = words.getProperty(refusal.messageKey());
            assertThat(pattern).as(refusal.messageKey()).isNotBlank();
            String worded = new MessageFormat(pattern, locale).format(refusal.arguments());
            assertThat(worded).doesNotContain("{line").doesNotContain("{offset").doesNotContain("plural");
            refusal.arguments()
                    .values()
                    .forEach(value ->
                            assertThat(worded).contains(new MessageFormat("{x}", locale).format(Map.of("x", value))));
        }
    }

    @Test
    void everyReasonIsTried() {
        assertThat(ALL).extracting(Object::getClass).hasSize(TrelloRefusal.class.getPermittedSubclasses().length);
    }
}
