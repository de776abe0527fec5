package openkitchen.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of a story: a text, a list of keywords to be dealt out, or a picture to be drawn.
 *
 * @param draw {@code banner}, {@code scene}, {@code chart} or {@code wireframe}
 * @param scene what is seen on a banner or scene
 * @param line a value to be reached on a chart
 */
record Prop(
        @Nullable String text,
        @Nullable Keywords keywords,
        @Nullable String draw,
        @Nullable String scene,
        @Nullable String palette,
        @Nullable String title,
        @Nullable String button,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable List<Double> bars,
        @Nullable Double line,
        @Nullable String lineName,
        @Nullable Integer variant,
        @Nullable Long seed) {

    /**
     * Every word of a group with every tail, each with a made-up but steady demand.
     *
     * @param head the first line
     */
    record Keywords(long seed, String head, Map<String, List<String>> groups, List<String> tails) {}
}
