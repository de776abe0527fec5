package openkitchen.site;

import java.util.List;
import openkitchen.material.Material;
import openkitchen.material.Version;

/**
 * What is known of a file by its SHA-256.
 *
 * @param known the versions that hold it, each material once, in the last version that does
 * @param resembling where none does: the last versions with a file of the same name
 */
public record Checked(String sha256, String name, List<Known> known, List<Like> resembling) {

    /**
     * A version that is it.
     *
     * @param file which file of several it is; empty when it is the version as a whole
     * @param state how the version stands, as approvals have it, or {@code none}
     * @param says that in words
     */
    public record Known(Material material, Version version, String file, String state, String says) {

        public boolean newest() {
            return version.number() == material.versions();
        }

        public boolean good() {
            return state.equals("approved") || state.equals("remarks");
        }
    }

    /** A version with a file of the same name. */
    public record Like(Material material, Version version) {}
}
