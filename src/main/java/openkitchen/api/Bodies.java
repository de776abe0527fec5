package openkitchen.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import openkitchen.text.CleanText;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads and writes the API's own bodies. It is strict, so that a mistake is told and not guessed around: no unknown fields, no
 * "5" for 5, times only as RFC 3339 has them.
 */
final class Bodies extends JacksonJsonHttpMessageConverter {

    private static final String OWN = Bodies.class.getPackageName();

    Bodies(JsonMapper json) {
        super(strict(json));
        setSupportedMediaTypes(java.util.List.of(MediaType.APPLICATION_JSON));
    }

    private static JsonMapper strict(JsonMapper json) {
        SimpleModule kinds = new SimpleModule("open-kitchen-api");
        kinds.addDeserializer(Instant.class, new Moments());
        kinds.addDeserializer(String.class, new Texts());
        return json.rebuild()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Collection,
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(kinds)
                .build();
    }

    @Override
    public boolean canRead(ResolvableType type, @org.jspecify.annotations.Nullable MediaType mediaType) {
        return own(type) && super.canRead(type, mediaType);
    }

    @Override
    public boolean canWrite(
            ResolvableType type, Class<?> valueClass, @org.jspecify.annotations.Nullable MediaType mediaType) {
        return valueClass.getPackageName().equals(OWN) && super.canWrite(type, valueClass, mediaType);
    }

    private static boolean own(ResolvableType type) {
        return type.toClass().getPackageName().equals(OWN);
    }

    /** A time as RFC 3339 has it, with its offset; kept in microseconds. */
    static final class Moments extends ValueDeserializer<Instant> {

        private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw new Unreadable.Spoilt(parser, "api.instant");
            }
            return parse(parser.getString()).orElseThrow(() -> new Unreadable.Spoilt(parser, "api.instant"));
        }

        static java.util.Optional<Instant> parse(String text) {
            try {
                Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
                return instant.isBefore(FIRST) || !instant.isBefore(LAST)
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(instant);
            } catch (DateTimeException nonsense) {
                return java.util.Optional.empty();
            }
        }
    }

    /** A text is given in quotation marks and holds nothing that cannot be kept. */
    static final class Texts extends ValueDeserializer<String> {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
            }
            String text = parser.getString();
            if (!Clean.is(text)) {
                throw new Unreadable.Spoilt(parser, "api.characters");
            }
            return CleanText.body(text);
        }
    }
}
