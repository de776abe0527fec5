package openkitchen.site;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.id.MaterialId;
import openkitchen.material.Approvals;
import openkitchen.problem.Invalid;

/**
 * What is written into the form by which the client is asked.
 *
 * @param versions what is ticked, each as {@code material/version}: what whoever asks has seen
 */
public record AskForm(List<String> versions, String needs, String due, String note) {

    private static final Pattern VERSION = Pattern.compile("([0-9]{1,18})/([0-9]{1,9})");

    /** As it is opened: all that can be asked about is ticked. */
    public static AskForm fresh(List<MaterialLine> lines) {
        return new AskForm(lines.stream().map(AskForm::version).toList(), "any", "", "");
    }

    /** How a material's newest version is named in the form. */
    public static String version(MaterialLine line) {
        return line.material().id() + "/" + line.version().number();
    }

    /** The id of the part of the form in which the versions stand. */
    public static String id(int card) {
        return "card-" + card + "-asked";
    }

    /** @throws Invalid for what the form does not send */
    List<Approvals.Seen> seen() {
        return versions.stream().map(AskForm::seen).toList();
    }

    private static Approvals.Seen seen(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            throw new Invalid("material", "error.choice");
        }
        return new Approvals.Seen(new MaterialId(Long.parseLong(parts.group(1))), Integer.parseInt(parts.group(2)));
    }

    /** Whether the material is ticked, in whichever version. */
    public boolean ticks(MaterialLine line) {
        return versions.stream()
                .anyMatch(version -> version.startsWith(line.material().id() + "/"));
    }
}
