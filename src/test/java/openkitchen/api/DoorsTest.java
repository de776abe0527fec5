package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import openkitchen.people.AgencyRole;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route of the API as nobody, as a stranger, and with too small a scope. */
@KitchenTest
class DoorsTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    Village village;

    @BeforeEach
    void settle() {
        village = new Village(kitchen);
    }

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Caller.Answer call(Caller caller, Routes.Route route, String key) {
        String path = route.filled(key);
        if (path.endsWith("/search")) {
            path += "?q=word";
        }
        boolean reads = route.verb().equals("GET") || route.verb().equals("DELETE");
        if (!reads && route.pattern().matches(".*/(attachments|files|picture|imports/trello)")) {
            return caller.upload(route.verb(), path, "a.txt", new byte[] {65});
        }
        return caller.send(route.verb(), path, reads ? null : body(route));
    }

    /** A right body, so that nothing but the door can be in the way. */
    private static String body(Routes.Route route) {
        String pattern = route.pattern();
        if (pattern.contains("/questions/") || pattern.contains("/remarks/") || pattern.contains("/decisions/")) {
            return "{}";
        }
        if (pattern.endsWith("/cards")) {
            return "{\"title\":\"x\",\"column\":1}";
        }
        if (pattern.endsWith("/place") && pattern.contains("/cards/{number}/place")) {
            return "{\"column\":1}";
        }
        if (pattern.endsWith("/transfers")) {
            return "{\"project\":\"elsewhere\",\"column\":1}";
        }
        if (pattern.endsWith("/cover")) {
            return "{\"colour\":\"green\"}";
        }
        if (pattern.endsWith("/columns")) {
            return "{\"name\":\"x\",\"kind\":\"doing\"}";
        }
        if (pattern.endsWith("/status")) {
            return "{\"status\":\"live\"}";
        }
        if (pattern.contains("/texts/")) {
            return "{\"body\":\"x\"}";
        }
        if (pattern.contains("/team/")) {
            return "{\"roles\":[\"seo\"]}";
        }
        if (pattern.endsWith("/invitations")) {
            return "{\"roles\":[\"seo\"]}";
        }
        return "{}";
    }

    @Test
    void nobodyComesInByAnyRoute() {
        Village.Home home = village.home();
        Caller nobody = new Caller(port, null);
        List<String> open = new ArrayList<>();
        for (Routes.Route route : Routes.of(requestMappingHandlerMapping)) {
            Caller.Answer answer = call(nobody, route, home.key());
            if (answer.status() != 401) {
                open.add(route.verb() + " " + route.pattern());
            } else {
                assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            }
        }
        assertThat(open).containsExactly("POST /api/v1/tokens");
    }

    @Test
    void aStrangerFindsNoProjectByAnyRoute() {
        Village.Home home = village.home();
        List<Caller> strangers = List.of(
                village.caller(port, village.person(AgencyRole.SPECIALIST, null)),
                village.caller(port, village.person(AgencyRole.ACCOUNT, null)),
                village.caller(port, village.home().contact()));
        for (Caller stranger : strangers) {
            for (Routes.Route route : Routes.of(requestMappingHandlerMapping)) {
                if (route.ofAProject()) {
                    Caller.Answer there = call(stranger, route, home.key());
                    Caller.Answer nowhere = call(stranger, route, "no-such-project");
                    assertThat(there.status()).as(route.toString()).isEqualTo(404);
                    assertThat(there.text()).as(route.toString()).isEqualTo(nowhere.text());
                }
            }
        }
    }

    @Test
    void whoeverIsOnTheProjectReadsAllOfItAndNoRouteBreaks() {
        Village.Home home = village.home();
        for (Caller mate : List.of(
                village.caller(port, home.contact()),
                village.caller(port, home.specialist()),
                village.caller(port, home.account()),
                village.caller(port, village.owner()))) {
            for (Routes.Route route : Routes.of(requestMappingHandlerMapping)) {
                boolean whole = !route.pattern()
                        .substring("/api/v1".length())
                        .replace("{key}", "")
                        .contains("{");
                if (route.verb().equals("GET")
                        && route.ofAProject()
                        && whole
                        && !route.pattern().endsWith("/proof") // the owner's
                        && !route.pattern().endsWith("/import")) { // of whoever manages, where a board was imported
                    assertThat(call(mate, route, home.key()).status())
                            .as(route.toString())
                            .isEqualTo(200);
                }
            }
        }
        Caller owner = village.caller(port, village.owner());
        for (Routes.Route route : Routes.of(requestMappingHandlerMapping)) {
            if (!route.pattern().startsWith("/api/v1/tokens")) {
                assertThat(call(owner, route, home.key()).status())
                        .as(route.toString())
                        .isLessThan(500);
            }
        }
    }

    @Test
    void aTokenDoesNoMoreThanItsScope() {
        Village.Home home = village.home();
        Caller reader = village.caller(port, home.account(), "read");
        Caller writer = village.caller(port, home.account(), "write");
        Caller manager = village.caller(port, home.account(), "admin");
        for (Routes.Route route : Routes.of(requestMappingHandlerMapping)) {
            if (route.pattern().equals("/api/v1/tokens") && route.verb().equals("POST")) {
                continue;
            }
            boolean reads = route.verb().equals("GET");
            assertThat(call(reads ? writer : reader, route, home.key()).status())
                    .as(route.toString())
                    .isEqualTo(403);
            assertThat(call(writer, route, home.key()).status() == 403
                            || call(manager, route, home.key()).status() == 403)
                    .as(route.toString())
                    .isTrue();
        }
    }

    @Test
    void aManagersScopeIsNeededForWhatManages() {
        Village.Home home = village.home();
        Caller writer = village.caller(port, home.account(), "read", "write");
        assertThat(writer.post("/api/v1/clients", "{\"name\":\"x\"}").status()).isEqualTo(403);
        assertThat(writer.post("/api/v1/projects", "{\"name\":\"x\"}").status()).isEqualTo(403);
        assertThat(writer.post(home.path() + "/invitations", "{\"roles\":[\"seo\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(writer.put(home.path() + "/team/1", "{\"roles\":[\"seo\"]}").status())
                .isEqualTo(403);
        assertThat(writer.put(home.path() + "/status", "{\"status\":\"paused\"}")
                        .status())
                .isEqualTo(403);
        assertThat(writer.post(home.path() + "/cards", "{\"title\":\"x\",\"column\":" + home.first() + "}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoIsTakenOffTheTeamFindsTheProjectNoLonger() {
        Village.Home home = village.home();
        Caller account = village.caller(port, home.account());
        Caller contact = village.caller(port, home.contact());
        assertThat(contact.get(home.path() + "/board").status()).isEqualTo(200);
        assertThat(account.delete(home.path() + "/team/" + home.contact().id()).status())
                .isEqualTo(204);
        assertThat(contact.get(home.path() + "/board").status()).isEqualTo(404);
    }

    @Test
    void whatBelongsToAnotherProjectIsNotFoundInOnesOwn() {
        Village.Home own = village.home();
        Village.Home other = village.home();
        Caller mine = village.caller(port, own.account());
        Caller theirs = village.caller(port, other.account());
        theirs.post(other.path() + "/cards", "{\"title\":\"secret\",\"column\":" + other.first() + "}");
        long comment = theirs.post(other.path() + "/cards/1/comments", "{\"body\":\"secret\"}")
                .at("/id")
                .asLong();
        long file = theirs.upload(
                        "POST",
                        other.path() + "/cards/1/attachments",
                        "a.txt",
                        "secret".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .at("/id")
                .asLong();
        long label = theirs.post(other.path() + "/labels", "{\"name\":\"secret\"}")
                .at("/id")
                .asLong();
        mine.post(own.path() + "/cards", "{\"title\":\"own\",\"column\":" + own.first() + "}");

        assertThat(mine.get(own.path() + "/cards/1/comments/" + comment).status())
                .isEqualTo(404);
        assertThat(mine.delete(own.path() + "/cards/1/comments/" + comment).status())
                .isEqualTo(404);
        assertThat(mine.get(own.path() + "/cards/1/attachments/" + file + "/content")
                        .status())
                .isEqualTo(404);
        assertThat(mine.delete(own.path() + "/cards/1/attachments/" + file).status())
                .isEqualTo(404);
        assertThat(mine.put(own.path() + "/cards/1/labels/" + label, "").status())
                .isEqualTo(404);
        assertThat(mine.get(own.path() + "/columns/" + other.first()).status()).isEqualTo(404);
        assertThat(mine.put(own.path() + "/cards/1/place", "{\"column\":" + other.first() + "}")
                        .status())
                .isEqualTo(404);
        assertThat(mine.get("/api/v1/people/" + other.contact().id()).status()).isEqualTo(200); // accounts know all
        Caller contact = village.caller(port, own.contact());
        assertThat(contact.get("/api/v1/people/" + other.contact().id()).status())
                .isEqualTo(404);
        assertThat(contact.get("/api/v1/search?q=secret").at("/items").size()).isZero();
        assertThat(theirs.get("/api/v1/search?q=secret").at("/items").size()).isPositive();
    }
}
