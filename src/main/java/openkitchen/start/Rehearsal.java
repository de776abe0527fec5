package openkitchen.start;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** A start for practice: shows the first page to itself and ends, so that the JVM can keep what that took. */
@Component
@ConditionalOnBooleanProperty("openkitchen.rehearsal")
class Rehearsal {

    private static final int FIRST_PAGES = 20;

    private final Environment environment;

    Rehearsal(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void opened(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        URI firstPage = URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/");
        try (HttpClient visitor = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (int seen = 0; seen < FIRST_PAGES; seen++) {
                visitor.send(HttpRequest.newBuilder(firstPage).build(), BodyHandlers.discarding());
            }
        }
        SpringApplication.exit(ready.getApplicationContext());
    }
}
