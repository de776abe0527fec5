package openkitchen.insight;

import java.time.Duration;

/**
 * How long something takes, said by two of its times, for a mean says little where a few take very long.
 *
 * @param median half of all take no longer
 * @param most nine of ten take no longer (the 90th percentile)
 */
public record Spread(Duration median, Duration most) {

    static Spread ofSeconds(double median, double most) {
        return new Spread(Duration.ofSeconds(Math.round(median)), Duration.ofSeconds(Math.round(most)));
    }
}
