package openkitchen.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * What {@code bin/bench} holds our pages against: the same server sending bytes from memory, through the same filters and with
 * the same headers. It exists only with {@code openkitchen.bench=true}, which nothing but the benchmark sets.
 */
@Controller
@ConditionalOnBooleanProperty("openkitchen.bench")
class BenchBytes {

    private volatile byte[] bytes = {};
    private volatile String etag = "";

    @PostMapping(path = "/bench/bytes", consumes = "application/octet-stream")
    void keep(@RequestBody byte[] sent, @RequestHeader(HttpHeaders.ETAG) String etag, HttpServletResponse response) {
        this.bytes = sent;
        this.etag = etag;
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @GetMapping("/bench/bytes")
    void send(HttpServletResponse response) throws IOException {
        byte[] kept = bytes;
        response.setHeader(HttpHeaders.ETAG, etag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setContentType(Views.HTML);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        response.setContentLength(kept.length);
        response.getOutputStream().write(kept);
    }
}
