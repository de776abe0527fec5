package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import openkitchen.problem.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Sends styles, scripts, icons and fonts. */
@RestController
class AssetDoor {

    /** The one script that may make code of bytes: a worker, which reads scans in PDF and reaches no page. */
    private static final String WORKER = "/pdfjs/pdf.worker.min.mjs";

    private static final String WORKER_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

    private final Assets assets;

    AssetDoor(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{version}/{*name}")
    ResponseEntity<byte[]> asset(@PathVariable String version, @PathVariable String name, HttpServletRequest request) {
        Assets.Asset asset = assets.find(name.substring(1)).orElseThrow(NotFound::new);
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean packed =
                accepted != null && accepted.contains("gzip") && asset.compressed().length < asset.plain().length;
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .cacheControl(
                        version.equals(assets.version())
                                ? CacheControl.maxAge(java.time.Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : CacheControl.noCache());
        if (name.equals(WORKER)) {
            answer.header("Content-Security-Policy", WORKER_POLICY);
        }
        return packed
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.compressed())
                : answer.body(asset.plain());
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> favicon(HttpServletRequest request) {
        return asset("", "/mark.svg", request);
    }
}
