package openkitchen.insight;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The answers that the agency's people gave.
 *
 * @param window how much of the answer windows passed until then; null where none was measured
 * @param wall how much time passed until then with the clock running, nights and weekends included; null where there is none
 * @param promised how many were promised for a time
 * @param kept how many of these came in time
 * @param reopened how many were not what was asked
 * @param relayed how many an account gave to what was asked of a specialist
 */
public record Answers(
        int number, @Nullable Spread window, @Nullable Spread wall, int promised, int kept, int reopened, int relayed) {

    static final Answers NONE = new Answers(0, null, null, 0, 0, 0, 0);

    /** Of a hundred promises, so many were kept, rounded down, so that 100 means all; empty where nothing was promised. */
    public OptionalInt keptOfHundred() {
        return promised == 0 ? OptionalInt.empty() : OptionalInt.of((int) (100L * kept / promised));
    }
}
