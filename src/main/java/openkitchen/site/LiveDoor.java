package openkitchen.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import openkitchen.history.History;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The stream of a project's changes, one per tab, and the answer to what a page missed. */
@Controller
class LiveDoor implements SmartLifecycle {

    /** The header that tells of which version of the project an answer speaks. */
    static final String VERSION = "X-Project-Version";

    /** How often a quiet stream shows that it lives, and any stream's viewer's place in the project is looked at anew. */
    private static final int HEARTBEAT_SECONDS = 10;

    private static final byte[] PING = LiveBoards.event("ping", Map.of());

    private final Projects projects;
    private final History history;
    private final Changes changes;
    private final LiveBoards boards;
    private volatile boolean open;

    LiveDoor(Projects projects, History history, Changes changes, LiveBoards boards) {
        this.projects = projects;
        this.history = history;
        this.changes = changes;
        this.boards = boards;
    }

    @GetMapping("/p/{key}/live")
    void live(Visit visit, Viewer viewer, @PathVariable String key, HttpServletResponse response) throws IOException {
        Seat seat = projects.seat(viewer, key);
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        LiveBoards.Listener listener = boards.join(seat, visit.language());
        try {
            OutputStream out = response.getOutputStream();
            out.write(LiveBoards.event("at", Map.of("to", history.version(seat.project()))));
            response.flushBuffer();
            stream(viewer, key, listener, out, response);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            boards.leave(seat.project(), listener);
        }
    }

    private void stream(
            Viewer viewer, String key, LiveBoards.Listener listener, OutputStream out, HttpServletResponse response)
            throws IOException, InterruptedException {
        long looked = System.nanoTime();
        while (open) {
            byte[] message = listener.messages().poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            boolean due = System.nanoTime() - looked >= TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
            if (listener.clearDoubt() || due) {
                if (!stillThere(viewer, key)) {
                    out.write(LiveBoards.event("gone", Map.of()));
                    response.flushBuffer();
                    return;
                }
                looked = System.nanoTime();
            }
            out.write(message == null ? PING : message);
            if (listener.messages().isEmpty()) {
                response.flushBuffer();
            }
        }
    }

    private boolean stillThere(Viewer viewer, String key) {
        try {
            projects.seat(viewer, key);
            return true;
        } catch (NotFound gone) {
            return false;
        }
    }

    /** The same streams for exactly what changed since a version that a page shows. */
    @GetMapping("/p/{key}/changes")
    ResponseEntity<String> changes(Visit visit, Viewer viewer, @PathVariable String key, @RequestParam long since) {
        Seat seat = projects.seat(viewer, key);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, Views.STREAM)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(VERSION, Long.toString(seat.version()))
                .body(changes.since(seat, visit.language(), Math.max(0, since), seat.version()));
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
