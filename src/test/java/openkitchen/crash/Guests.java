package openkitchen.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People at work on one board through the API, each at another card, without a pause: they comment, attach files and move cards.
 * They remember what was acknowledged, and what they asked for and heard nothing of.
 */
final class Guests {

    private static final int MANY = 6;
    private static final int FILE_BYTES = 40_000;
    private static final String PASSWORD = "harvest-copper-lantern-41";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A request that may be sent again under its key. */
    private record Wish(int card, String path, String type, byte[] body, String key, String text) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;
    private final List<Long> columns;
    private final List<Thread> hands = new ArrayList<>();
    private final AtomicInteger said = new AtomicInteger();
    private final BlockingQueue<Wish> acknowledged = new LinkedBlockingQueue<>();

    private final Map<Integer, List<String>> comments = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Set<String> seenFiles = new TreeSet<>();
    private final Map<Integer, Long> places = new ConcurrentHashMap<>();
    private final Map<Integer, Long> perhapsPlaces = new ConcurrentHashMap<>();
    private final List<Wish> unanswered = new ArrayList<>();
    private String address;
    private volatile boolean leaving;

    private Guests(String address, String token, List<Long> columns) {
        this.address = address;
        this.token = token;
        this.columns = columns;
    }

    /** Makes the installation's owner by the set-up link, a token by email and password, and a project with some cards. */
    static Guests welcomed(RunningKitchen kitchen) throws Exception {
        String link = kitchen.setUpLink().get();
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<String> owner = http.send(
                HttpRequest.newBuilder(URI.create(link))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(form(Map.of(
                                "agency",
                                "Klever",
                                "name",
                                "Ann Marlow",
                                "email",
                                "ann@klever.example",
                                "password",
                                PASSWORD)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(owner.statusCode()).as(owner.body()).isEqualTo(303);
        Guests before = new Guests("http://localhost:" + kitchen.port(), "", List.of());
        String token = before.made("/api/v1/tokens", Map.of("email", "ann@klever.example", "password", PASSWORD))
                .at("/token")
                .asString();
        Guests owned = new Guests(before.address, token, List.of());
        owned.made("/api/v1/projects", Map.of("name", "Crash", "key", "crash"));
        List<Long> columns = owned.read("/api/v1/projects/crash/columns")
                .at("/items")
                .valueStream()
                .map(column -> column.at("/id").asLong())
                .toList();
        for (int i = 0; i < MANY; i++) {
            owned.made("/api/v1/projects/crash/cards", Map.of("title", "Card " + i, "column", columns.getFirst()));
        }
        return new Guests(before.address, token, columns);
    }

    /** By which they may do all that the installation's owner may. */
    String token() {
        return token;
    }

    private static BodyPublisher form(Map<String, String> fields) {
        return BodyPublishers.ofString(fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    /** Each on its own card, until the kitchen goes away. */
    void work() throws Exception {
        List<Integer> cards = read("/api/v1/projects/crash/cards?limit=100")
                .at("/items")
                .valueStream()
                .map(card -> card.at("/number").asInt())
                .limit(MANY)
                .toList();
        assertThat(cards).hasSize(MANY);
        leaving = false;
        for (int card : cards) {
            hands.add(Thread.ofPlatform().name("guest-" + card).start(() -> workOn(card)));
        }
    }

    private void workOn(int card) {
        while (!leaving) {
            Wish wish = wish(card);
            try {
                HttpResponse<byte[]> answer = send(wish);
                if (answer.statusCode() / 100 != 2) {
                    throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
                }
                keep(wish);
            } catch (IOException | InterruptedException gone) {
                perhaps(wish);
                return;
            }
        }
    }

    private Wish wish(int card) {
        int number = said.incrementAndGet();
        String on = "/api/v1/projects/crash/cards/" + card;
        String key = UUID.randomUUID().toString();
        return switch (number % 4) {
            case 0 -> {
                byte[] bytes = new byte[FILE_BYTES];
                new Random(number).nextBytes(bytes);
                yield new Wish(
                        card, on + "/attachments", "multipart/form-data; boundary=edge", part(number, bytes), key, "");
            }
            case 1 ->
                new Wish(
                        card,
                        on + "/place",
                        "application/json",
                        json(Map.of("column", columns.get(number % columns.size()))),
                        key,
                        "");
            default ->
                new Wish(
                        card,
                        on + "/comments",
                        "application/json",
                        json(Map.of("body", "said " + number)),
                        key,
                        "said " + number);
        };
    }

    private static byte[] part(int number, byte[] bytes) {
        byte[] head = ("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + number
                        + ".bin\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + bytes.length + tail.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(bytes, 0, whole, head.length, bytes.length);
        System.arraycopy(tail, 0, whole, head.length + bytes.length, tail.length);
        return whole;
    }

    private HttpResponse<byte[]> send(Wish wish) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + wish.path()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", wish.type());
        if (!wish.path().endsWith("/place")) {
            request.header("Idempotency-Key", wish.key());
        }
        return http.send(
                request.method(wish.path().endsWith("/place") ? "PUT" : "POST", BodyPublishers.ofByteArray(wish.body()))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private void keep(Wish wish) {
        if (wish.path().endsWith("/place")) {
            places.put(wish.card(), column(wish));
            perhapsPlaces.remove(wish.card());
        } else if (wish.path().endsWith("/attachments")) {
            files.put(fileName(wish), fileBytes(wish));
        } else {
            comments.computeIfAbsent(wish.card(), card -> new ArrayList<>()).add(wish.text());
        }
        acknowledged.add(wish);
    }

    private void perhaps(Wish wish) {
        if (wish.path().endsWith("/place")) {
            perhapsPlaces.put(wish.card(), column(wish));
        } else {
            synchronized (unanswered) {
                unanswered.add(wish);
            }
        }
    }

    private static long column(Wish wish) {
        return JSON.readTree(wish.body()).at("/column").asLong();
    }

    private static String fileName(Wish wish) {
        String head = new String(wish.body(), 0, 120, StandardCharsets.ISO_8859_1);
        return head.substring(head.indexOf("filename=\"") + 10, head.indexOf(".bin")) + ".bin";
    }

    private static byte[] fileBytes(Wish wish) {
        byte[] bytes = new byte[FILE_BYTES];
        int tail = "\r\n--edge--\r\n".length();
        System.arraycopy(wish.body(), wish.body().length - tail - FILE_BYTES, bytes, 0, FILE_BYTES);
        return bytes;
    }

    /** Returns when so many more were acknowledged. */
    void awaitAcknowledged(int more) throws InterruptedException {
        acknowledged.clear();
        for (int i = 0; i < more; i++) {
            acknowledged.take();
        }
    }

    /** Returns when each has noticed that the kitchen is gone. */
    void leave() throws InterruptedException {
        leaving = true;
        for (Thread hand : hands) {
            hand.join();
        }
        hands.clear();
    }

    void comeBack(RunningKitchen kitchen) {
        address = "http://localhost:" + kitchen.port();
    }

    /** Sends again, under the same keys, what was never answered: it is done then, and done once. */
    void repeatWhatWasNotAnswered() throws Exception {
        for (Wish wish : unanswered) {
            assertThat(send(wish).statusCode()).isBetween(200, 299);
            keep(wish);
        }
        unanswered.clear();
    }

    void assertAllIsThere() throws Exception {
        for (JsonNode card : read("/api/v1/projects/crash/cards?limit=100")
                .at("/items")
                .valueStream()
                .toList()) {
            int number = card.at("/number").asInt();
            assertPlace(card, number);
            assertComments(number);
            assertFiles(number);
        }
        assertThat(files.keySet()).isSubsetOf(seenFiles);
    }

    private void assertPlace(JsonNode card, int number) {
        if (places.containsKey(number)) {
            List<Long> may = new ArrayList<>(List.of(places.get(number)));
            if (perhapsPlaces.containsKey(number)) {
                may.add(perhapsPlaces.get(number));
            }
            assertThat(card.at("/column").asLong()).isIn(may);
            places.put(number, card.at("/column").asLong());
        }
    }

    private void assertComments(int card) throws Exception {
        List<String> there = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read("/api/v1/projects/crash/cards/" + card + "/comments?limit=100" + cursor);
            page.at("/items")
                    .valueStream()
                    .map(one -> one.at("/body").asString())
                    .forEach(there::add);
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
        } while (!cursor.isEmpty());
        assertThat(there).doesNotHaveDuplicates().containsAll(comments.getOrDefault(card, List.of()));
    }

    /** Every file that is listed can be read; those that were acknowledged have the bytes that were sent. */
    private void assertFiles(int card) throws Exception {
        List<String> names = new ArrayList<>();
        for (JsonNode file : read("/api/v1/projects/crash/cards/" + card)
                .at("/attachments")
                .valueStream()
                .toList()) {
            String name = file.at("/title").asString();
            names.add(name);
            HttpResponse<byte[]> content = get(file.at("/content").asString());
            assertThat(content.statusCode()).isEqualTo(200);
            byte[] sent = files.get(name);
            if (sent != null) {
                assertThat(content.body()).isEqualTo(sent);
                seenFiles.add(name);
            }
        }
        assertThat(names).doesNotHaveDuplicates();
    }

    /** The owner asks whoever is responsible for search something urgent, on the first card. */
    void askUrgently(String words) throws Exception {
        made(
                "/api/v1/projects/crash/cards/1/comments",
                Map.of("body", words, "kind", "question", "to", "seo", "urgent", true));
    }

    private JsonNode made(String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static byte[] json(Map<String, ?> fields) {
        return JSON.writeValueAsBytes(fields);
    }
}
