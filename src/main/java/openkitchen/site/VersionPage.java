package openkitchen.site;

import java.util.List;
import java.util.Map;
import openkitchen.id.PersonId;
import openkitchen.id.VersionId;
import openkitchen.material.Approval;
import openkitchen.material.Material;
import openkitchen.material.Version;
import openkitchen.people.Person;

/**
 * A version of a material, ready to be shown.
 *
 * @param all the versions of the material, the newest first
 * @param asked what became of those of them that were put before the client
 * @param pins in the order of their numbers
 * @param markers the pins as scripts want them
 */
public record VersionPage(
        BoardView board,
        Material material,
        Version version,
        List<Version> all,
        Map<VersionId, Approval> asked,
        Map<PersonId, Person> people,
        Preview preview,
        List<PinView> pins,
        String markers) {

    static String path(String key, Material material) {
        return "/p/" + key + "/materials/" + material.id().value();
    }

    public String path() {
        return path(board.project().key(), material) + "/" + version.number();
    }

    public String path(Version other) {
        return path(board.project().key(), material) + "/" + other.number();
    }

    public String file(Version.File file) {
        return path() + "/files/" + file.place();
    }

    public String card() {
        return CardDoor.path(board.project().key(), material.card());
    }

    public boolean newest() {
        return version.number() == material.versions();
    }

    /** The open ones that have a place here. */
    public List<PinView> open() {
        return pins.stream()
                .filter(view -> view.open() && view.pin().place() != null)
                .toList();
    }

    /** The open ones whose places are not known yet: the file is being read. */
    public List<PinView> pending() {
        return pins.stream().filter(view -> view.open() && view.pin().pending()).toList();
    }

    /** The open ones that have no place here. */
    public List<PinView> astray() {
        return pins.stream()
                .filter(view ->
                        view.open() && view.pin().place() == null && !view.pin().pending())
                .toList();
    }

    public List<PinView> closed() {
        return pins.stream().filter(view -> !view.open()).toList();
    }

    public String author(Version each) {
        Person person = people.get(each.by());
        return person == null ? "" : person.name();
    }

    /** With what the version that is looked at is compared: the one before it, or the one after the first. */
    public int other() {
        return version.number() > 1 ? version.number() - 1 : Math.min(2, material.versions());
    }
}
