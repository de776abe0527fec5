package openkitchen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalsAreWordedTest {

    private static final Pattern KEY = Pattern.compile("\"((?:error|api)\\.[a-z_]+(?:\\.[a-z_]+)*)\"");

    @Test
    void whateverIsRefusedIsWordedInBothLanguages() throws IOException {
        Set<String> thrown = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(source))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(thrown::add);
            }
        }
        thrown.removeIf(key -> key.startsWith("api.properties"));
        assertThat(thrown).hasSizeGreaterThan(30);
        Messages messages = new Messages();
        for (Language language : Language.values()) {
            assertThat(messages.keys(language)).as(language.toString()).containsAll(thrown);
        }
    }
}
