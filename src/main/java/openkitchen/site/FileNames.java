package openkitchen.site;

import java.util.Locale;
import openkitchen.board.Card;

/** What is shown of a file where there is no picture of it. */
public final class FileNames {

    private FileNames() {}

    /** The ending of its name, or a mark for a link. */
    public static String kind(Card.Attachment file) {
        if (file.url() != null) {
            return "↗";
        }
        int dot = file.title().lastIndexOf('.');
        String ending = dot < 0 ? "" : file.title().substring(dot + 1).toLowerCase(Locale.ROOT);
        return ending.isEmpty() || ending.length() > 4 ? "…" : ending;
    }
}
