package openkitchen.insight;

import java.time.YearMonth;
import java.util.List;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;

/**
 * Answer times of one month, and of the year up to it. An answer belongs to the month in which it was given.
 *
 * @param all of all people and projects that are looked at
 * @param people who answered, most answers first
 * @param projects where somebody answered, was waited for or a remark was raised again, by name
 * @param both each person in each project
 * @param year twelve months, this one the last
 */
public record Figures(
        YearMonth month,
        Answers all,
        Waits client,
        int raisedAgain,
        List<OfPerson> people,
        List<OfProject> projects,
        List<OfBoth> both,
        List<OfMonth> year) {

    public record OfPerson(PersonId person, Answers answers) {}

    /** @param raisedAgain how many times its remarks were raised again in the month */
    public record OfProject(
            ProjectId project, String key, String name, Answers answers, Waits client, int raisedAgain) {}

    public record OfBoth(PersonId person, ProjectId project, Answers answers) {}

    /** @param answers without how many were reopened, which is told of one month only */
    public record OfMonth(YearMonth month, Answers answers, Waits client) {}
}
