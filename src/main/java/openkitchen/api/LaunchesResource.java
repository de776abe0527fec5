package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import openkitchen.history.History;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.material.Launch;
import openkitchen.material.Launches;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Launches, which are cards of that kind. Every step makes something new and answers with the launch as it then is. */
@RestController
@RequestMapping("/api/v1/projects/{key}")
@Tag(
        name = "Launches",
        description =
                "A card of the kind launch knows what is tried, when it went live and what came of it. It goes live only "
                        + "when the newest version of each of its materials is approved and no remark on it must be fixed; the "
                        + "project's account and the owner may override that with a reason, which is kept and shown.")
class LaunchesResource {

    private final Launches launches;
    private final History history;

    LaunchesResource(Launches launches, History history) {
        this.launches = launches;
        this.history = history;
    }

    @Schema(name = "Launch")
    record LaunchView(
            @Schema(description = "The card's number.") int card,
            String title,

            @Schema(allowableValues = {"planned", "launched", "stopped"})
            String state,

            String hypothesis,
            String channel,
            String audience,
            @Nullable BigDecimal budget,

            @Schema(allowableValues = {"RUB", "USD", "EUR", "KZT", "BYN"})
            String currency,

            @Schema(format = "date") @Nullable String starts,
            @Schema(format = "date") @Nullable String stops,

            @Schema(description = "Counts the edits of the plan; 0 before there is any.")
            int version,

            @Nullable Instant launched,
            @Nullable Long launchedBy,

            @Schema(description = "Why it was launched although it was held back.")
            String despite,

            @Nullable Instant stopped,
            @Nullable Long stoppedBy,

            @Schema(description = "Which of its runs is on, was last, or comes first.")
            int run,

            String result,

            @Schema(allowableValues = {"keep", "change", "stop"}) @Nullable
            String verdict,

            @Schema(description = "Counts the edits of the result of this run; 0 before there is any.")
            int resultVersion,

            @Schema(description = "Ids of the materials whose newest version is not approved.")
            List<Long> unapproved,

            @Schema(description = "How many open remarks must be fixed.")
            int mustFix,

            @Schema(description = "Whether it may go live now without a reason.")
            boolean ready,

            @Schema(description = "Its runs before this one, the first first: it was stopped and launched again.")
            List<RunView> earlier) {

        static LaunchView of(Launch launch, Launches.Held held) {
            Launch.Plan plan = launch.plan();
            return new LaunchView(
                    launch.number(),
                    launch.title(),
                    launch.state().code(),
                    plan.hypothesis(),
                    plan.channel(),
                    plan.audience(),
                    plan.budget() == null ? null : new BigDecimal(plan.budget().toPlainString()),
                    plan.currency(),
                    plan.starts() == null ? null : plan.starts().toString(),
                    plan.stops() == null ? null : plan.stops().toString(),
                    launch.version(),
                    launch.launched(),
                    value(launch.launchedBy()),
                    launch.despite(),
                    launch.stopped(),
                    value(launch.stoppedBy()),
                    launch.run(),
                    launch.result(),
                    launch.verdict() == null ? null : launch.verdict().code(),
                    launch.outcome().version(),
                    held.waiting().stream().map(waiting -> waiting.id().value()).toList(),
                    held.mustFix(),
                    launch.state() != Launch.State.LAUNCHED && !held.back(),
                    launch.earlier().stream().map(RunView::of).toList());
        }

        private static @Nullable Long value(@Nullable PersonId person) {
            return person == null ? null : person.value();
        }
    }

    @Schema(name = "LaunchRun")
    record RunView(
            int number,
            Instant launched,
            @Nullable Long launchedBy,
            String despite,
            Instant stopped,
            @Nullable Long stoppedBy,
            String result,

            @Schema(allowableValues = {"keep", "change", "stop"}) @Nullable
            String verdict,

            @Schema(description = "Counts the edits of its result; 0 before there is any.")
            int resultVersion) {

        static RunView of(Launch.Run run) {
            return new RunView(
                    run.number(),
                    run.launched(),
                    LaunchView.value(run.launchedBy()),
                    run.despite(),
                    run.stopped(),
                    LaunchView.value(run.stoppedBy()),
                    run.result(),
                    run.verdict() == null ? null : run.verdict().code(),
                    run.outcome().version());
        }
    }

    @Schema(name = "LaunchPlan", description = "What is left out is taken away.")
    record Plan(
            @Schema(description = "What is expected.", maxLength = 5000) @Nullable
            String hypothesis,

            @Schema(maxLength = 200) @Nullable String channel,

            @Schema(maxLength = 5000) @Nullable String audience,

            @Schema(description = "At most two decimals.", minimum = "0") @Nullable
            BigDecimal budget,

            @Schema(
                    allowableValues = {"RUB", "USD", "EUR", "KZT", "BYN"},
                    defaultValue = "RUB")
            @Nullable
            String currency,

            @Schema(format = "date") @Nullable String starts,
            @Schema(format = "date") @Nullable String stops,

            @Schema(
                    description =
                            "The version that was edited. When it was edited since, the answer is 409 with what stands now.")
            @Nullable
            Integer version) {

        Launch.Plan plan() {
            return new Launch.Plan(
                    Input.text(hypothesis).strip(),
                    Input.line(channel),
                    Input.text(audience).strip(),
                    budget,
                    currency == null ? "RUB" : currency,
                    day("starts", starts),
                    day("stops", stops));
        }

        private static @Nullable LocalDate day(String field, @Nullable String text) {
            return text == null ? null : Input.day(field, text);
        }
    }

