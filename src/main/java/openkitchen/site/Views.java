package openkitchen.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes pages and pieces of pages from templates. */
@Component
public class Views {

    static final String HTML = "text/html; charset=utf-8";
    static final String STREAM = "text/vnd.turbo-stream.html; charset=utf-8";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** A piece of HTML. */
    String piece(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput(8192);
        templates.render(template + ".jte", parameters, output);
        return output.toString();
    }

    /** A whole page; never kept by a cache, for it is somebody's own. */
    ResponseEntity<String> page(HttpStatus status, String template, Map<String, Object> parameters) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(piece(template, parameters));
    }

    ResponseEntity<String> page(String template, Map<String, Object> parameters) {
        return page(HttpStatus.OK, template, parameters);
    }

    /** Whether the page that asked can be changed in its place. */
    static boolean wantsStreams(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/vnd.turbo-stream.html");
    }

    /** Turbo Streams that say in the page that asked why nothing was changed: somebody else was quicker. */
    static ResponseEntity<String> conflict(String streams) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(HttpHeaders.CONTENT_TYPE, STREAM)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(streams);
    }

    /** Turbo Streams, which change the page that asked. */
    static ResponseEntity<String> streams(String streams) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, STREAM)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(streams);
    }

    /** After a change: the browser goes on to another page. */
    static ResponseEntity<String> goTo(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
