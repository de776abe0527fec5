package openkitchen.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import openkitchen.people.Viewer;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The stream of a desk: it says only that something happened in one of its owner's projects. */
@Controller
class DeskLiveDoor implements SmartLifecycle {

    private static final int HEARTBEAT_SECONDS = 10;

    private static final byte[] POKE = LiveBoards.event("poke", Map.of());
    private static final byte[] PING = LiveBoards.event("ping", Map.of());

    private final DeskPokes pokes;
    private volatile boolean open;

    DeskLiveDoor(DeskPokes pokes) {
        this.pokes = pokes;
    }

    @GetMapping("/desk/live")
    void live(Viewer viewer, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        DeskPokes.Sitter sitter = pokes.sit(viewer);
        try {
            OutputStream out = response.getOutputStream();
            out.write(PING);
            response.flushBuffer();
            while (open) {
                out.write(sitter.waitForPoke(HEARTBEAT_SECONDS) ? POKE : PING);
                response.flushBuffer();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            pokes.leave(sitter);
        }
    }

    @Override
    public void start() {
        open = true;
    }

    /** Ends the streams before the server waits for its requests to end. */
    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
