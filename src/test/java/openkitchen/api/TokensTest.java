package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@KitchenTest
class TokensTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    @Autowired
    JdbcClient jdbc;

    Village village;
    Caller nobody;

    @BeforeEach
    void settle() {
        village = new Village(kitchen);
        nobody = new Caller(port, null);
        // all tests of this JVM come from one address, whose tries are counted together
        jdbc.sql("delete from attempt where subject like 'password-from:%'").update();
    }

    private Caller.Answer signIn(String email, String password, String more) {
        return nobody.post(
                "/api/v1/tokens", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"" + more + "}");
    }

    @Test
    void anEmailAndAPasswordMakeATokenThatWorksAtOnce() {
        Village.Villager person = village.person(AgencyRole.SPECIALIST, null);
        Caller.Answer made = signIn(person.email(), Village.PASSWORD, ",\"name\":\"script\",\"days\":30");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/token").asString()).startsWith("ok_");
        assertThat(made.at("/scopes").toString()).isEqualTo("[\"read\",\"write\",\"admin\"]");
        assertThat(made.at("/expires").asString()).endsWith("Z");

        Caller caller = new Caller(port, made.at("/token").asString());
        assertThat(caller.get("/api/v1/me").at("/person/email").asString()).isEqualTo(person.email());
        assertThat(caller.get("/api/v1/tokens").at("/items/0/name").asString()).isEqualTo("script");
    }

    @Test
    void aRevokedTokenNoLongerWorks() {
        Village.Villager person = village.person(AgencyRole.SPECIALIST, null);
        Caller.Answer made = signIn(person.email(), Village.PASSWORD, "");
        Caller caller = new Caller(port, made.at("/token").asString());
        assertThat(caller.delete("/api/v1/tokens/" + made.at("/id").asLong()).status())
                .isEqualTo(204);
        Caller.Answer refused = caller.get("/api/v1/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void anothersTokenCannotBeRevoked() {
        Village.Villager one = village.person(AgencyRole.SPECIALIST, null);
        Village.Villager other = village.person(AgencyRole.OWNER, null);
        long id = signIn(one.email(), Village.PASSWORD, "").at("/id").asLong();
        assertThat(village.caller(port, other).delete("/api/v1/tokens/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreToldAlike() {
        Village.Villager person = village.person(AgencyRole.SPECIALIST, null);
        Caller.Answer wrong = signIn(person.email(), "not it", "");
        Caller.Answer unknown = signIn("nobody@example.com", "not it", "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).isEqualTo(unknown.text());
        assertThat(wrong.at("/errors/0/message").asString()).isEqualTo("The address or the password is not right");
    }

    @Test
    void guessingIsStopped() {
        Village.Villager person = village.person(AgencyRole.SPECIALIST, null);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(person.email(), "guess " + i, "").status()).isEqualTo(422);
        }
        Caller.Answer stopped = signIn(person.email(), Village.PASSWORD, "");
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(Integer.parseInt(stopped.header("Retry-After"))).isBetween(1, 900);
    }

    @Test
    void theTokensOfWhoLeftEnd() {
        Village.Villager person = village.person(AgencyRole.SPECIALIST, null);
        Caller caller = village.caller(port, person);
        assertThat(caller.get("/api/v1/me").status()).isEqualTo(200);
        kitchen.getBean(People.class).leave(person.id(), person.id());
        assertThat(caller.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void aCookieIsNoToken() {
        assertThat(nobody.get("/api/v1/me", "Cookie", "session=anything").status())
                .isEqualTo(401);
        assertThat(nobody.get("/api/v1/me", "Authorization", "Basic b2tfOmZvbw==")
                        .status())
                .isEqualTo(401);
        assertThat(new Caller(port, "ok_").get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void whatATokenIsForMustBeSaid() {
        Village.Villager person = village.person(AgencyRole.SPECIALIST, null);
        assertThat(signIn(person.email(), Village.PASSWORD, ",\"scopes\":[]").status())
                .isEqualTo(422);
        assertThat(signIn(person.email(), Village.PASSWORD, ",\"scopes\":[\"everything\"]")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("scopes");
        assertThat(signIn(person.email(), Village.PASSWORD, ",\"days\":0")
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("days");
    }
}
