package openkitchen.material;

import java.util.Map;
import java.util.Optional;
import openkitchen.id.CommentId;

/**
 * Finds where what is pinned to a version is on a later one. What has no place there is there without one; what cannot be told yet,
 * because a file cannot be read now, is left out.
 */
interface Carrying {

    Map<CommentId, Optional<Place>> carry(Version from, Version to, Map<CommentId, Place> places);
}
