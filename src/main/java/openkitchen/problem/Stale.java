package openkitchen.problem;

import java.io.Serial;
import java.util.Map;

/**
 * Somebody else changed it meanwhile. Carries the version that stands now and the texts that stand now by field, so that
 * both can be shown side by side.
 */
public final class Stale extends Problem {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long version;
    private final transient Map<String, String> texts;
    private final transient Fault fault;

    public Stale(long version, Map<String, String> texts) {
        this(version, texts, new Fault("version", "error.conflict"));
    }

    /** The same with a sentence of its own. @param fault names that sentence */
    public Stale(long version, Map<String, String> texts, Fault fault) {
        super("changed meanwhile");
        this.version = version;
        this.texts = Map.copyOf(texts);
        this.fault = fault;
    }

    public long version() {
        return version;
    }

    public Map<String, String> texts() {
        return texts;
    }

    /** Which field was changed, and the sentence that says so. */
    public Fault fault() {
        return fault;
    }
}
