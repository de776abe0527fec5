package openkitchen.demo;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plays the demo's stories, each from its beginning to now. */
@Component
class Theatre {

    private static final List<String> STORIES = List.of("versta", "poselok", "veresk", "site", "harbor", "kitchen");

    private final Rooms rooms;

    Theatre(Rooms rooms) {
        this.rooms = rooms;
    }

    void play(Cast cast, Instant now) {
        Days days = new Days(now);
        for (String name : STORIES) {
            new Performance(rooms, cast, days, Story.read(name)).play();
        }
    }
}
