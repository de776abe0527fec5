package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import openkitchen.project.Discipline;
import openkitchen.project.Project;
import org.jspecify.annotations.Nullable;

@Schema(name = "Project")
record ProjectView(
        @Schema(description = "Names the project in addresses.", example = "north-star")
        String key,

        String name,

        @Schema(description = "Null for an inner project of the agency.")
        ClientsResource.@Nullable ClientView client,

        @Schema(
                allowableValues = {
                    "seo",
                    "ppc",
                    "social",
                    "development",
                    "design",
                    "analytics",
                    "copywriting",
                    "account"
                })
        List<String> services,

        @Schema(allowableValues = {"brief", "setup", "testing", "steady", "winding_down"})
        String stage,

        @Schema(allowableValues = {"live", "paused", "closed"})
        String status,

        @Schema(description = "How many urgent questions a month are agreed on; more are answered, too.")
        int urgentQuota,

        @Schema(description = "The number of the last event of its history. It is the ETag of what belongs to it.")
        long version,

        Instant created) {

    static ProjectView of(Project project) {
        return new ProjectView(
                project.key(),
                project.name(),
                project.client() == null ? null : ClientsResource.ClientView.of(project.client()),
                project.services().stream().map(Discipline::code).toList(),
                project.stage().code(),
                project.status().code(),
                project.urgentQuota(),
                project.version(),
                project.created());
    }
}
