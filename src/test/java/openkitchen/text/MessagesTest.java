package openkitchen.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class MessagesTest {

    private final Messages messages = new Messages();

    @Test
    void theTwoLanguagesSayTheSame() {
        assertThat(messages.keys(Language.RU))
                .as("Each key has a text in both languages")
                .isNotEmpty()
                .isEqualTo(messages.keys(Language.EN));
        assertThat(argumentNames(Language.RU))
                .as("A text has the same arguments in both languages")
                .isEqualTo(argumentNames(Language.EN));
    }

    @Test
    void everyRoomHasItsWordsInBothLanguages() {
        assertThat(rooms(Language.RU)).contains("common").isEqualTo(rooms(Language.EN));
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsEmpty(Language language) {
        assertThat(MessageFiles.read(language))
                .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
    }

    @Test
    void everyRussianPluralHasAllItsForms() {
        assertThat(plurals(Language.RU))
                .isNotEmpty()
                .allSatisfy((key, forms) -> assertThat(forms).as(key).contains("one", "few", "many", "other"));
    }

    @Test
    void everyEnglishPluralHasAllItsForms() {
        assertThat(plurals(Language.EN))
                .isNotEmpty()
                .allSatisfy((key, forms) -> assertThat(forms).as(key).contains("one", "other"));
    }

    @Test
    void aMissingTextIsSeenAsItsKey() {
        assertThat(messages.in(Language.RU).say("no.such")).isEqualTo("[no.such]");
        assertThat(messages.in(Language.RU).say("no.such", "count", 1)).isEqualTo("[no.such]");
        assertThat(messages.in(Language.RU).know("no.such")).isFalse();
    }

    @Test
    void aKeyWrittenTwiceStopsTheStart() {
        List<Resource> twoFiles = List.of(file("a = one\nb = two"), file("b = three"));

        assertThatThrownBy(() -> MessageFiles.merged(twoFiles)).hasMessageContaining("\"b\" is written twice");
        assertThatThrownBy(() -> MessageFiles.merged(List.of(file("a = one\na = two"))))
                .hasMessageContaining("\"a\" is written twice");
    }

    @Test
    void aMalformedTextStopsTheStartAndIsNamed() {
        assertThatThrownBy(() -> new Words(Language.EN, Map.of("bad.one", "{count, plural, one {# card}")))
                .hasMessageContaining("bad.one");
    }

    private static Resource file(String text) {
        return new ByteArrayResource(text.getBytes(UTF_8));
    }

    private static Set<String> rooms(Language language) {
        Set<String> rooms = new TreeSet<>();
        for (Resource file : MessageFiles.found(language)) {
            rooms.add(String.valueOf(file.getFilename()).replaceFirst("_.*", ""));
        }
        return rooms;
    }

    private static Map<String, Set<String>> argumentNames(Language language) {
        Map<String, Set<String>> names = new TreeMap<>();
        MessageFiles.read(language).forEach((key, text) -> {
            MessagePattern pattern = new MessagePattern(text);
            Set<String> ofThis = new TreeSet<>();
            for (int i = 0; i < pattern.countParts(); i++) {
                if (pattern.getPartType(i) == Part.Type.ARG_NAME) {
                    ofThis.add(pattern.getSubstring(pattern.getPart(i)));
                }
            }
            names.put(key, ofThis);
        });
        return names;
    }

    /** The forms of each plural, by key and place in the text. */
    private static Map<String, List<String>> plurals(Language language) {
        Map<String, List<String>> plurals = new TreeMap<>();
        MessageFiles.read(language).forEach((key, text) -> {
            MessagePattern pattern = new MessagePattern(text);
            for (int i = 0; i < pattern.countParts(); i++) {
                Part part = pattern.getPart(i);
                if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.PLURAL) {
                    plurals.put(key + "@" + part.getIndex(), forms(pattern, i));
                }
            }
        });
        return plurals;
    }

    private static List<String> forms(MessagePattern pattern, int start) {
        List<String> forms = new ArrayList<>();
        for (int i = start + 2; i < pattern.getLimitPartIndex(start); i++) {
            if (pattern.getPartType(i) == Part.Type.ARG_SELECTOR) {
                forms.add(pattern.getSubstring(pattern.getPart(i)));
            } else if (pattern.getPartType(i) == Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            }
        }
        return forms;
    }
}
