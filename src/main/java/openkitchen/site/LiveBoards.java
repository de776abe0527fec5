package openkitchen.site;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import openkitchen.history.Signals;
import openkitchen.id.ProjectId;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who looks at which project on this node, and the messages that keep them up to date. A change is rendered once per language
 * that somebody reads, whatever the number of listeners; changes that come while one is being rendered go out together.
 */
@Component
class LiveBoards {

    private static final Logger LOG = LoggerFactory.getLogger(LiveBoards.class);
    private static final int WAITING = 64;

    private final Signals signals;
    private final Projects projects;
    private final Changes changes;
    private final Map<ProjectId, Room> rooms = new ConcurrentHashMap<>();

    LiveBoards(Signals signals, Projects projects, Changes changes) {
        this.signals = signals;
        this.projects = projects;
        this.changes = changes;
        signals.listen(this::reached);
    }

    /** One page that listens. A page that does not keep up loses messages and asks for what it lacks. */
    static final class Listener {

        private final Viewer viewer;
        private final Language language;
        private final BlockingQueue<byte[]> messages = new ArrayBlockingQueue<>(WAITING);
        private final AtomicBoolean doubted = new AtomicBoolean();

        private Listener(Viewer viewer, Language language) {
            this.viewer = viewer;
            this.language = language;
        }

        BlockingQueue<byte[]> messages() {
            return messages;
        }

        /** Perhaps the viewer is no longer on the project. */
        private void doubt() {
            doubted.set(true);
        }

        /** Whether the viewer's place in the project must be looked at before anything more is sent. */
        boolean clearDoubt() {
            return doubted.get() && doubted.getAndSet(false);
        }

        /** When full the oldest message goes: what follows does not fit then, and the page asks for the rest. */
        private void offer(byte[] message) {
            while (!messages.offer(message)) {
                messages.poll();
            }
        }
    }

    private static final class Room {

        private final String key;
        private final List<Listener> listeners = new CopyOnWriteArrayList<>();
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile long wanted;
        private long sent;

        private Room(String key, long version) {
            this.key = key;
            this.wanted = version;
            this.sent = version;
        }
    }

    /** From now on the page hears of every version after the seat's. */
    Listener join(Seat seat, Language language) {
        Listener listener = new Listener(seat.viewer(), language);
        rooms.compute(seat.project(), (id, known) -> {
            Room room = known == null ? new Room(seat.key(), seat.version()) : known;
            room.listeners.add(listener);
            return room;
        });
        signals.watch(seat.project(), seat.version());
        return listener;
    }

    void leave(ProjectId project, Listener listener) {
        rooms.computeIfPresent(project, (id, room) -> {
            room.listeners.remove(listener);
            if (!room.listeners.isEmpty()) {
                return room;
            }
            signals.leave(project);
            return null;
        });
    }

    private void reached(ProjectId project, long version) {
        Room room = rooms.get(project);
        if (room == null) {
            return;
        }
        synchronized (room) {
            room.wanted = Math.max(room.wanted, version);
        }
        if (room.busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("live-" + project).start(() -> send(project, room));
        }
    }

    private void send(ProjectId project, Room room) {
        do {
            try {
                while (room.sent < room.wanted) {
                    long from = room.sent;
                    long to = room.wanted;
                    publish(room, from, to);
                    room.sent = to;
                }
            } catch (RuntimeException failed) {
                LOG.warn("project {} could not be sent live; its pages will ask for it", project, failed);
                room.sent = room.wanted;
            } finally {
                room.busy.set(false);
            }
        } while (room.sent < room.wanted && room.busy.compareAndSet(false, true));
    }

    private void publish(Room room, long from, long to) {
        Changes.Happened happened = read(room, from, to);
        Map<Language, byte[]> made = new EnumMap<>(Language.class);
        for (Listener listener : room.listeners) {
            listener.offer(made.computeIfAbsent(
                    listener.language,
                    language -> event("change", Map.of("from", from, "to", to, "streams", happened.in(language)))));
        }
    }

    /** By the seat of anybody who still has one: what is sent does not depend on who looks. */
    private Changes.Happened read(Room room, long from, long to) {
        for (Listener listener : room.listeners) {
            try {
                Changes.Happened happened = changes.read(projects.seat(listener.viewer, room.key), from, to);
                if (happened.anew()) {
                    room.listeners.forEach(Listener::doubt);
                }
                return happened;
            } catch (openkitchen.problem.NotFound gone) {
                listener.doubt();
            }
        }
        return Changes.Happened.NOTHING;
    }

    static byte[] event(String name, Map<String, Object> data) {
        String json = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(data);
        return ("event: " + name + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
