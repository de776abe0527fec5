package openkitchen.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Says in the document what the records say: which fields are always there, and which may be null. A field of a PATCH is
 * described as what it is changed to.
 */
final class Nullability implements ModelConverter, GlobalOpenApiCustomizer {

    /** Swagger keeps one list of converters for the whole JVM: what one kitchen's converter learns, another's document needs. */
    private static final Map<String, Class<?>> RECORDS = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> rest) {
        com.fasterxml.jackson.databind.JavaType java = Json31.mapper().constructType(type.getType());
        if (java.getRawClass() == Change.class) {
            type.type(java.containedType(0));
        }
        if (!rest.hasNext()) {
            return null;
        }
        Schema<?> schema = rest.next().resolve(type, context, rest);
        if (schema != null && schema.get$ref() != null && java.getRawClass().isRecord()) {
            RECORDS.put(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1), java.getRawClass());
        }
        return schema;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            Class<?> described = RECORDS.get(name);
            if (described != null) {
                describe(schema, described);
            }
            choicesOfLists(schema);
        });
    }

    private static void describe(Schema<?> schema, Class<?> described) {
        Set<String> required = new LinkedHashSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
        for (RecordComponent field : described.getRecordComponents()) {
            if (field.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(schema, field.getType());
                required.addAll(schema.getRequired());
            } else if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(field.getName());
            } else if (!required.contains(field.getName())) {
                schema.getProperties().computeIfPresent(field.getName(), (name, property) -> orNull(property));
            }
        }
        schema.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
    }

    private static Schema<?> orNull(Schema<?> property) {
        Schema<?> nothing = new Schema<>().types(Set.of("null"));
        if (property.get$ref() != null) {
            return new Schema<>()
                    .description(property.getDescription())
                    .anyOf(List.of(new Schema<>().$ref(property.get$ref()), nothing));
        }
        if (property.getEnum() != null && !property.getTypes().contains("array")) {
            String about = property.getDescription();
            property.setDescription(null);
            return new Schema<>().description(about).anyOf(List.of(property, nothing));
        }
        Set<String> types = new LinkedHashSet<>(property.getTypes());
        types.add("null");
        property.setTypes(types);
        return property;
    }

    /** What an annotation says of a list's choices is meant of what is in it. */
    @SuppressWarnings("unchecked")
    private static void choicesOfLists(Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        for (Schema<?> property : schema.getProperties().values()) {
            Set<String> types = property.getTypes();
            if (types != null && types.contains("array") && property.getEnum() != null && property.getItems() != null) {
                ((Schema<Object>) property.getItems()).setEnum((List<Object>) property.getEnum());
                property.setEnum(null);
            }
        }
    }
}
