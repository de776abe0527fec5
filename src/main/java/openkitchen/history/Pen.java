package openkitchen.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes a project's history within one change. Whoever holds it holds the project's lock. What is written lands with the
 * change's transaction, or not at all.
 */
public final class Pen {

    private final ProjectId project;
    private final @Nullable PersonId actor;
    private final Instant now;
    private final Instant recorded;
    private final ObjectMapper json;
    private final List<Link> links = new ArrayList<>();
    private final List<byte[]> hashes = new ArrayList<>();
    private long version;
    private byte[] head;

    Pen(
            ProjectId project,
            @Nullable PersonId actor,
            Instant now,
            Instant recorded,
            ObjectMapper json,
            long version,
            byte[] head) {
        this.project = project;
        this.actor = actor;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
        this.recorded = recorded;
        this.json = json;
        this.version = version;
        this.head = head;
    }

    public ProjectId project() {
        return project;
    }

    public @Nullable PersonId actor() {
        return actor;
    }

    /** The one time of this change, in microseconds as PostgreSQL keeps them. */
    public Instant now() {
        return now;
    }

    /** When this change is written down: later than it happened when a past is brought in. */
    Instant recorded() {
        return recorded;
    }

    /** The number that the next event gets: what a changed thing notes as its version before its event is written. */
    public long next() {
        return version + 1;
    }

    /** Writes what the change's actor just did and returns its number. */
    public long write(EventKind kind, @Nullable CardId card, Map<String, ?> data) {
        return add(now, actor, kind, card, null, data);
    }

    public long write(EventKind kind, Map<String, ?> data) {
        return write(kind, null, data);
    }

    /** Writes what happened elsewhere, with its own time and author. */
    public long writeForeign(
            String source,
            Instant at,
            @Nullable PersonId author,
            EventKind kind,
            @Nullable CardId card,
            Map<String, ?> data) {
        return add(at.truncatedTo(ChronoUnit.MICROS), author, kind, card, source, data);
    }

    private long add(
            Instant at,
            @Nullable PersonId author,
            EventKind kind,
            @Nullable CardId card,
            @Nullable String source,
            Map<String, ?> data) {
        Link link = new Link(
                project.value(),
                version + 1,
                at,
                author == null ? null : author.value(),
                kind.code(),
                card == null ? null : card.value(),
                source,
                json.writeValueAsString(data));
        head = link.hash(head);
        links.add(link);
        hashes.add(head);
        return ++version;
    }

    long version() {
        return version;
    }

    byte[] head() {
        return head;
    }

    List<Link> links() {
        return links;
    }

    List<byte[]> hashes() {
        return hashes;
    }
}
