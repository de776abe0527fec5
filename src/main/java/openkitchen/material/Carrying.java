package openkitchen.material;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openkitchen.id.CommentId;

/** Finds where what is pinned to a version is on a later one. Never waits until a file is read. */
interface Carrying {

    Carried carry(Version from, Version to, Map<CommentId, Place> places);

    /**
     * What was found.
     *
     * @param places without one for what has no place there; what cannot be told now is left out
     * @param pending those whose places will be known once a file is read, which has begun
     */
    record Carried(Map<CommentId, Optional<Place>> places, Set<CommentId> pending) {}
}
