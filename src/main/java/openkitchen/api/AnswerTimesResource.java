package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import openkitchen.insight.AnswerTimes;
import openkitchen.insight.Answers;
import openkitchen.insight.Figures;
import openkitchen.insight.Plainly;
import openkitchen.insight.Spread;
import openkitchen.insight.Waits;
import openkitchen.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Answer times",
        description =
                "How long answers take, on either side. Months are those of the agency's calendar; an answer belongs to the month "
                        + "in which it was given.")
class AnswerTimesResource {

    private static final String MONTH = "Such as 2026-11; left out: this month.";

    private final AnswerTimes times;

    AnswerTimesResource(AnswerTimes times) {
        this.times = times;
    }

    @Schema(name = "Spread")
    record SpreadView(
            @Schema(description = "Seconds: half of all take no longer.")
            long median,

            @Schema(description = "Seconds: nine of ten take no longer.")
            long most) {

        static @Nullable SpreadView of(@Nullable Spread spread) {
            return spread == null ? null : new SpreadView(seconds(spread.median()), seconds(spread.most()));
        }

        private static long seconds(Duration duration) {
            return duration.toSeconds();
        }
    }

    @Schema(name = "Answers")
    record AnswersView(
            @Schema(description = "How many answers the agency's people gave.")
            int number,

            @Schema(description = "How much of the answer windows passed until then.") @Nullable
            SpreadView window,

            @Schema(description = "How much time passed until then with the clock running.") @Nullable
            SpreadView wall,

            @Schema(description = "How many were promised for a time.")
            int promised,

            @Schema(description = "How many of these came in time.")
            int kept,

            @Schema(description = "How many were not what was asked.")
            int reopened,

            @Schema(description = "How many an account gave to what was asked of a specialist.")
            int relayed) {

        static AnswersView of(Answers answers) {
            return new AnswersView(
                    answers.number(),
                    SpreadView.of(answers.window()),
                    SpreadView.of(answers.wall()),
                    answers.promised(),
                    answers.kept(),
                    answers.reopened(),
                    answers.relayed());
        }
    }

    @Schema(name = "ClientWaits")
    record WaitsView(
            @Schema(description = "How many times the client did what it was waited for.")
            int number,

            @Schema(description = "How much time passed until then with the clock running.") @Nullable
            SpreadView wall) {

        static WaitsView of(Waits waits) {
            return new WaitsView(waits.number(), SpreadView.of(waits.wall()));
        }
    }

    @Schema(name = "AnswerTimesOfPerson")
    record PersonTimes(
            @Schema(description = "The person's id.") long person, AnswersView answers) {}

    @Schema(name = "AnswerTimesOfProject")
    record ProjectTimes(
            @Schema(description = "The project's key.") String project,
            String name,
            AnswersView answers,
            WaitsView client,

            @Schema(description = "How many times remarks were raised again.")
            int raisedAgain) {}

    @Schema(name = "AnswerTimesOfMonth")
    record MonthTimes(
            @Schema(example = "2026-11") String month,

            @Schema(description = "Without how many were reopened.")
            AnswersView answers,

            WaitsView client) {}

    @Schema(name = "AnswerTimes")
    record TimesView(
            @Schema(example = "2026-11") String month,
            AnswersView answers,
            WaitsView client,

            @Schema(description = "How many times remarks were raised again.")
            int raisedAgain,

            List<PersonTimes> people,
            List<ProjectTimes> projects,

            @Schema(description = "Twelve months, the one asked for the last.")
            List<MonthTimes> year) {

        static TimesView of(Figures figures) {
            return new TimesView(
                    figures.month().toString(),
                    AnswersView.of(figures.all()),
                    WaitsView.of(figures.client()),
                    figures.raisedAgain(),
                    figures.people().stream()
                            .map(one -> new PersonTimes(one.person().value(), AnswersView.of(one.answers())))
                            .toList(),
                    figures.projects().stream()
                            .map(one -> new ProjectTimes(
                                    one.key(),
                                    one.name(),
                                    AnswersView.of(one.answers()),
                                    WaitsView.of(one.client()),
                                    one.raisedAgain()))
                            .toList(),
                    figures.year().stream()
                            .map(one -> new MonthTimes(
                                    one.month().toString(), AnswersView.of(one.answers()), WaitsView.of(one.client())))
                            .toList());
        }
    }

    @Schema(name = "ProjectAnswers")
    record PlainView(
            @Schema(example = "2026-11") String month,

            @Schema(description = "How many questions the team answered.")
            int answers,

            @Schema(description = "After how many days half of them were answered: 0 for the same day.")
            int days) {}

    @GetMapping("/answer-times")
    @Operation(
            operationId = "readAnswerTimes",
            summary = "Read a month's answer times by person, project and month",
            description =
                    "The owner's are over all projects, an account's over those that they manage; for others they do not exist.")
    ResponseEntity<TimesView> read(
            Asking asking,
            @Parameter(description = MONTH) @RequestParam(required = false) @Nullable String month,
            @Parameter(description = "Only this project's, by its key.") @RequestParam(required = false) @Nullable
                    String project) {
        if (!asking.viewer().leads()) {
            throw new NotFound();
        }
        return asking.answer(TimesView.of(times.of(asking.viewer(), month(month), project)));
    }

    private YearMonth month(@Nullable String text) {
        if (text == null) {
            return times.now();
        }
        try {
            YearMonth month = YearMonth.parse(text);
            if (!month.isBefore(AnswerTimes.FIRST) && !month.isAfter(times.now())) {
                return month;
            }
        } catch (DateTimeException nonsense) {
            throw Refused.field(400, "month", "api.month");
        }
        throw Refused.field(400, "month", "api.month");
    }

    @GetMapping("/projects/{key}/answer-times")
    @Operation(
            operationId = "readProjectAnswers",
            summary = "Read how many questions a project's team answered in a month, and how soon",
            description = "For everybody on the project.")
    ResponseEntity<PlainView> plainly(
            Asking asking,
            @PathVariable String key,
            @Parameter(description = MONTH) @RequestParam(required = false) @Nullable String month) {
        openkitchen.project.Seat seat = asking.seat(key);
        YearMonth wanted = month(month);
        Plainly plainly = times.plainly(seat, wanted);
        return asking.answer(new PlainView(wanted.toString(), plainly.answers(), plainly.days()));
    }
}
