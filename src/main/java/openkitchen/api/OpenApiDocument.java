package openkitchen.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API at {@code /api/v1/openapi.json}; the resources describe themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Asking.class);
    }

    private static final String ABOUT = """
            Open Kitchen's REST API: everything that the pages can do.

            **Signing in.** `POST /api/v1/tokens` makes a token from an email and a password; send it as
            `Authorization: Bearer ok_…`. A token has scopes: `read` for reading, `write` for changes, `admin` for managing \
            projects, teams, clients and invitations. What one may not see answers like what does not exist: 404.

            **Problems** come as `application/problem+json`, worded in Russian or English by `Accept-Language`.

            **Versions.** Answers carry an `ETag`. Send it as `If-None-Match` to get 304 while nothing has changed, and as \
            `If-Match` to change only what you have seen: otherwise 412.

            **Repeating.** Send a fresh `Idempotency-Key` with a POST, and repeat the POST with the same key when the answer \
            did not come: it is done once, and the answer that was kept comes again with `Idempotency-Replayed: true`. Keys are \
            kept for 24 hours. An answer that changed nothing (4xx) is not kept.

            **Lists** come in pages: give `next` of one page as `cursor` to get the next one.

            **Times** are RFC 3339 instants with their offset. Bodies are at most 2 MB, files as large as the installation allows.
            """;

    @Bean
    OpenAPI openKitchenApi() {
        return new OpenAPI()
                .info(new Info().title("Open Kitchen").version("1").description(ABOUT))
                .servers(List.of(new Server().url("/").description("This installation")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("ok_…")
                                        .description("A token of POST /api/v1/tokens."))
                        .addResponses("Problem", problem()));
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("What went wrong.")
                .addHeaderObject(
                        "Retry-After",
                        new Header()
                                .description("With 429 and 503: after how many seconds to try again.")
                                .schema(new Schema<>().type("integer").types(java.util.Set.of("integer"))))
                .content(new Content()
                        .addMediaType(
                                Troubles.MEDIA_TYPE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    /** The schema of problems, which no method returns. */
    @Bean
    GlobalOpenApiCustomizer problemSchemas() {
        return document -> ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(Trouble.class))
                .referencedSchemas
                .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
    }

    @Bean
    OperationDetails operationDetails() {
        return new OperationDetails();
    }

    @Bean
    Nullability nullability() {
        return new Nullability();
    }
}
