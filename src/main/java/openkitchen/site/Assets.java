package openkitchen.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What pages are made with beside their text: styles, scripts, icons, fonts. Read once at the start, kept in memory plain and
 * compressed, and named by the hash of all of it, so that a browser keeps them for ever and a new version is another address.
 */
@Component
public class Assets {

    /** One file as it is sent. */
    record Asset(byte[] plain, byte[] compressed, String type) {}

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "wasm", "application/wasm",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8",
            "png", "image/png");

    /** What shows PDF, and what it may need for a page: fonts that are not in the file, old encodings, scans. */
    private static final Pattern PDF = Pattern.compile(
            ".*/webjars/pdfjs-dist/[^/]+/(?:build/(?<script>pdf(?:\\.worker)?\\.min\\.mjs)|(?<part>(?:cmaps|standard_fonts|wasm|iccs)/[^/]+))");

    // Only comments that have their lines to themselves: a comment behind code may be part of a text.
    private static final Pattern BLOCK_COMMENT = Pattern.compile("(?m)^[ \\t]*/\\*(?:[^*]|\\*(?!/))*+\\*/[ \\t]*$");
    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^[ \\t]*//.*$");
    private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t]+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n\\n+");

    private final Map<String, Asset> assets = new TreeMap<>();
    /** Large and seldom wanted: read when they are. */
    private final Map<String, Resource> late = new TreeMap<>();

    private final Map<String, Asset> read = new ConcurrentHashMap<>();
    private final String version;
    private final String importMap;

    Assets() throws IOException {
        PathMatchingResourcePatternResolver found = new PathMatchingResourcePatternResolver();
        ByteArrayOutputStream styles = new ByteArrayOutputStream();
        Controllers controllers = new Controllers();
        Map<String, Resource> files = new TreeMap<>();
        for (Resource resource : found.getResources("classpath*:/static/**/*.*")) {
            String url = resource.getURL().toString();
            files.put(url.substring(url.indexOf("/static/") + "/static/".length()), resource);
        }
        for (Map.Entry<String, Resource> file : files.entrySet()) {
            byte[] bytes = lean(file.getKey(), file.getValue().getContentAsByteArray());
            if (file.getKey().startsWith("css/")) {
                styles.write(bytes);
                styles.write('\n');
            } else if (Controllers.isOne(file.getKey())) {
                controllers.add(file.getKey(), new String(bytes, StandardCharsets.UTF_8));
            } else {
                put(file.getKey(), bytes);
            }
        }
        put("css/kitchen.css", styles.toByteArray());
        put("js/controllers.js", controllers.script().getBytes(StandardCharsets.UTF_8));
        put("vendor/turbo.js", lean(".js", webJar(found, "hotwired__turbo", "dist/turbo.es2017-esm.js")));
        put("vendor/stimulus.js", lean(".js", webJar(found, "hotwired__stimulus", "dist/stimulus.js")));
        for (Resource resource : found.getResources("classpath*:/META-INF/resources/webjars/pdfjs-dist/*/*/*")) {
            Matcher known = PDF.matcher(resource.getURL().toString());
            if (known.matches()) {
                late.put(
                        "pdfjs/" + (known.group("script") == null ? known.group("part") : known.group("script")),
                        resource);
            }
        }
        version = hash();
        importMap = """
                {"imports":{"@hotwired/turbo":"%s","@hotwired/stimulus":"%s"}}""".formatted(at("vendor/turbo.js"), at("vendor/stimulus.js"));
    }

    /** Scripts and styles without the lines that only people read: a sixth less over the wire, and no build. */
    private static byte[] lean(String name, byte[] bytes) {
        if (!name.endsWith(".js") && !name.endsWith(".css")) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (name.endsWith(".js")) {
            text = BLOCK_COMMENT.matcher(text).replaceAll("");
            text = LINE_COMMENT.matcher(text).replaceAll("");
        }
        text = INDENT.matcher(text).replaceAll("");
        return EMPTY_LINES.matcher(text).replaceAll("\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] webJar(PathMatchingResourcePatternResolver found, String name, String path)
            throws IOException {
        Resource[] resources = found.getResources("classpath*:/META-INF/resources/webjars/" + name + "/*/" + path);
        if (resources.length != 1) {
            throw new IllegalStateException("expected " + path + " of " + name + " once, found " + resources.length);
        }
        return resources[0].getContentAsByteArray();
    }

    private void put(String name, byte[] bytes) throws IOException {
        assets.put(name, asset(name, bytes));
    }

    private static Asset asset(String name, byte[] bytes) throws IOException {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return new Asset(bytes, compressed(bytes), type);
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private String hash() {
        MessageDigest digest = sha256();
        assets.forEach((name, asset) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(asset.plain());
        });
        late.forEach((name, resource) ->
                digest.update((name + resource).getBytes(StandardCharsets.UTF_8))); // its address tells its version
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The address of a file under {@code static}, such as {@code icons.svg}. */
    public String at(String name) {
        return "/assets/" + version + "/" + name;
    }

    /** The scripts that a page needs at once, to be fetched side by side. */
    public List<String> scripts() {
        return assets.keySet().stream()
                .filter(name -> name.startsWith("js/") || name.startsWith("vendor/"))
                .filter(name -> !name.contains("sha256")) // for one page, which fetches it when it is wanted
                .map(this::at)
                .toList();
    }

    /** The import map, which stands in the page itself. */
    public String importMap() {
        return importMap;
    }

    /** The hash by which the content policy allows the import map. */
    String importMapHash() {
        return "'sha256-"
                + Base64.getEncoder().encodeToString(sha256().digest(importMap.getBytes(StandardCharsets.UTF_8))) + "'";
    }

    String version() {
        return version;
    }

    Optional<Asset> find(String name) {
        Resource resource = late.get(name);
        return resource == null
                ? Optional.ofNullable(assets.get(name))
                : Optional.of(read.computeIfAbsent(name, wanted -> read(wanted, resource)));
    }

    private static Asset read(String name, Resource resource) {
        try {
            return asset(name, resource.getContentAsByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
