package openkitchen.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What went wrong, as {@code application/problem+json} (RFC 9457). */
@Schema(
        name = "Problem",
        description = "What went wrong (RFC 9457), worded in the language of Accept-Language: Russian or English.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Trouble(
        @Schema(description = "Names the kind of problem for programs.", example = "urn:open-kitchen:problem:invalid")
        String type,

        @Schema(description = "The kind of problem in words.")
        String title,

        @Schema(description = "The HTTP status.") int status,

        @Schema(description = "What is wrong here and what would be right.")
        String detail,

        @Schema(description = "What is wrong field by field, where it can be said so.") @Nullable
        List<Wrong> errors,

        @Schema(description = "When it was changed meanwhile: the version that stands now.") @Nullable
        Long version,

        @Schema(description = "When it was changed meanwhile: the texts that stand now, by field.") @Nullable
        Map<String, String> texts) {

    @Schema(name = "ProblemField", description = "One thing wrong with one field.")
    record Wrong(
            @Schema(description = "The field, with dots and brackets for what lies deeper.", example = "people[1]")
            String field,

            @Schema(description = "What would be right, in words.")
            String message,

            @Schema(description = "Names what is wrong for programs.", example = "too_long")
            String code) {}
}
