package openkitchen.site;

import java.util.List;
import openkitchen.material.Approval;
import openkitchen.material.Material;
import openkitchen.material.Version;
import openkitchen.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * A material in a list: its newest version and how that stands.
 *
 * @param approval the last that was asked about its newest version; null when nothing was
 * @param approved the number of the newest version that is approved; 0 for none
 * @param pins how many remarks and questions are open on it
 * @param picture the file whose small picture stands for it; null when none has one
 */
public record MaterialLine(
        Material material,
        Version version,
        @Nullable Person by,
        @Nullable Approval approval,
        int approved,
        int pins,
        Version.@Nullable File picture) {

    /** How it stands, as a code: {@code none}, or as {@link Approval.State} has it. */
    public String state() {
        return approval == null ? "none" : approval.state().code();
    }

    /** Whether the client may be asked about its newest version. */
    public boolean askable() {
        return approval == null || !(approval.open() || approval.state().approved());
    }

    /** What stands for it where there is no picture: the ending of its file's name, or what it is. */
    public String sign() {
        List<Version.File> files = version.files();
        if (files.isEmpty()) {
            return version.kind().code();
        }
        String name = files.getFirst().name();
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.length() - dot > 6 ? "file" : name.substring(dot + 1);
    }
}
