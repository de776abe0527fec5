package openkitchen.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import openkitchen.id.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * One sitting at the desk, as it stands in the address: so it survives a reload and needs to be remembered nowhere.
 *
 * @param since when it began
 * @param skipped what was passed by, in order
 * @param all whether what is for later windows is taken up, too
 */
public record Sitting(Instant since, List<TurnId> skipped, boolean all) {

    /** What was begun longer ago is a new sitting. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final int MOST = 100;

    public Sitting {
        skipped = List.copyOf(skipped);
    }

    /** As it stands in the address; null when that holds none, or one of another day. */
    static @Nullable Sitting of(String since, String skip, boolean all, Instant now) {
        if (!since.matches("[0-9]{1,11}")) {
            return null;
        }
        Instant begun = Instant.ofEpochSecond(Long.parseLong(since));
        if (begun.isAfter(now.plusSeconds(60)) || begun.isBefore(now.minus(LONGEST))) {
            return null;
        }
        List<TurnId> skipped = Arrays.stream(skip.split(","))
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(id -> new TurnId(Long.parseLong(id)))
                .distinct()
                .toList();
        return new Sitting(begun, skipped.subList(Math.max(0, skipped.size() - MOST), skipped.size()), all);
    }

    Sitting skipping(TurnId turn) {
        List<TurnId> more = new ArrayList<>(skipped);
        more.remove(turn);
        more.add(turn);
        return new Sitting(since, more, all);
    }

    public boolean skips(TurnId turn) {
        return skipped.contains(turn);
    }

    public String path() {
        String skip = skipped.stream().map(TurnId::toString).collect(Collectors.joining(","));
        return "/desk/answer?since=" + since.getEpochSecond() + (skip.isEmpty() ? "" : "&skip=" + skip)
                + (all ? "&all=true" : "");
    }

    /** The same at one thing. */
    public String at(TurnId turn) {
        return path() + "&at=" + turn;
    }

    /** Further, without this one. */
    public String past(TurnId turn) {
        return skipping(turn).path();
    }

    /** Back to what was passed by last; null when nothing was. */
    public @Nullable String before() {
        if (skipped.isEmpty()) {
            return null;
        }
        TurnId last = skipped.getLast();
        return new Sitting(since, skipped.subList(0, skipped.size() - 1), all).at(last);
    }

    /** From the first again. */
    public String again() {
        return new Sitting(since, List.of(), all).path();
    }

    /** Further with what is for later windows. */
    public String further() {
        return new Sitting(since, skipped, true).path();
    }
}
