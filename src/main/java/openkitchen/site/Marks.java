package openkitchen.site;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openkitchen.text.Html;
import org.springframework.web.util.HtmlUtils;

/** Marks what was found. The search puts it between U+0002 and U+0003, which no text holds. */
final class Marks {

    private static final char FROM = '\u0002';
    private static final char UNTIL = '\u0003';

    private Marks() {}

    /** The excerpt without the card's title before it and without signs of Markdown, what was found marked. */
    static Html excerpt(String found, String title) {
        String text = found;
        int line = text.indexOf('\n');
        String first = bare(line < 0 ? text : text.substring(0, line)).strip();
        if (!first.isEmpty() && title.contains(first)) {
            text = line < 0 ? "" : text.substring(line);
        }
        return html(text.replaceAll("!?\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)?", "$1")
                .replaceAll("(?m)^[\\s>#*+-]+(?=\\S)", " ")
                .replaceAll("\\*\\*|__|~~|`+", "")
                .replaceAll("\\s+", " ")
                .strip());
    }

    /** A title with the words marked that the excerpt has marked, and those that begin with what was asked for. */
    static Html title(String title, String excerpt, List<String> asked) {
        String words = Pattern.compile(FROM + "([^" + UNTIL + "]+)" + UNTIL)
                .matcher(excerpt)
                .results()
                .map(one -> Pattern.quote(one.group(1)) + "(?![\\p{L}\\p{N}])")
                .distinct()
                .collect(Collectors.joining("|"));
        String beginnings = asked.stream()
                .map(word -> Pattern.quote(word) + "[\\p{L}\\p{N}]*")
                .collect(Collectors.joining("|"));
        String all = words.isEmpty() || beginnings.isEmpty() ? words + beginnings : words + "|" + beginnings;
        if (all.isEmpty()) {
            return html(title);
        }
        Matcher found = Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + all + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(title);
        return html(found.replaceAll(one -> Matcher.quoteReplacement(FROM + one.group() + UNTIL)));
    }

    /** The words of a query, as they may begin words of a title. */
    static List<String> words(String query) {
        return Pattern.compile("[\\p{L}\\p{N}]+")
                .matcher(query.toLowerCase(Locale.ROOT))
                .results()
                .map(java.util.regex.MatchResult::group)
                .limit(12)
                .toList();
    }

    private static String bare(String text) {
        return text.replace(Character.toString(FROM), "").replace(Character.toString(UNTIL), "");
    }

    private static Html html(String text) {
        return new Html(HtmlUtils.htmlEscape(text, "UTF-8")
                .replace(Character.toString(FROM), "<mark>")
                .replace(Character.toString(UNTIL), "</mark>"));
    }
}
