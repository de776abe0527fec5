package openkitchen.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openkitchen.project.Discipline;
import openkitchen.text.Language;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a service brings to the board of a new project, as {@code templates/<service>_<language>.yaml} has it. */
record Template(List<Mark> labels, Questions brief, List<Starter> cards) {

    private static final JsonMapper RECORDS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    record Mark(String name, String colour) {}

    /** What the brief asks for the sake of this service: a checklist on the brief's card. */
    record Questions(String name, List<String> items) {}

    /**
     * A card to start with.
     *
     * @param kind empty for a task
     * @param brief whether it is the card that holds the brief's questions of all services
     */
    record Starter(
            String title,
            @Nullable String kind,
            String column,
            boolean brief,
            @Nullable List<String> labels,
            @Nullable String description,
            @Nullable List<Questions> checklists) {

        CardKind cardKind() {
            return kind == null ? CardKind.TASK : CardKind.find(kind).orElseThrow();
        }

        ColumnKind columnKind() {
            return ColumnKind.find(column).orElseThrow();
        }

        List<String> labelNames() {
            return labels == null ? List.of() : labels;
        }

        String text() {
            return description == null ? "" : description.strip();
        }

        List<Questions> lists() {
            return checklists == null ? List.of() : checklists;
        }
    }

    /** Empty for a service that brings nothing of its own. */
    static Optional<Template> of(Discipline service, Language language) {
        String name = "/templates/%s_%s.yaml".formatted(service.name().toLowerCase(Locale.ROOT), language.tag());
        try (InputStream file = Template.class.getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(read(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Template read(InputStream file) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        return RECORDS.convertValue(tree, Template.class);
    }
}
