package openkitchen.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Paints the pictures of a story beside everything else, so that they are ready when somebody attaches them. */
final class Studio {

    private final Map<String, CompletableFuture<byte[]>> pictures = new HashMap<>();

    Studio(Story story) {
        Story.all(story.files()).forEach((name, prop) -> {
            if (prop.draw() != null) {
                pictures.put(name, CompletableFuture.supplyAsync(() -> Picture.png(prop)));
            }
        });
    }

    boolean paints(String name) {
        return pictures.containsKey(name);
    }

    byte[] picture(String name) {
        return Objects.requireNonNull(pictures.get(name)).join();
    }
}
