package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import openkitchen.history.History;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A POST with an Idempotency-Key is done once, however often it is sent. */
@KitchenTest
class RepeatingTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    @Autowired
    JdbcClient jdbc;

    Village village;
    Village.Home home;
    Caller caller;
    String cards;
    String body;

    @BeforeEach
    void settle() {
        village = new Village(kitchen);
        home = village.home();
        caller = village.caller(port, home.account());
        cards = home.path() + "/cards";
        body = "{\"title\":\"once\",\"column\":" + home.first() + "}";
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private int made() {
        return caller.get(cards).at("/items").size();
    }

    @Test
    void theSameKeyAndRequestBringTheSameAnswerAgain() {
        String key = fresh();
        Caller.Answer first = caller.post(cards, body, "Idempotency-Key", key);
        Caller.Answer second = caller.post(cards, body, "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        String key = fresh();
        caller.post(cards, body, "Idempotency-Key", key);
        Caller.Answer other = caller.post(cards, body.replace("once", "twice"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/type").asString()).endsWith("idempotency");
        assertThat(caller.post(home.path() + "/labels", "{\"name\":\"x\"}", "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void anotherPersonsSameKeyIsAnotherKey() {
        String key = fresh();
        caller.post(cards, body, "Idempotency-Key", key);
        Caller.Answer other = village.caller(port, home.contact()).post(cards, body, "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.header("Idempotency-Replayed")).isEmpty();
        assertThat(made()).isEqualTo(2);
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        String key = fresh();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Caller.Answer>> answers = IntStream.range(0, 12)
                    .mapToObj(i -> crowd.submit(() -> {
                        start.await();
                        return caller.post(cards, body, "Idempotency-Key", key);
                    }))
                    .toList();
            start.countDown();
            for (Future<Caller.Answer> answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
                if (answer.get().status() == 201) {
                    assertThat(answer.get().at("/number").asInt()).isEqualTo(1);
                }
            }
        }
        assertThat(made()).isEqualTo(1);
        assertThat(caller.post(cards, body, "Idempotency-Key", key).status()).isEqualTo(201);
    }

    @Test
    void whileTheFirstIsWorkedOnTheSecondIsToldSo() throws Exception {
        String key = fresh();
        Seat seat = kitchen.getBean(Projects.class).seat(home.account().viewer(), home.key());
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Caller.Answer> first = kitchen.getBean(History.class).change(seat.project(), null, pen -> {
                // holds the project's lock, so the first request waits for it
                Future<Caller.Answer> waiting = crowd.submit(() -> caller.post(cards, body, "Idempotency-Key", key));
                awaitHeld();
                Caller.Answer second = caller.post(cards, body, "Idempotency-Key", key);
                assertThat(second.status()).isEqualTo(409);
                assertThat(second.at("/type").asString()).endsWith("idempotency");
                return waiting;
            });
            assertThat(first.get().status()).isEqualTo(201);
        }
        assertThat(made()).isEqualTo(1);
    }

    /** Until the request holds its key. */
    private void awaitHeld() {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql(
                                        "select count(*) from pg_locks where locktype = 'advisory' and granted"
                                                + " and database = (select oid from pg_database where datname = current_database())")
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    @Test
    void whatChangedNothingMayBeTriedAgainWithTheSameKey() {
        String key = fresh();
        assertThat(caller.post(cards, "{\"title\":\"\"}", "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
        assertThat(caller.post(cards, body, "Idempotency-Key", key).status()).isEqualTo(201);
    }

    @Test
    void aRefusedChangeLeavesNothingBehind() {
        Caller.Answer refused = caller.post(
                cards,
                "{\"title\":\"half\",\"column\":" + home.first() + ",\"labels\":[999999]}",
                "Idempotency-Key",
                fresh());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(made()).isZero();
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        String key = fresh();
        caller.post(cards, body, "Idempotency-Key", key);
        jdbc.sql("update idempotency_key set created_at = created_at - interval '25 hours' where person_id = ?")
                .param(home.account().id().value())
                .update();
        Caller.Answer anew = caller.post(cards, body, "Idempotency-Key", key);
        assertThat(anew.header("Idempotency-Replayed")).isEmpty();
        assertThat(made()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from idempotency_key where person_id = ?")
                        .param(home.account().id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anUploadIsDoneOnceToo() {
        caller.post(cards, body);
        String key = fresh();
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
        Caller.Answer first = caller.upload("POST", cards + "/1/attachments", "a.txt", bytes, "Idempotency-Key", key);
        Caller.Answer second = caller.upload("POST", cards + "/1/attachments", "a.txt", bytes, "Idempotency-Key", key);
        Caller.Answer other = caller.upload(
                "POST",
                cards + "/1/attachments",
                "a.txt",
                "other".getBytes(StandardCharsets.UTF_8),
                "Idempotency-Key",
                key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(422);
        assertThat(caller.get(cards + "/1/attachments").at("/items").size()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertThat(caller.post(cards, body, "Idempotency-Key", "x".repeat(256)).status())
                .isEqualTo(400);
        assertThat(caller.post(cards, body, "Idempotency-Key", "two words").status())
                .isEqualTo(400);
    }

    @Test
    void aKeptAnswerWithAnInvitationsLinkIsNotReadableInTheDatabase() {
        String key = fresh();
        String invitation = "{\"name\":\"Guest\",\"roles\":[\"lead\"]}";
        String link = caller.post(home.path() + "/invitations", invitation, "Idempotency-Key", key)
                .at("/link")
                .asString();
        assertThat(link).startsWith("/invitation/");
        byte[] kept = jdbc.sql("select body from idempotency_key where person_id = ?")
                .param(home.account().id().value())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(link);
        assertThat(caller.post(home.path() + "/invitations", invitation, "Idempotency-Key", key)
                        .at("/link")
                        .asString())
                .isEqualTo(link);
    }
}
