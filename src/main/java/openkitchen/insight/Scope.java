package openkitchen.insight;

import java.util.List;
import openkitchen.id.ProjectId;
import org.jspecify.annotations.Nullable;

/** Over which projects is counted; null for all. */
record Scope(@Nullable List<ProjectId> projects) {

    static final Scope ALL = new Scope(null);

    static Scope only(List<ProjectId> projects) {
        return new Scope(projects);
    }

    /** The condition on a column, to be bound with {@link #ids}; none for all, so that PostgreSQL plans each way by itself. */
    String within(String column) {
        return projects == null ? "" : " and " + column + " = any(:projects)";
    }

    Long[] ids() {
        return projects == null
                ? new Long[0]
                : projects.stream().map(ProjectId::value).toArray(Long[]::new);
    }
}
