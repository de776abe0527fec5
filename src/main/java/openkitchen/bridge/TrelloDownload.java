package openkitchen.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Downloads one file from Trello as its developers ask for: the key goes in a header, to Trello's own host only; one redirect
 * is followed, without the header, to a public address by https.
 */
final class TrelloDownload {

    /** What Trello sends with status 200 in place of a file, to who may not have it. */
    private static final String UNAUTHORIZED = "unauthorized permission requested";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRIES = 4;

    /** Made when the first file is wanted: most installations never want one. */
    private final SingletonSupplier<HttpClient> http = SingletonSupplier.of(() -> HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build());

    private final URI host;
    private final long limit;
    private final Duration pause;

    /**
     * @param host Trello's; one with {@code http} is for tests only, and may then redirect to itself
     * @param pause between tries when Trello asks for one and does not say how long
     */
    TrelloDownload(URI host, long limit, Duration pause) {
        this.host = host;
        this.limit = limit;
        this.pause = pause;
    }

    /** Why a file could not be had. */
    enum Fault {
        /** Trello does not take the key and token, or they do not open this board. */
        UNAUTHORIZED,
        GONE,
        /** Not as many bytes as the export says. */
        LENGTH,
        TOO_LARGE,
        /** The export does not say where it is, or Trello names a place where we do not go. */
        ADDRESS,
        UNREACHABLE
    }

    static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        final Fault fault;

        Failed(Fault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }
    }

    /** Writes the file's bytes to {@code to}; {@code bytes} is how many they must be, null when nobody knows. */
    void load(@Nullable String path, @Nullable Long bytes, String authorization, Path to)
            throws Failed, InterruptedException {
        if (path == null || !TrelloPath.right(path)) {
            throw new Failed(Fault.ADDRESS);
        }
        try {
            HttpResponse<InputStream> answer = asked(host.resolve(path), authorization);
            try (InputStream body = answer.body()) {
                write(answer, body, to);
            }
            check(bytes, to);
        } catch (IOException failed) {
            throw new Failed(Fault.UNREACHABLE);
        }
    }

    private HttpResponse<InputStream> asked(URI from, String authorization)
            throws IOException, InterruptedException, Failed {
        for (int i = 1; ; i++) {
            HttpResponse<InputStream> answer =
                    send(HttpRequest.newBuilder(from).header("Authorization", authorization));
            int status = answer.statusCode();
            if (status == 429 && i < TRIES) {
                answer.body().close();
                Thread.sleep(pause);
            } else if (status >= 300 && status < 400 && status != 304) {
                answer.body().close();
                String to = answer.headers().firstValue("Location").orElseThrow(() -> new Failed(Fault.UNREACHABLE));
                return send(HttpRequest.newBuilder(allowed(from, to)));
            } else {
                return answer;
            }
        }
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.obtain()
                .send(
                        request.timeout(PATIENCE)
                                .header("User-Agent", "Open Kitchen")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
    }

    private URI allowed(URI from, String location) throws Failed {
        try {
            URI to = from.resolve(location);
            String scheme = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
            boolean ownOfTest = scheme.equals("http")
                    && "http".equals(host.getScheme())
                    && host.getHost().equals(to.getHost())
                    && host.getPort() == to.getPort();
            if (ownOfTest || (scheme.equals("https") && to.getHost() != null && open(to.getHost()))) {
                return to;
            }
            throw new Failed(Fault.ADDRESS);
        } catch (IllegalArgumentException wrong) {
            throw new Failed(Fault.ADDRESS);
        }
    }

    /** Whether all that the name stands for is open to everybody, none of it within our own network. */
    private static boolean open(String name) {
        try {
            for (InetAddress address : InetAddress.getAllByName(name)) {
                boolean local = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
                if (local
                        || address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private void write(HttpResponse<InputStream> answer, InputStream body, Path to) throws IOException, Failed {
        switch (answer.statusCode()) {
            case 200 -> {
                try (OutputStream file = Files.newOutputStream(to)) {
                    byte[] some = new byte[1 << 16];
                    long size = 0;
                    for (int read = body.read(some); read >= 0; read = body.read(some)) {
                        size += read;
                        if (size > limit) {
                            throw new Failed(Fault.TOO_LARGE);
                        }
                        file.write(some, 0, read);
                    }
                }
            }
            case 401, 403 -> throw new Failed(Fault.UNAUTHORIZED);
            case 404, 410 -> throw new Failed(Fault.GONE);
            default -> throw new Failed(Fault.UNREACHABLE);
        }
    }

    private static void check(@Nullable Long bytes, Path file) throws IOException, Failed {
        long size = Files.size(file);
        if (size <= UNAUTHORIZED.length() + 2
                && Files.readString(file, StandardCharsets.ISO_8859_1).strip().equals(UNAUTHORIZED)) {
            throw new Failed(Fault.UNAUTHORIZED);
        }
        if (size == 0 || (bytes != null && bytes != size)) {
            throw new Failed(Fault.LENGTH);
        }
    }
}
