package openkitchen.api;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import openkitchen.problem.Fault;
import org.jspecify.annotations.Nullable;

/** A request that the API itself refuses, before any room is asked; {@code key} names the sentence that says why. */
final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String key;
    private final transient Map<String, Object> values;
    private final transient List<Fault> faults;

    private Refused(int status, String code, String key, Map<String, Object> values, List<Fault> faults) {
        super(key, null, false, false);
        this.status = status;
        this.code = code;
        this.key = key;
        this.values = values;
        this.faults = faults;
    }

    Refused(int status, String code, String key, Map<String, Object> values) {
        this(status, code, key, values, List.of());
    }

    static Refused forScope(String scope) {
        return new Refused(403, "scope", "api.scope", Map.of("scope", scope));
    }

    static Refused field(int status, String field, String key) {
        return field(status, new Fault(field, key));
    }

    static Refused field(int status, Fault fault) {
        return new Refused(status, "invalid", fault.key(), fault.values(), List.of(fault));
    }

    static Refused tooLarge(long limit) {
        return new Refused(413, "too-large", "api.too_large", Map.of("limit", limit / (1 << 20)));
    }

    /** A decision that came too late. @param newest the number of the material's newest version */
    static Refused late(int newest, String state) {
        return new Refused(409, "late", "api.late", Map.of("newest", Integer.toString(newest), "state", state));
    }

    static Refused multipart() {
        return new Refused(400, "multipart", "api.multipart", Map.of());
    }

    /** The version that stands now, where it was too late. */
    @Nullable
    Long version() {
        return values.get("newest") instanceof String newest ? Long.valueOf(newest) : null;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String key() {
        return key;
    }

    Map<String, Object> values() {
        return values;
    }

    List<Fault> faults() {
        return faults;
    }
}
