package openkitchen.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the command line asks for: how much, and which parts when not all. */
record Wishes(boolean quick, boolean million, List<String> parts) {

    private static final List<String> PARTS = List.of(
            "statements", "open", "write", "live", "visit", "growth", "desk", "files", "approve", "table", "start");

    static Wishes of(String[] arguments) {
        List<String> parts = new ArrayList<>(Arrays.asList(arguments));
        boolean quick = parts.remove("--quick");
        boolean million = parts.remove("--million");
        parts.stream().filter(part -> !PARTS.contains(part)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException("unknown: " + unknown + "; there are --quick, --million and " + PARTS);
        });
        return new Wishes(quick, million, List.copyOf(parts));
    }

    boolean wants(String... any) {
        return parts.isEmpty() || Arrays.stream(any).anyMatch(parts::contains);
    }

    /** Whether the result is worth being written down. */
    boolean whole() {
        return parts.isEmpty() && !quick;
    }

    int rounds() {
        return quick ? 1 : 5;
    }

    /** The length of one measurement. */
    Duration time() {
        return quick ? Duration.ofSeconds(2) : Duration.ofSeconds(4);
    }

    int moves() {
        return quick ? 40 : 200;
    }

    /** How many decisions each hand makes in a round. */
    int decisions() {
        return quick ? 40 : 150;
    }

    /** How many megabytes the largest file has. */
    int megabytes() {
        return quick ? 300 : 1_000;
    }

    /** How many turns an installation has in which a desk is opened. */
    int turns() {
        return quick ? 50_000 : 1_000_000;
    }

    /** How many cards the large installation has. */
    int cards() {
        return million ? 1_000_000 : quick ? 20_000 : 100_000;
    }
}
