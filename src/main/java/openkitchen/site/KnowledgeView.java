package openkitchen.site;

import openkitchen.people.Person;
import openkitchen.project.Knowledge;
import openkitchen.text.Html;
import org.jspecify.annotations.Nullable;

/** A version of one of a project's long texts, ready to be shown. */
public record KnowledgeView(
        Knowledge.Kind kind,
        Knowledge.Text text,
        Html html,
        @Nullable Person author) {}
