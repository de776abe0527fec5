package openkitchen.rounds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does something again and again while the installation is up, each round on a thread of its own. Whatever fails, the next time it
 * is tried again; the same failure in a row is told of once.
 */
public abstract class Rounds implements SmartLifecycle {

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final boolean byItself;
    /** Rung by whoever changes something, at the start too. */
    private final List<Semaphore> bells = new CopyOnWriteArrayList<>();

    private volatile boolean running;

    /** @param byItself false where somebody else says when to go, as tests do */
    protected Rounds(boolean byItself) {
        this.byItself = byItself;
    }

    /** What is done. */
    public interface Work {
        void go() throws Exception;
    }

    /**
     * What is done again and again.
     *
     * @param name of its thread
     * @param trouble what to say when it fails, as "letters could not be sent"
     * @param first how long it waits before it goes first
     * @param every how long it waits from the end of one time to the next
     */
    public record Round(String name, String trouble, Duration first, Duration every, Work work) {

        public Round(String name, String trouble, Duration every, Work work) {
            this(name, trouble, every, every, work);
        }
    }

    /** What there is to be done, asked once at the start. */
    protected abstract List<Round> rounds();

    /** Goes at once instead of waiting, or once more when it goes just now. */
    protected final void hurry() {
        bells.forEach(Semaphore::release);
    }

    @Override
    public final void start() {
        running = byItself;
        if (running) {
            for (Round round : rounds()) {
                Semaphore bell = new Semaphore(0);
                bells.add(bell);
                Thread.ofVirtual().name(round.name()).start(() -> again(round, bell));
            }
        }
    }

    private void again(Round round, Semaphore bell) {
        String last = "";
        Duration pause = round.first();
        while (running) {
            try {
                if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
                if (running) {
                    round.work().go();
                }
                last = "";
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception failed) { // whatever it is, the next time it may go
                String message = String.valueOf(failed.getMessage());
                if (running && !message.equals(last)) {
                    log.warn("{}, trying again: {}", round.trouble(), message);
                }
                last = message;
            }
            pause = round.every();
        }
    }

    @Override
    public final void stop() {
        running = false;
        hurry();
        bells.clear();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
