package openkitchen.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says at the console where the kitchen is open. */
@Component
class Greeting {

    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    private final Environment environment;

    Greeting(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void open(ApplicationReadyEvent ready) {
        log.info(
                "Open Kitchen is open at http://localhost:{} ({} s)",
                environment.getProperty("local.server.port"),
                ready.getTimeTaken() == null
                        ? "?"
                        : "%.1f".formatted(ready.getTimeTaken().toMillis() / 1000.0));
    }
}
