package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@KitchenTest
class PagingTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    Village village;
    Village.Home home;
    Caller caller;

    @BeforeEach
    void settle() {
        village = new Village(kitchen);
        home = village.home();
        caller = village.caller(port, home.account());
    }

    private int addCard(int i) {
        return caller.post(home.path() + "/cards", "{\"title\":\"card " + i + "\",\"column\":" + home.first() + "}")
                .at("/number")
                .asInt();
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = null;
        do {
            Caller.Answer page = caller.get(path + (next == null ? "" : "&cursor=" + next));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.at("/items").forEach(items::add);
            next = page.at("/next").isNull() ? null : page.at("/next").asString();
        } while (next != null);
        return items;
    }

    @Test
    void whoReadsToTheEndHasMissedNoneThatWereThereAndNoneComesTwice() throws Exception {
        Set<Integer> before = new ConcurrentSkipListSet<>();
        for (int i = 0; i < 15; i++) {
            before.add(addCard(i));
        }
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> added = IntStream.range(0, 30)
                    .mapToObj(i -> crowd.submit(() -> addCard(100 + i)))
                    .toList();
            List<Integer> read = all(home.path() + "/cards?limit=4").stream()
                    .map(card -> card.at("/number").asInt())
                    .toList();
            assertThat(read).isSorted().doesNotHaveDuplicates().containsAll(before);
            assertThat(read).as("no gap within what was read").hasSize(read.getLast());
            for (Future<Integer> one : added) {
                one.get();
            }
        }
        assertThat(all(home.path() + "/cards?limit=7")).hasSize(45);
        assertThat(all(home.path() + "/cards?limit=1000")).hasSize(45);
    }

    @Test
    void commentsProjectsPeopleAndClientsComeInPagesToo() {
        addCard(1);
        for (int i = 0; i < 7; i++) {
            caller.post(home.path() + "/cards/1/comments", "{\"body\":\"number " + i + "\"}");
        }
        assertThat(all(home.path() + "/cards/1/comments?limit=3"))
                .extracting(comment -> comment.at("/body").asString())
                .containsExactlyElementsOf(
                        IntStream.range(0, 7).mapToObj(i -> "number " + i).toList());
        for (int i = 0; i < 3; i++) {
            caller.post("/api/v1/projects", "{\"name\":\"More " + i + "\",\"board\":false}");
        }
        assertThat(all("/api/v1/projects?limit=1")).hasSize(4);
        assertThat(all("/api/v1/people?limit=2"))
                .extracting(person -> person.at("/id").asLong())
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(home.contact().id().value());
        assertThat(all("/api/v1/clients?limit=1"))
                .extracting(client -> client.at("/id").asLong())
                .isSorted()
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void eventsAreReadFromWhereOneStoppedWithoutAGap() {
        addCard(1);
        List<Long> numbers = new ArrayList<>();
        long since = 0;
        while (true) {
            Caller.Answer page = caller.get(home.path() + "/events?limit=3&since=" + since);
            page.at("/items").forEach(event -> numbers.add(event.at("/number").asLong()));
            since = page.at("/next").asLong();
            if (page.at("/items").isEmpty()) {
                assertThat(since).isEqualTo(page.at("/version").asLong());
                break;
            }
        }
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, since).boxed().toList());
        List<JsonNode> backwards = all(home.path() + "/timeline?limit=2");
        assertThat(backwards).hasSize(numbers.size());
        assertThat(all(home.path() + "/timeline?limit=2&subject=card&card=1"))
                .extracting(event -> event.at("/kind").asString())
                .containsExactly("card.added");
    }

    @Test
    void aCursorOfOneListIsNoneOfAnother() {
        addCard(1);
        addCard(2);
        String next = caller.get(home.path() + "/cards?limit=1").at("/next").asString();
        assertThat(caller.get("/api/v1/projects?cursor=" + next).status()).isEqualTo(400);
    }

    @Test
    void cardsAreFiltered() {
        addCard(1);
        String label = caller.post(home.path() + "/labels", "{\"name\":\"x\"}")
                .at("/id")
                .asString();
        long since = caller.get(home.path()).at("/version").asLong();
        caller.post(
                home.path() + "/cards",
                "{\"title\":\"Semantic core\",\"column\":" + home.second()
                        + ",\"kind\":\"launch\",\"discipline\":\"seo\","
                        + "\"affects\":[\"ppc\"],\"due\":\"2026-12-10T00:00:00Z\",\"labels\":[" + label
                        + "],\"people\":["
                        + home.contact().id() + "]}");
        for (String filter : List.of(
                "column=" + home.second(),
                "label=" + label,
                "person=" + home.contact().id(),
                "kind=launch",
                "discipline=seo",
                "q=semantic",
                "dueFrom=2026-12-10T00:00:00Z",
                "dueUntil=2026-12-10T03:00:01%2B03:00",
                "changedSince=" + since)) {
            assertThat(all(home.path() + "/cards?" + filter))
                    .as(filter)
                    .extracting(card -> card.at("/number").asInt())
                    .containsExactly(2);
        }
        assertThat(all(home.path() + "/cards?done=true")).isEmpty();
        caller.put(home.path() + "/cards/2/archive", "");
        assertThat(all(home.path() + "/cards?where=archive")).hasSize(1);
        assertThat(all(home.path() + "/cards?where=board")).hasSize(1);
        assertThat(all(home.path() + "/cards?where=anywhere")).hasSize(2);
        caller.put(home.path() + "/columns/" + home.first() + "/archive", "");
        assertThat(all(home.path() + "/cards?where=board")).isEmpty();
    }
}
