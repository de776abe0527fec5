package openkitchen.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A field of a PATCH that may be set to nothing: a null {@code Change} leaves what is there, a change {@code to} null takes it
 * away.
 */
@JsonDeserialize(using = Change.Reader.class)
record Change<T>(@Nullable T to) {

    /** What is to stand there in the end. */
    static <T> @Nullable T or(@Nullable Change<T> change, @Nullable T present) {
        return change == null ? present : change.to();
    }

    static final class Reader extends ValueDeserializer<Change<?>> {

        private final @Nullable JavaType content;

        Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType content) {
            this.content = content;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            JavaType type = property == null ? context.getContextualType() : property.getType();
            return new Reader(type.containedType(0));
        }

        @Override
        public Change<?> deserialize(JsonParser parser, DeserializationContext context) {
            return new Change<>(context.readValue(parser, content));
        }

        @Override
        public Change<?> getNullValue(DeserializationContext context) {
            return new Change<>(null);
        }

        @Override
        @SuppressWarnings("NullAway") // absent is null, by what this type means
        public Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
