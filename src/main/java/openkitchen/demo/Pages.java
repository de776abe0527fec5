package openkitchen.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the demo is made from: the YAML files under {@code demo/}. */
final class Pages {

    private static final JsonMapper RECORDS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Pages() {}

    static <T> T read(String name, Class<T> as) {
        try (InputStream file = Pages.class.getResourceAsStream("/demo/" + name + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("no demo/" + name + ".yaml");
            }
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return RECORDS.convertValue(tree, as);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
