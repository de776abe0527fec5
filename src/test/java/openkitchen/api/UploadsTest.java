package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import openkitchen.people.AgencyRole;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Programs bring large files piece by piece. */
@KitchenTest
class UploadsTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    private Village village;
    private Caller caller;

    @BeforeEach
    void settle() {
        village = new Village(kitchen);
        caller = village.caller(port, village.person(AgencyRole.SPECIALIST, null));
    }

    private static Caller.Answer piece(Caller caller, String path, long offset, byte[] bytes) {
        return caller.sendBytes(
                "PATCH",
                path,
                bytes,
                List.of("Content-Type", "application/offset+octet-stream", "Upload-Offset", Long.toString(offset)));
    }

    private String begun(long size) {
        Caller.Answer begun = caller.post("/api/v1/uploads", "{\"name\":\"film.bin\",\"size\":" + size + "}");
        assertThat(begun.status()).isEqualTo(201);
        return begun.header("Location");
    }

    @Test
    void aPieceMayBeLargerThanOtherBodies() {
        byte[] sent = new byte[Threshold.BODY_LIMIT * 2];
        new Random(1).nextBytes(sent);
        String path = begun(sent.length);
        assertThat(caller.get(path).at("/file").isNull()).isTrue();
        Caller.Answer taken = piece(caller, path, 0, sent);
        assertThat(taken.status()).isEqualTo(204);
        assertThat(taken.header("Upload-Offset")).isEqualTo(Integer.toString(sent.length));
        assertThat(caller.get(path).at("/file").asLong()).isPositive();
    }

    @Test
    void aPieceElsewhereIsToldWhereTheNextBegins() {
        String path = begun(100);
        piece(caller, path, 0, new byte[40]);
        Caller.Answer wrong = piece(caller, path, 50, new byte[10]);
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.header("Upload-Offset")).isEqualTo("40");
        assertThat(wrong.at("/type").asString()).endsWith(":offset");
        assertThat(wrong.at("/detail").asString()).contains("40");
        assertThat(caller.patch(path, "{}", "Upload-Offset", "40").status()).isEqualTo(415);
        assertThat(caller.delete(path).status()).isEqualTo(204);
        assertThat(caller.get(path).status()).isEqualTo(404);
    }

    @Test
    void othersDoNotFindIt() {
        String path = begun(100);
        Caller other = village.caller(port, village.owner());
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(piece(other, path, 0, new byte[10]).status()).isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsTooLargeIsRefusedWithAProblem() {
        Caller.Answer large = caller.post("/api/v1/uploads", "{\"name\":\"a\",\"size\":999999999999}");
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.at("/errors/0/code").asString()).isEqualTo("file_too_large");
        assertThat(caller.post("/api/v1/uploads", "{\"name\":\"a\"}").status()).isEqualTo(422);
    }
}
