package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@KitchenTest
class ProblemsTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    Village.Home home;
    Caller caller;
    String cards;

    @BeforeEach
    void settle() {
        Village village = new Village(kitchen);
        home = village.home();
        caller = village.caller(port, home.account());
        cards = home.path() + "/cards";
    }

    private static void isProblem(Caller.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/status").asInt()).isEqualTo(status);
        assertThat(answer.at("/type").asString()).isEqualTo("urn:open-kitchen:problem:" + type);
        assertThat(answer.at("/title").asString()).isNotBlank().doesNotStartWith("[");
        assertThat(answer.at("/detail").asString()).isNotBlank().doesNotStartWith("[");
        assertThat(answer.text()).doesNotContain("openkitchen.", "java.", "springframework", "Exception", "select ");
    }

    private static void isWrong(Caller.Answer answer, int status, String field, String code) {
        isProblem(answer, status, "invalid");
        assertThat(answer.at("/errors/0/field").asString()).as(answer.text()).isEqualTo(field);
        assertThat(answer.at("/errors/0/code").asString()).as(answer.text()).isEqualTo(code);
        assertThat(answer.at("/errors/0/message").asString()).isNotBlank().doesNotStartWith("[");
    }

    private Caller.Answer add(String more) {
        return caller.post(cards, "{\"title\":\"x\",\"column\":" + home.first() + more + "}");
    }

    @Test
    void whatIsNotJsonIsToldWithItsPlace() {
        Caller.Answer answer = caller.post(cards, "{\"title\":\n oops}");
        isProblem(answer, 400, "json");
        assertThat(answer.at("/detail").asString()).contains("line 2");
        isProblem(caller.post(cards, "{\"title\":"), 400, "json");
        isProblem(caller.post(cards, "[]"), 400, "json");
        isProblem(caller.post(cards, "null"), 400, "json");
        isProblem(caller.post(cards, "", "Content-Type", "application/json"), 400, "json");
    }

    @Test
    void aFieldThatHoldsTheWrongKindIsNamed() {
        isWrong(add(",\"start\":\"yesterday\""), 422, "start", "instant");
        isWrong(add(",\"start\":12"), 422, "start", "instant");
        isWrong(add(",\"start\":\"+900000000-01-01T00:00:00Z\""), 422, "start", "instant");
        isWrong(add(",\"start\":\"2026-01-01T00:00:00\""), 422, "start", "instant");
        isWrong(add(",\"after\":\"5\""), 422, "after", "type");
        isWrong(add(",\"after\":1.5"), 422, "after", "type");
        isWrong(add(",\"labels\":[1,\"x\"]"), 422, "labels[1]", "type");
        isWrong(add(",\"labels\":[null]"), 422, "labels[0]", "required");
        isWrong(add(",\"description\":7"), 422, "description", "type");
        isWrong(add(",\"description\":{}"), 422, "description", "type");
        isWrong(add(",\"colour\":\"red\""), 422, "colour", "unknown_field");
        isWrong(add(",\"kind\":\"chore\""), 422, "kind", "choice");
        isWrong(add(",\"description\":\"\\u0000\""), 422, "description", "characters");
        isWrong(add(",\"description\":\"\\ud800\""), 422, "description", "characters");
        isProblem(add(",\"after\":99999999999"), 422, "invalid");
    }

    @Test
    void whatTheRoomsRefuseIsToldFieldByField() {
        isWrong(caller.post(cards, "{\"column\":" + home.first() + "}"), 422, "title", "required");
        isWrong(caller.post(cards, "{\"title\":\"x\"}"), 422, "column", "required");
        isWrong(caller.post(cards, "{\"title\":\"x\",\"column\":0}"), 422, "column", "choice");
        isWrong(add(",\"labels\":[999999]"), 422, "labels", "choice");
        isWrong(add(",\"people\":[999999]"), 422, "people", "choice");
        isWrong(
                add(",\"start\":\"2026-02-01T00:00:00Z\",\"due\":\"2026-01-01T00:00:00Z\""),
                422,
                "start",
                "start_after_due");
        Caller.Answer tooLong =
                caller.post(cards, "{\"title\":\"" + "x".repeat(501) + "\",\"column\":" + home.first() + "}");
        isWrong(tooLong, 422, "title", "too_long");
        assertThat(tooLong.at("/detail").asString()).contains("500");
        assertThat(caller.get(cards).at("/items").size())
                .as("nothing was left behind")
                .isZero();
    }

    @Test
    void problemsAreWordedInTheLanguageThatIsAskedFor() {
        Caller.Answer russian = caller.get("/api/v1/projects/none", "Accept-Language", "ru-RU,ru;q=0.9,en;q=0.5");
        assertThat(russian.at("/title").asString()).isEqualTo("Не найдено");
        assertThat(russian.header("Content-Language")).isEqualTo("ru");
        Caller.Answer own = caller.get("/api/v1/projects/none");
        assertThat(own.at("/title").asString()).as("their own language").isEqualTo("Not found");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        isProblem(caller.get("/api/v1/no-such-thing"), 404, "not-found");
        isProblem(caller.get("/api/v2/me"), 404, "not-found");
        isProblem(caller.get("/api/"), 404, "not-found");
        isProblem(caller.get(cards + "/999"), 404, "not-found");
        isProblem(caller.get(cards + "/abc"), 404, "not-found");
        isProblem(caller.get(cards + "/99999999999999999999"), 404, "not-found");
        isProblem(caller.get(home.path() + "/texts/poetry"), 404, "not-found");
    }

    @Test
    void wrongParametersAreNamed() {
        isWrong(caller.get(cards + "?limit=0"), 400, "limit", "page");
        isWrong(caller.get(cards + "?limit=many"), 400, "limit", "type");
        isWrong(caller.get(cards + "?done=perhaps"), 400, "done", "type");
        isWrong(caller.get(cards + "?cursor=nonsense"), 400, "cursor", "cursor");
        isWrong(caller.get(cards + "?cursor=!!"), 400, "cursor", "cursor");
        isWrong(caller.get(cards + "?dueFrom=soon"), 400, "dueFrom", "instant");
        isWrong(caller.get(cards + "?q=%00"), 400, "q", "characters");
        isWrong(caller.get("/api/v1/search"), 400, "q", "parameter");
        isWrong(caller.get("/api/v1/search?q=" + "x".repeat(201)), 400, "q", "too_long");
    }

    @Test
    void aWrongVerbIsToldTheRightOnes() {
        Caller.Answer answer = caller.put(cards, "{}");
        isProblem(answer, 405, "method");
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void aWrongFormIsToldTheRightOne() {
        Caller.Answer answer = caller.post(cards, "title=x", "Content-Type", "application/x-www-form-urlencoded");
        isProblem(answer, 415, "media-type");
        assertThat(answer.at("/detail").asString()).contains("application/json");
        isProblem(caller.get(cards, "Accept", "application/xml"), 406, "not-acceptable");
        isProblem(
                caller.sendBytes(
                        "POST",
                        "/api/v1/files",
                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        List.of("Content-Type", "multipart/form-data; boundary=x")),
                400,
                "multipart");
        isWrong(
                caller.sendBytes(
                        "POST",
                        "/api/v1/files",
                        "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nvalue\r\n--x--\r\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        List.of("Content-Type", "multipart/form-data; boundary=x")),
                400,
                "file",
                "part");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Caller.Answer answer = add(",\"description\":\"" + "x".repeat(Threshold.BODY_LIMIT) + "\"");
        isProblem(answer, 413, "too-large");
        assertThat(answer.at("/detail").asString()).contains("2 MB");
    }

    @Test
    void anEmptyFileIsRefused() {
        isWrong(caller.upload("POST", "/api/v1/files", "a.txt", new byte[0]), 422, "file", "file_empty");
    }

    @Test
    void aDeeplyNestedBodyIsRefused() {
        isProblem(caller.post(cards, "[".repeat(100_000)), 400, "json");
        isWrong(caller.post(cards, "{\"title\":" + "[".repeat(100_000)), 422, "title", "type");
    }

    @Test
    void anAddressThatTheContainerRefusesIsAProblemToo() {
        isProblem(caller.get("/api/v1/projects//x"), 400, "bad-request");
        isProblem(caller.get("/api/v1/projects/x;y=1"), 400, "bad-request");
        isProblem(caller.send("FETCH", cards, null), 400, "bad-request");
    }

    @Test
    void whatOneMayNotDoIsToldWhy() {
        Village village = new Village(kitchen);
        Caller specialist = village.caller(port, home.specialist());
        Caller.Answer answer = specialist.put(home.path() + "/status", "{\"status\":\"paused\"}");
        isProblem(answer, 403, "forbidden");
        assertThat(answer.at("/detail").asString()).contains("account manager");
        isProblem(village.caller(port, home.account(), "read").post(cards, "{}"), 403, "scope");
    }
}
