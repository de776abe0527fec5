package openkitchen.api;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation of the document what holds for all of its kind: scope, headers and problems. */
final class OperationDetails implements GlobalOperationCustomizer {

    private static final Set<Class<?>> CONDITIONAL = Set.of(
            CardsResource.class,
            CardPlacesResource.class,
            CardMarksResource.class,
            ChecklistsResource.class,
            CommentsResource.class,
            MaterialsResource.class,
            LaunchesResource.class,
            TextsResource.class);

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        String verb = verb(method);
        boolean open = method.hasMethodAnnotation(SecurityRequirements.class);
        if (!open) {
            operation.security(
                    List.of(new SecurityRequirement().addList(OpenApiDocument.TOKEN, Scopes.needed(method, verb))));
            problems(operation, "401", "403");
        }
        if (verb.equals("GET")) {
            operation.addParametersItem(header("If-None-Match", "The ETag that one has: 304 when it still holds."));
            tag(operation, "200");
            operation.getResponses().addApiResponse("304", new ApiResponse().description("What one has still holds."));
            problems(operation, "400", "404");
        } else {
            problems(operation, "400", "404", "413", "415", "422");
        }
        if (verb.equals("POST") && !open) {
            operation.addParametersItem(
                    header(OnceOnly.KEY, "Makes a repeated request one change; up to 255 characters."));
            problems(operation, "409");
        }
        if (!verb.equals("POST") && !verb.equals("GET") && conditional(method)) {
            operation.addParametersItem(header("If-Match", "The ETag that one has: 412 when it no longer holds."));
            problems(operation, "409", "412");
            tag(operation, "200");
        }
        problems(operation, open ? "429" : "500");
        return operation;
    }

    private static boolean conditional(HandlerMethod method) {
        return CONDITIONAL.contains(method.getBeanType())
                || method.getBeanType() == ProjectsResource.class && method.hasMethodAnnotation(PatchMapping.class);
    }

    private static String verb(HandlerMethod method) {
        if (method.hasMethodAnnotation(GetMapping.class)) {
            return "GET";
        }
        if (method.hasMethodAnnotation(PostMapping.class)) {
            return "POST";
        }
        if (method.hasMethodAnnotation(PutMapping.class)) {
            return "PUT";
        }
        if (method.hasMethodAnnotation(PatchMapping.class)) {
            return "PATCH";
        }
        return method.hasMethodAnnotation(DeleteMapping.class) ? "DELETE" : "GET";
    }

    private static Parameter header(String name, String about) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(false)
                .description(about)
                .schema(text());
    }

    private static Schema<?> text() {
        return new Schema<>().type("string").types(Set.of("string"));
    }

    private static void tag(Operation operation, String status) {
        @Nullable ApiResponse answer = operation.getResponses().get(status);
        if (answer != null) {
            answer.addHeaderObject(
                    "ETag", new Header().description("Its version.").schema(text()));
        }
    }

    private static void problems(Operation operation, String... statuses) {
        for (String status : statuses) {
            operation
                    .getResponses()
                    .computeIfAbsent(status, none -> new ApiResponse().$ref("#/components/responses/Problem"));
        }
    }
}
