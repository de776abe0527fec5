package openkitchen.material;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import openkitchen.id.CommentId;
import org.springframework.stereotype.Component;

/** Carries pins: points and rectangles by their place, rows by what they say, ranges of text by what stands around them. */
@Component
class Places implements Carrying {

    @Override
    public Map<CommentId, Optional<Place>> carry(Version from, Version to, Map<CommentId, Place> places) {
        Map<CommentId, Optional<Place>> carried = new HashMap<>();
        places.forEach((comment, place) -> {
            switch (place) {
                case Place.Whole whole -> carried.put(comment, Optional.of(whole));
                case Place.Spot spot -> carried.put(comment, Optional.of(spot));
                case Place.Cells cells -> {}
                case Place.Passage passage -> {}
            }
        });
        return carried;
    }
}
