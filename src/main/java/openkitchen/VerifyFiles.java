package openkitchen;

import java.nio.file.Path;
import java.util.List;
import openkitchen.store.Inventory;

/**
 * Reads every file of an installation, running or not, and says what is missing, changed, or named by nothing. Ends with 0 when
 * nothing is wrong, with 1 when something is.
 */
public final class VerifyFiles {

    private VerifyFiles() {}

    public static void main(String[] arguments) {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "data");
        new Installation(data)
                .check(database ->
                        said(Inventory.of(database, data, Installation::setting).walk()));
    }

    private static boolean said(Inventory.Report report) {
        say("MISSING", report.missing());
        say("CHANGED", report.changed());
        say("UNNAMED", report.unnamed());
        for (Inventory.Loose loose : report.loose()) {
            System.out.printf(
                    "loose    file %d, %s, %,d bytes, attached to nothing%n", loose.id(), loose.name(), loose.size());
        }
        System.out.printf(
                "%,d files with %,d bytes: %d missing, %d changed, %d that nothing names%n",
                report.files(),
                report.bytes(),
                report.missing().size(),
                report.changed().size(),
                report.unnamed().size());
        return report.sound();
    }

    private static void say(String what, List<String> locations) {
        locations.forEach(location -> System.out.printf("%-8s %s%n", what, location));
    }
}
