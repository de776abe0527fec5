package openkitchen.demo;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plays the demo's stories, each from its beginning to now. */
@Component
class Theatre {

    private static final List<String> STORIES = List.of("versta", "poselok", "veresk", "site", "harbor", "kitchen");

    private final Rooms rooms;
    private final Hours hours;

    Theatre(Rooms rooms, Hours hours) {
        this.rooms = rooms;
        this.hours = hours;
    }

    /** A story with its pictures in the making. */
    record Prepared(Story story, Studio studio) {}

    List<Prepared> prepare() {
        return STORIES.stream()
                .map(Story::read)
                .map(story -> new Prepared(story, new Studio(story)))
                .toList();
    }

    void play(List<Prepared> stories, Playbill bill, Cast cast, Instant now) {
        Days days = new Days(now, who -> hours.closed(cast.person(who).id(), now));
        hours.keep(bill, cast, days);
        for (Prepared prepared : stories) {
            new Performance(rooms, cast, days, prepared).play();
        }
    }
}