    @Schema(name = "LaunchStart")
    record Start(
            @Schema(description = "Why, although it is held back.", maxLength = 2000) @Nullable
            String reason) {}

    @Schema(name = "LaunchResult")
    record Result(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What came of it.", maxLength = 5000)
            @Nullable
            String result,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"keep", "change", "stop"})
            @Nullable
            String verdict,

            @Schema(description = "Of which run; left out for the one that is on or was last.", minimum = "1") @Nullable
            Integer run,

            @Schema(
                    description =
                            "The `resultVersion` that was edited. When that run's result was edited since, the answer is 409 with what stands now.")
            @Nullable
            Integer version) {}

    @GetMapping("/launches")
    @Operation(
            operationId = "listLaunches",
            summary = "List a project's launches",
            description = "At most 1000, archived cards left out; the latest start first, what has none before them.")
    ResponseEntity<Page<LaunchView>> list(Asking asking, @PathVariable String key) {
        Seat seat = asking.seat(key);
        return asking.answer(seat, () -> {
            List<Launch> all = launches.in(seat);
            Map<CardId, Launches.Held> held =
                    launches.held(all.stream().map(Launch::card).toList());
            return Page.whole(all.stream()
                    .map(launch -> LaunchView.of(launch, Objects.requireNonNull(held.get(launch.card()))))
                    .toList());
        });
    }

    @GetMapping("/cards/{number}/launch")
    @Operation(operationId = "readLaunch", summary = "Read what a launch card knows, and what holds it back")
    ResponseEntity<LaunchView> read(Asking asking, @PathVariable String key, @PathVariable int number) {
        Seat seat = asking.seat(key);
        return asking.answer(view(seat, number));
    }

    private LaunchView view(Seat seat, int number) {
        Launch launch = launches.one(seat, number);
        return LaunchView.of(launch, launches.held(launch.card()));
    }

    @PutMapping("/cards/{number}/launch")
    @Operation(
            operationId = "planLaunch",
            summary = "Say what is intended",
            description = "Whoever is on the project may.")
    ResponseEntity<LaunchView> plan(
            Asking asking, @PathVariable String key, @PathVariable int number, @RequestBody Plan wanted) {
        Seat seat = asking.seat(key);
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Launch now = launches.one(seat, number);
            if (asking.conditional()) {
                asking.mustMatch(asking.hash(view(seat, number)), now.version(), now.plan()::texts);
            }
            launches.plan(seat, number, wanted.version() == null ? now.version() : wanted.version(), wanted.plan());
            return true;
        });
        LaunchView view = view(seat, number);
        return ResponseEntity.ok().eTag(Asking.quoted(asking.hash(view))).body(view);
    }

    private LaunchView after(Asking asking, String key, int number, Consumer<Seat> step) {
        Seat seat = asking.seat(key);
        step.accept(seat);
        return view(seat, number);
    }

    @PostMapping("/cards/{number}/launch/starts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "startLaunch",
            summary = "Say that it goes live now",
            description =
                    "Anybody of the agency may; when it is held back, the project's account and the owner, with a reason. "
                            + "What was stopped goes live again, and what came of it before stays in `earlier`.")
    LaunchView start(Asking asking, @PathVariable String key, @PathVariable int number, @RequestBody Start wanted) {
        return after(asking, key, number, seat -> launches.launch(seat, number, Input.text(wanted.reason())));
    }

    @PostMapping("/cards/{number}/launch/stops")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "stopLaunch",
            summary = "Say that it is live no longer",
            description = "Anybody of the agency may.")
    LaunchView stop(Asking asking, @PathVariable String key, @PathVariable int number) {
        return after(asking, key, number, seat -> launches.stop(seat, number));
    }

    @PostMapping("/cards/{number}/launch/results")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "judgeLaunch",
            summary = "Say what came of it",
            description =
                    "Anybody of the agency may; it may be said again. What is said of a run that is over by now stays with that run.")
    LaunchView judge(Asking asking, @PathVariable String key, @PathVariable int number, @RequestBody Result wanted) {
        return after(
                asking,
                key,
                number,
                seat -> launches.judge(
                        seat,
                        number,
                        new Launches.Edited(wanted.run(), wanted.version()),
                        Input.text(wanted.result()),
                        Input.choice("verdict", wanted.verdict(), Launch.Verdict::find)));
    }
}
