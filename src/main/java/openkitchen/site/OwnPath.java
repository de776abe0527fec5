package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Where to go on to, when that comes from outside: only ever a page of this installation. */
final class OwnPath {

    static final String HOME = "/";

    private static final int LONGEST = 2000;

    private OwnPath() {}

    /** The path with its query when it is one of ours; else the home page. */
    static String of(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !wanted.startsWith("/") || wanted.startsWith("//")) {
            return HOME;
        }
        // browsers drop control characters and take a backslash for a slash: either could make it another host's
        if (wanted.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == 0x7f)) {
            return HOME;
        }
        try {
            return new URI(wanted).toASCIIString();
        } catch (URISyntaxException none) {
            return HOME;
        }
    }

    /** The page from which a form was sent. */
    static String before(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return HOME;
        }
        try {
            URI page = new URI(referer);
            String query = page.getRawQuery();
            return of(page.getRawPath() + (query == null ? "" : "?" + query));
        } catch (URISyntaxException none) {
            return HOME;
        }
    }

    /** {@code ?next=…} for a link or a form; nothing for the home page. */
    static String query(String next) {
        return next.equals(HOME) ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
