package openkitchen.bridge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where Trello keeps a file: a path on its own host, whatever host the export names. */
final class TrelloPath {

    private static final String SAFE =
            "/1/cards/[0-9a-f]{24}/attachments/[0-9a-f]{24}/download/[\\w.~%!$&'()*+,;=:@-]+";
    private static final Pattern PATH = Pattern.compile(SAFE);
    private static final Pattern ADDRESS =
            Pattern.compile("https?://(?:www\\.|api\\.)?trello\\.com(" + SAFE + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    private TrelloPath() {}

    static boolean right(String path) {
        return PATH.matcher(path).matches() && !path.endsWith("/.") && !path.endsWith("/..");
    }

    /** The address's own path where it is one, else made of the ids; null when these are none of Trello's. */
    static @Nullable String of(String card, String attachment, String url, String fileName) {
        Matcher address = ADDRESS.matcher(url);
        if (address.matches() && right(address.group(1))) {
            return address.group(1);
        }
        if (!ID.matcher(card).matches() || !ID.matcher(attachment).matches() || fileName.isEmpty()) {
            return null;
        }
        String name = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "/1/cards/" + card + "/attachments/" + attachment + "/download/" + name;
    }
}
