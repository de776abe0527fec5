package openkitchen.site;

import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with a browser of their own: keeps cookies, does not follow redirects, comes from an address of their own. */
final class Visitor {

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final AtomicInteger MADE = new AtomicInteger();

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final String address = "198.51.100." + MADE.incrementAndGet() % 256;
    private String language = "en";
    private String host = "";

    Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    Visitor speaking(String tag) {
        language = tag;
        return this;
    }

    /** Under a host name of one's own making. */
    Visitor at(String name) {
        host = name;
        return this;
    }

    record Answer(int status, String location, String body) {

        private static Answer of(HttpResponse<String> response) {
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.body());
        }
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** Sends a form; names and values by turns. */
    Answer post(String path, String... fields) {
        return send(form(path, fields).build());
    }

    /** The same as Turbo does it, which takes streams too. */
    Answer postForStreams(String path, String... fields) {
        return send(form(path, fields)
                .setHeader("Accept", "text/vnd.turbo-stream.html, text/html")
                .build());
    }

    /** The same from a certain page. */
    Answer postFrom(String page, String path, String... fields) {
        return send(form(path, fields)
                .header("Referer", page.startsWith("/") ? base + page : page)
                .build());
    }

    private HttpRequest.Builder form(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)));
    }

    Answer upload(String path, String field, String name, String type, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--frontier\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(field, name, type)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    Visitor signedIn(String email, String password) {
        Answer answer = post("/sign-in", "email", email, "password", password);
        if (answer.status() != 303) {
            throw new AssertionError("could not sign in: " + answer);
        }
        return this;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (!host.isEmpty()) {
            request.header("Host", host);
        }
        return request.header("Accept", "text/html")
                .header("Accept-Language", language)
                .header("X-Forwarded-For", address);
    }

    private Answer send(HttpRequest request) {
        try {
            return Answer.of(browser.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
