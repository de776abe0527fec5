package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@KitchenTest
class VersionsTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    Village.Home home;
    Caller caller;
    String card;

    @BeforeEach
    void settle() {
        Village village = new Village(kitchen);
        home = village.home();
        caller = village.caller(port, home.account());
        caller.post(home.path() + "/cards", "{\"title\":\"first\",\"column\":" + home.first() + "}");
        card = home.path() + "/cards/1";
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        caller.post(card + "/comments", "{\"body\":\"hello\"}");
        for (String path : List.of(
                "",
                "/board",
                "/cards",
                "/cards/1",
                "/cards/1/comments",
                "/cards/1/attachments",
                "/columns",
                "/labels",
                "/links",
                "/team",
                "/texts/strategy",
                "/texts/business/versions",
                "/events",
                "/timeline",
                "/invitations")) {
            Caller.Answer first = caller.get(home.path() + path);
            assertThat(first.status()).as(path).isEqualTo(200);
            assertThat(first.header("ETag")).as(path).matches("\".+\"");
            Caller.Answer second = caller.get(home.path() + path, "If-None-Match", first.header("ETag"));
            assertThat(second.status()).as(path).isEqualTo(304);
            assertThat(second.text()).isEmpty();
            assertThat(caller.get(home.path() + path, "If-None-Match", "W/" + first.header("ETag"))
                            .status())
                    .isEqualTo(304);
            assertThat(caller.get(home.path() + path, "If-None-Match", "\"0-other\"")
                            .status())
                    .isEqualTo(200);
        }
        for (String path : List.of("/me", "/people", "/clients", "/projects", "/tokens", "/invitations")) {
            String tag = caller.get("/api/v1" + path).header("ETag");
            // the token's own time of use stays the same for five minutes
            assertThat(caller.get("/api/v1" + path, "If-None-Match", tag).status())
                    .as(path)
                    .isEqualTo(304);
        }
    }

    @Test
    void everyChangeOfACardChangesItsTag() {
        String label = caller.post(home.path() + "/labels", "{\"name\":\"x\"}")
                .at("/id")
                .asString();
        List<Runnable> changes = List.of(
                () -> caller.patch(card, "{\"title\":\"second\"}"),
                () -> caller.patch(card, "{\"description\":\"words\"}"),
                () -> caller.patch(card, "{\"kind\":\"launch\"}"),
                () -> caller.patch(card, "{\"due\":\"2026-12-01T12:00:00+03:00\"}"),
                () -> caller.patch(card, "{\"done\":true}"),
                () -> caller.put(card + "/labels/" + label, ""),
                () -> caller.patch(home.path() + "/labels/" + label, "{\"name\":\"y\"}"),
                () -> caller.put(card + "/people/" + home.contact().id(), ""),
                () -> caller.put(card + "/cover", "{\"colour\":\"green\"}"),
                () -> caller.put(card + "/place", "{\"column\":" + home.second() + "}"),
                () -> caller.post(card + "/checklists", "{\"name\":\"list\",\"items\":[\"one\"]}"),
                () -> caller.post(card + "/links", "{\"url\":\"https://example.com\"}"),
                () -> caller.post(card + "/comments", "{\"body\":\"hello\"}"),
                () -> caller.put(card + "/archive", ""),
                () -> caller.delete(card + "/archive"));
        String before = caller.get(card).header("ETag");
        for (int i = 0; i < changes.size(); i++) {
            changes.get(i).run();
            String after = caller.get(card).header("ETag");
            assertThat(after).as("change " + i).isNotEqualTo(before);
            before = after;
        }
    }

    @Test
    void aCardIsChangedOnlyAsItWasSeen() {
        String seen = caller.get(card).header("ETag");
        Caller.Answer changed = caller.patch(card, "{\"title\":\"second\"}", "If-Match", seen);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag"))
                .isNotEqualTo(seen)
                .isEqualTo(caller.get(card).header("ETag"));
        Caller.Answer stale = caller.patch(card, "{\"title\":\"third\"}", "If-Match", seen);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.at("/texts/title").asString()).isEqualTo("second");
        assertThat(stale.at("/version").asInt()).isEqualTo(2);
        assertThat(caller.put(card + "/archive", "", "If-Match", seen).status()).isEqualTo(412);
        assertThat(caller.get(card).at("/title").asString()).isEqualTo("second");
        assertThat(caller.patch(card, "{\"title\":\"third\"}", "If-Match", "*").status())
                .isEqualTo(200);
    }

    @Test
    void ofManyWhoSawTheSameOneChanges() throws Exception {
        String seen = caller.get(card).header("ETag");
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 10)
                    .mapToObj(i -> crowd.submit(
                            () -> caller.patch(card, "{\"title\":\"by " + i + "\",\"done\":true}", "If-Match", seen)
                                    .status()))
                    .toList();
            int changed = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 412);
                changed += answer.get() == 200 ? 1 : 0;
            }
            assertThat(changed).isEqualTo(1);
        }
        assertThat(caller.get(card).at("/textVersion").asInt()).isEqualTo(2);
    }

    @Test
    void aTextThatWasEditedMeanwhileIsShownBesideOnesOwn() {
        caller.patch(card, "{\"description\":\"theirs\"}");
        Caller.Answer stale = caller.patch(card, "{\"description\":\"mine\",\"textVersion\":1}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.at("/texts/description").asString()).isEqualTo("theirs");
        assertThat(stale.at("/version").asInt()).isEqualTo(2);
        assertThat(caller.patch(card, "{\"title\":\"a\",\"description\":\"mine\",\"textVersion\":2}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.patch(card, "{\"description\":\"mine\",\"textVersion\":1}")
                        .status())
                .as("what stands there already is no conflict")
                .isEqualTo(200);
    }

    @Test
    void aPatchIsDoneWholeOrNotAtAll() {
        Caller.Answer refused = caller.patch(
                card, "{\"title\":\"half\",\"start\":\"2026-02-01T00:00:00Z\",\"due\":\"2026-01-01T00:00:00Z\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(caller.get(card).at("/title").asString()).isEqualTo("first");
    }

    @Test
    void aFieldIsTakenAwayByNullAndKeptByBeingLeftOut() {
        caller.patch(
                card, "{\"start\":\"2026-01-01T00:00:00Z\",\"due\":\"2026-02-01T00:00:00Z\",\"discipline\":\"seo\"}");
        Caller.Answer changed = caller.patch(card, "{\"start\":null}");
        assertThat(changed.at("/start").isNull()).isTrue();
        assertThat(changed.at("/due").asString()).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(changed.at("/discipline").asString()).isEqualTo("seo");
        assertThat(caller.patch(card, "{\"discipline\":null}").at("/discipline").isNull())
                .isTrue();
    }

    @Test
    void aCommentIsEditedOnlyAsItWasSeen() {
        Caller.Answer said = caller.post(card + "/comments", "{\"body\":\"one\"}");
        String path = said.header("Location");
        assertThat(caller.patch(path, "{\"body\":\"two\"}", "If-Match", said.header("ETag"))
                        .status())
                .isEqualTo(200);
        Caller.Answer stale = caller.patch(path, "{\"body\":\"three\"}", "If-Match", said.header("ETag"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.at("/texts/body").asString()).isEqualTo("two");
        assertThat(caller.patch(path, "{\"body\":\"three\",\"version\":1}").status())
                .isEqualTo(409);
        assertThat(caller.delete(path, "If-Match", said.header("ETag")).status())
                .isEqualTo(412);
        assertThat(caller.get(path + "/versions").at("/items/0/body").asString())
                .isEqualTo("one");
        assertThat(caller.delete(path, "If-Match", "\"2\"").status()).isEqualTo(204);
        assertThat(caller.get(path).at("/body").asString()).isEmpty();
    }

    @Test
    void aProjectsTextAndTheProjectAreChangedOnlyAsTheyWereSeen() {
        String strategy = home.path() + "/texts/strategy";
        Caller.Answer nothing = caller.get(strategy);
        assertThat(nothing.header("ETag")).isEqualTo("\"0\"");
        assertThat(caller.put(strategy, "{\"body\":\"plan\"}", "If-Match", "\"0\"")
                        .header("ETag"))
                .isEqualTo("\"1\"");
        assertThat(caller.put(strategy, "{\"body\":\"other\"}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(412);
        assertThat(caller.put(strategy, "{\"body\":\"other\",\"version\":0}")
                        .at("/texts/body")
                        .asString())
                .isEqualTo("plan");
        assertThat(caller.put(strategy, "{\"body\":\"other\"}").at("/version").asInt())
                .isEqualTo(2);

        String seen = caller.get(home.path()).header("ETag");
        assertThat(caller.patch(home.path(), "{\"stage\":\"steady\"}", "If-Match", seen)
                        .status())
                .isEqualTo(200);
        assertThat(caller.patch(home.path(), "{\"stage\":\"testing\"}", "If-Match", seen)
                        .status())
                .isEqualTo(412);
    }
}
