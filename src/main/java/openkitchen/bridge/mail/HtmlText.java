package openkitchen.bridge.mail;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a mail that comes as HTML alone, up to where its quote begins. */
final class HtmlText {

    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<!--.*?-->|<(head|style|script|title)\\b[^>]*>.*?</\\1\\s*>");

    /** How mail programs mark the letter that is answered. */
    private static final Pattern QUOTE = Pattern.compile(
            "(?i)<(?:div|blockquote|hr|table)\\b[^>]*(?:gmail_quote|yahoo_quoted"
                    + "|type=[\"']?cite|id=[\"']?(?:divRplyFwdMsg|appendonsend|stopSpelling|mail-editor-reference-message-container)"
                    + "|moz-cite-prefix|protonmail_quote|data-crea=[\"']?quote|border-top:\\s*solid\\s*#(?:E1E1E1|B5C4DF))[^>]*>");

    private static final Pattern BREAK =
            Pattern.compile("(?i)<br\\s*/?>|</(?:p|div|tr|h[1-6]|ul|ol|table|blockquote)\\s*>");
    private static final Pattern ITEM = Pattern.compile("(?i)<li\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z]{2,8});");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("laquo", "«"),
            Map.entry("raquo", "»"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("hellip", "…"),
            Map.entry("rsquo", "’"),
            Map.entry("lsquo", "‘"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"));

    private HtmlText() {}

    static String of(String html) {
        String seen = UNSEEN.matcher(html).replaceAll("");
        Matcher quote = QUOTE.matcher(seen);
        if (quote.find()) {
            String above = text(seen.substring(0, quote.start()));
            if (!above.isBlank()) {
                return above;
            }
        }
        return text(seen);
    }

    private static String text(String html) {
        String oneLine = html.replaceAll("\\s+", " ");
        String broken = ITEM.matcher(BREAK.matcher(oneLine).replaceAll("\n")).replaceAll("\n- ");
        String bare = TAG.matcher(broken).replaceAll("");
        return ENTITY.matcher(bare)
                .replaceAll(entity -> Matcher.quoteReplacement(meant(entity.group(1), entity.group())))
                .lines()
                .map(String::strip)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static String meant(String name, String whole) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, whole);
        }
        int point =
                name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
}
