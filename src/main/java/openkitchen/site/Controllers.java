package openkitchen.site;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one script of the pages' controllers, which are a file each for whoever reads them: packed together they are half as
 * large, and a browser fetches one file. Such a file imports names, exports one class, and keeps the rest to itself.
 */
final class Controllers {

    private static final String FILE = "_controller.js";
    private static final Pattern IMPORT = Pattern.compile("(?m)^import \\{ ([\\w, ]+) } from (\"[^\"]+\")\\n");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export default class ");
    private static final Pattern UNKNOWN = Pattern.compile("(?m)^(?:import|export)\\b.*");

    private final Map<String, TreeSet<String>> imported = new TreeMap<>();
    private final StringBuilder classes = new StringBuilder();

    static boolean isOne(String file) {
        return file.endsWith(FILE);
    }

    /** @throws IllegalStateException for a file that is made in another way than the others */
    void add(String file, String text) {
        String name = file.substring(file.lastIndexOf('/') + 1, file.length() - FILE.length());
        Matcher imports = IMPORT.matcher(text);
        while (imports.find()) {
            TreeSet<String> names = imported.computeIfAbsent(imports.group(2), none -> new TreeSet<>());
            for (String each : imports.group(1).split(",")) {
                names.add(each.strip());
            }
        }
        String body = imports.replaceAll("");
        Matcher export = EXPORT.matcher(body);
        if (!export.find()) {
            throw new IllegalStateException(file + " exports no class");
        }
        body = export.replaceFirst("controllers." + name + " = class ");
        Matcher unknown = UNKNOWN.matcher(body);
        if (unknown.find()) {
            throw new IllegalStateException(
                    file + " has a line that its bundle does not understand: " + unknown.group());
        }
        classes.append("{\n").append(body).append("}\n");
    }

    String script() {
        StringBuilder script = new StringBuilder();
        imported.forEach((from, names) -> script.append("import { ")
                .append(String.join(", ", names))
                .append(" } from ")
                .append(from)
                .append('\n'));
        return script.append("export const controllers = {}\n").append(classes).toString();
    }
}
