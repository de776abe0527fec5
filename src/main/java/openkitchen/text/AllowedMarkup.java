package openkitchen.text;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The second wall: whatever the first let through, only these elements and attributes reach a page. */
final class AllowedMarkup {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "em",
                    "strong",
                    "del",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "img",
                    "span")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,9}"))
            .onElements("ol")
            .allowAttributes("class")
            .matching(Pattern.compile("language-[\\w+#.-]{1,40}"))
            .onElements("code")
            .allowAttributes("align")
            .matching(false, "left", "right", "center")
            .onElements("th", "td")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .matching(Pattern.compile("(?s).*"))
            .onElements("a")
            .allowAttributes("class")
            .matching(false, "card-ref")
            .onElements("a")
            .allowAttributes("rel")
            .matching(false, "noopener nofollow ugc")
            .onElements("a")
            .allowAttributes("target")
            .matching(false, "_blank")
            .onElements("a")
            .skipRelsOnLinks("noreferrer")
            .allowAttributes("src")
            .matching((element, attribute, address) -> LinkTarget.isOwnPicture(address) ? address : null)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("loading")
            .matching(false, "lazy")
            .onElements("img")
            .allowAttributes("class")
            .matching(false, "mention")
            .onElements("span")
            .allowAttributes("data-person")
            .matching(Pattern.compile("[0-9]{1,19}"))
            .onElements("span")
            .allowAttributes("data-role")
            .matching(Pattern.compile("[\\w-]{1,40}"))
            .onElements("span")
            .toFactory();

    /** The sanitizer writes these three as entities, which only old template engines need. */
    String only(String markup) {
        return POLICY.sanitize(markup)
                .replace("&#64;", "@")
                .replace("&#61;", "=")
                .replace("&#43;", "+");
    }
}
