package openkitchen.bridge.trello;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A label. Names may be empty and neither names nor colours are unique.
 *
 * @param id Trello's, or {@code label:<colour>:<name>} where labels had none (2013)
 * @param color Trello's name, {@code green} or {@code green_dark} or {@code green_light}; null for a label without colour
 */
public record TrelloLabel(String id, String name, @Nullable String color) {

    /** As Trello paints them. */
    private static final Map<String, String> HEX = Map.ofEntries(
            Map.entry("green", "#4bce97"),
            Map.entry("green_dark", "#1f845a"),
            Map.entry("green_light", "#baf3db"),
            Map.entry("yellow", "#f5cd47"),
            Map.entry("yellow_dark", "#946f00"),
            Map.entry("yellow_light", "#f8e6a0"),
            Map.entry("orange", "#fea362"),
            Map.entry("orange_dark", "#c25100"),
            Map.entry("orange_light", "#fedec8"),
            Map.entry("red", "#f87168"),
            Map.entry("red_dark", "#c9372c"),
            Map.entry("red_light", "#ffd5d2"),
            Map.entry("purple", "#9f8fef"),
            Map.entry("purple_dark", "#6e5dc6"),
            Map.entry("purple_light", "#dfd8fd"),
            Map.entry("blue", "#579dff"),
            Map.entry("blue_dark", "#0c66e4"),
            Map.entry("blue_light", "#cce0ff"),
            Map.entry("sky", "#6cc3e0"),
            Map.entry("sky_dark", "#227d9b"),
            Map.entry("sky_light", "#c6edfb"),
            Map.entry("lime", "#94c748"),
            Map.entry("lime_dark", "#5b7f24"),
            Map.entry("lime_light", "#d3f1a7"),
            Map.entry("pink", "#e774bb"),
            Map.entry("pink_dark", "#ae4787"),
            Map.entry("pink_light", "#fdd0ec"),
            Map.entry("black", "#8590a2"),
            Map.entry("black_dark", "#626f86"),
            Map.entry("black_light", "#dcdfe4"));

    /** The colour as {@code #rrggbb}; null without a colour or for one that we do not know. */
    public @Nullable String hex() {
        return color == null ? null : HEX.get(color);
    }
}
