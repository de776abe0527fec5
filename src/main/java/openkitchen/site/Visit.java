package openkitchen.site;

import java.time.ZoneId;
import openkitchen.people.Theme;
import openkitchen.people.Viewer;
import openkitchen.text.Language;
import openkitchen.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * One request of a person for a page: who, in which language and light, and what every page needs to be made.
 *
 * @param viewer null for somebody who is not signed in
 * @param path the address asked for, without the query
 */
public record Visit(
        @Nullable Viewer viewer,
        Language language,
        Words words,
        Theme theme,
        ZoneId zone,
        String path,
        Assets assets,
        boolean demo) {

    /** A sentence or word in the visitor's language; names and values by turns. */
    public String say(String key, Object... values) {
        return words.say(key, values);
    }

    public String asset(String name) {
        return assets.at(name);
    }

    public String icon(String name) {
        return assets.at("icons.svg") + "#i-" + name;
    }

    /** @throws SignInNeeded when nobody is signed in */
    public Viewer who() {
        if (viewer == null) {
            throw new SignInNeeded();
        }
        return viewer;
    }
}
