package openkitchen.store;

import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sweeps what uploads left behind, again and again. Nodes do not disturb each other. */
@Component
class Sweeping implements SmartLifecycle {

    private static final long FIRST_MINUTES = 1;
    private static final long MINUTES = 15;

    private final Uploads uploads;
    private final boolean byItself;
    private volatile boolean running;

    Sweeping(Uploads uploads, @Value("${openkitchen.rounds:true}") boolean byItself) {
        this.uploads = uploads;
        this.byItself = byItself;
    }

    @Override
    public void start() {
        running = byItself;
        if (running) {
            Thread.ofVirtual().name("uploads").start(this::again);
        }
    }

    private void again() {
        long minutes = FIRST_MINUTES;
        while (running) {
            try {
                TimeUnit.MINUTES.sleep(minutes);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            if (running) {
                uploads.sweep();
            }
            minutes = MINUTES;
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
