package openkitchen.bridge.trello;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses on trello.com. */
public final class TrelloLink {

    private static final String HOST = "^(?:https?://)?(?:www\\.)?trello\\.com/";
    private static final String END = "(?:[/?#].*)?$";
    private static final Pattern CARD =
            Pattern.compile(HOST + "c/([A-Za-z0-9]{6,24})" + END, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** As cards were addressed until 2012: by board and number. */
    private static final Pattern OLD_CARD = Pattern.compile(
            HOST + "card/(?:[^/\\s]+/){0,3}?([0-9a-f]{24})/(\\d+)" + END, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern ATTACHMENT = Pattern.compile(
            HOST.replace("(?:www\\.)?", "(?:www\\.|api\\.)?") + "1/cards/[0-9a-f]{24}/attachments/([0-9a-f]{24})" + END,
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private TrelloLink() {}

    /**
     * What the address calls its card: a short link, an id, or {@code <board's id>/<number>}; null when it is not the
     * address of a card. See {@link TrelloBoard#cardsByKey()}.
     */
    public static @Nullable String cardKey(String url) {
        Matcher card = CARD.matcher(url);
        if (card.matches()) {
            return card.group(1);
        }
        Matcher old = OLD_CARD.matcher(url);
        return old.matches() ? old.group(1) + "/" + old.group(2) : null;
    }

    /** The id of the attachment that the address downloads, null when it is no such address. */
    static @Nullable String attachmentId(String url) {
        Matcher attachment = ATTACHMENT.matcher(url);
        return attachment.matches() ? attachment.group(1) : null;
    }
}
