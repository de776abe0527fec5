package openkitchen.api;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import openkitchen.problem.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body: where it is no JSON, or which field holds what it should not. */
final class Unreadable {

    private Unreadable() {}

    static Refused of(HttpMessageNotReadableException unread) {
        for (Throwable cause = unread; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refused refused -> {
                    return refused;
                }
                case Spoilt spoilt -> {
                    return Refused.field(422, path(spoilt), spoilt.key());
                }
                case InputCoercionException number -> {
                    return Refused.field(422, "", "error.number");
                }
                case StreamReadException broken -> {
                    return new Refused(
                            400,
                            "json",
                            "api.json",
                            Map.of(
                                    "line",
                                    broken.getLocation().getLineNr(),
                                    "column",
                                    broken.getLocation().getColumnNr()));
                }
                case UnrecognizedPropertyException unknown -> {
                    return Refused.field(422, path(unknown), "api.unknown_field");
                }
                case MismatchedInputException wrong
                when !wrong.getPath().isEmpty() -> {
                    return Refused.field(
                            422, new Fault(path(wrong), "api.type", Map.of("type", kind(wrong.getTargetType()))));
                }
                case DatabindException wrong
                when !wrong.getPath().isEmpty() -> {
                    return Refused.field(422, path(wrong), "error.bad_request");
                }
                default -> {}
            }
        }
        return new Refused(400, "json", "api.body", Map.of());
    }

    private static String path(JacksonException wrong) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "other";
        }
        if (type == String.class || type == Instant.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "yes_no";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "number";
        }
        return Collection.class.isAssignableFrom(type) ? "list" : "object";
    }

    /** A value of the right kind that cannot be taken as it is. */
    static final class Spoilt extends DatabindException {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final String key;

        Spoilt(tools.jackson.core.JsonParser parser, String key) {
            super(parser, key);
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
