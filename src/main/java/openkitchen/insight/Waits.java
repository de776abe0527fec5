package openkitchen.insight;

import org.jspecify.annotations.Nullable;

/**
 * How long the client was waited for: to answer, to say more, to look whether a remark was put right.
 *
 * @param wall how much time passed with the clock running; null where there is none
 */
public record Waits(int number, @Nullable Spread wall) {

    static final Waits NONE = new Waits(0, null);
}
