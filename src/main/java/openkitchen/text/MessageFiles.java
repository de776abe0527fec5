package openkitchen.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The message files on the class path, {@code messages/<room>_<language>.properties} in UTF-8. */
final class MessageFiles {

    private MessageFiles() {}

    /** All texts of a language by key; a key that is said twice, in one file or in two, is an error. */
    static Map<String, String> read(Language language) {
        return merged(found(language));
    }

    static List<Resource> found(Language language) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver(MessageFiles.class.getClassLoader())
                    .getResources("classpath*:messages/*_" + language.tag() + ".properties");
            return Stream.of(files)
                    .sorted(Comparator.comparing(Resource::getDescription))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> merged(List<Resource> files) {
        Map<String, String> texts = new TreeMap<>();
        for (Resource file : files) {
            try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                new KeysOnce(texts, file).load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file.getDescription(), e);
            }
        }
        return texts;
    }

    /** {@link Properties} would let the last of two equal keys win without a word. */
    private static final class KeysOnce extends Properties {
        private final transient Map<String, String> texts;
        private final transient Resource file;

        KeysOnce(Map<String, String> texts, Resource file) {
            this.texts = texts;
            this.file = file;
        }

        @Override
        public synchronized Object put(Object key, Object text) {
            if (texts.putIfAbsent((String) key, (String) text) != null) {
                throw new IllegalStateException(
                        "The message \"" + key + "\" is written twice, the second time in " + file.getDescription());
            }
            return text;
        }
    }
}
