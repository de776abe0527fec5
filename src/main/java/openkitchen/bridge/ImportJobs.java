package openkitchen.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import openkitchen.bridge.ImportProgress.Step;
import openkitchen.id.PersonId;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Imports that go on by themselves, whether or not somebody waits for them on a page. */
@Component
public class ImportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final Duration KEPT = Duration.ofHours(1);

    private final TrelloImport imports;
    private final WaitingExports exports;
    private final Clock clock;
    private final Map<Name, Job> jobs = new ConcurrentHashMap<>();

    ImportJobs(TrelloImport imports, WaitingExports exports, Clock clock) {
        this.imports = imports;
        this.exports = exports;
        this.clock = clock;
    }

    private record Name(PersonId person, String token) {}

    /** How an import stands. */
    public sealed interface State {

        record Running(Step step) implements State {}

        record Done(String project) implements State {}

        /** A choice or the file was wrong. */
        record Refused(Problem why) implements State {}

        /** It broke on our side, and left nothing behind. */
        record Broken() implements State {}
    }

    private static final class Job {

        final Instant since;
        final CountDownLatch end = new CountDownLatch(1);
        volatile State state = new State.Running(Step.READING);

        Job(Instant since) {
            this.since = since;
        }

        boolean failed() {
            return state instanceof State.Refused || state instanceof State.Broken;
        }
    }

    /**
     * Starts the import of a waiting export, unless it runs or is done already.
     *
     * @throws NotFound when the export is gone, or another person's
     */
    public void start(Viewer viewer, String token, ImportChoices choices) {
        Name name = new Name(viewer.person(), token);
        jobs.values().removeIf(job -> job.since.isBefore(clock.instant().minus(KEPT)));
        Job fresh = new Job(clock.instant());
        Job running = jobs.compute(name, (known, old) -> old == null || old.failed() ? fresh : old);
        if (running != fresh) {
            return;
        }
        if (!exports.has(viewer.person(), token)) {
            jobs.remove(name);
            throw new NotFound();
        }
        Thread.ofVirtual().name("import").start(() -> run(viewer, token, choices, fresh));
    }

    private void run(Viewer viewer, String token, ImportChoices choices, Job job) {
        try (InputStream export = exports.open(viewer.person(), token)) {
            TrelloImport.Brought brought =
                    imports.bring(viewer, export, choices, step -> job.state = new State.Running(step));
            job.state = new State.Done(brought.seat().key());
        } catch (Problem problem) {
            job.state = new State.Refused(problem);
        } catch (IOException | RuntimeException failure) {
            LOG.error("an import failed", failure);
            job.state = new State.Broken();
        } finally {
            job.end.countDown();
        }
        if (job.state instanceof State.Done) {
            try {
                exports.drop(viewer.person(), token);
            } catch (UncheckedIOException stays) {
                LOG.warn("an imported file could not be deleted: {}", stays.getMessage());
            }
        }
    }

    /** How it stands, empty when none was started here. */
    public Optional<State> state(PersonId person, String token) {
        return Optional.ofNullable(jobs.get(new Name(person, token))).map(job -> job.state);
    }

    /** How it stands when it has ended, or after a while. */
    public Optional<State> await(PersonId person, String token, Duration most) {
        Job job = jobs.get(new Name(person, token));
        if (job == null) {
            return Optional.empty();
        }
        try {
            if (!job.end.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of(job.state);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(job.state);
    }
}
