package openkitchen.material;

import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.id.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A remark or a question on a place of a version.
 *
 * @param number its marker, within the material
 * @param set the version on which it was set
 * @param setOn the number of that version
 * @param place where it is on the version that is looked at; null when it has no place there
 * @param pending whether its place there is not known yet, for a file is being read; {@code place} is null until then
 */
public record Pin(
        CommentId comment,
        MaterialId material,
        int number,
        VersionId set,
        int setOn,
        @Nullable Place place,
        boolean pending) {

    Pin at(@Nullable Place other) {
        return new Pin(comment, material, number, set, setOn, other, false);
    }

    Pin sought() {
        return new Pin(comment, material, number, set, setOn, null, true);
    }
}
