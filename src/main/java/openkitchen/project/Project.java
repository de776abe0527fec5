package openkitchen.project;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import openkitchen.id.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * One engagement for one client.
 *
 * @param client null for an inner project of the agency
 * @param urgentQuota how many urgent questions a month are agreed on; more are answered, too, and shown as over it
 * @param version number of its last event
 */
public record Project(
        ProjectId id,
        String key,
        String name,
        @Nullable Client client,
        Set<Discipline> services,
        Stage stage,
        Status status,
        int urgentQuota,
        long version,
        Instant created,
        List<Mate> team) {}
