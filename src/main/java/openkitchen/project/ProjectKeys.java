package openkitchen.project;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/** The short words by which projects are named in addresses: two to thirty-two small Latin letters, digits and dashes. */
final class ProjectKeys {

    private static final Pattern RIGHT = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    private ProjectKeys() {}

    static boolean right(String key) {
        return RIGHT.matcher(key).matches();
    }

    static String from(String name) {
        String latin =
                Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower").transliterate(name);
        String key = latin.replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        if (key.length() > 24) {
            key = key.substring(0, 24).replaceAll("-[^-]*$", "");
        }
        return key.length() < 2 ? "project" : key;
    }
}
