package openkitchen.site;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;

/** Asks for pages and sends forms as somebody who is signed in. */
record Browser(int port, Sessions sessions) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    record Answer(int status, String body, HttpHeaders headers) {

        /** Empty when it has none. */
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String location() {
            return header("Location");
        }
    }

    Answer get(Viewer viewer, String path) {
        return send(request(viewer, path).GET());
    }

    /** Sends a form as a page without scripts does; names and values by turns. */
    Answer post(Viewer viewer, String path, String... fields) {
        return send(form(viewer, path, fields));
    }

    private HttpRequest.Builder form(Viewer viewer, String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return request(viewer, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
    }

    /** The same as a page with scripts does. */
    Answer stream(Viewer viewer, String path, String... fields) {
        return send(form(viewer, path, fields).setHeader("Accept", "text/vnd.turbo-stream.html, text/html"));
    }

    private HttpRequest.Builder request(Viewer viewer, String path) {
        String token = sessions.open(viewer.person(), "test", "127.0.0.1").token();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Cookie", "kitchen=" + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
