package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Team;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Materials, their versions, approvals, pins and checks, by programs. */
@KitchenTest
class MaterialsTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    Village village;
    Village.Home home;
    Caller account;
    Caller seo;
    Caller lead;
    Caller member;
    String card;

    @BeforeEach
    void settle() {
        village = new Village(kitchen);
        home = village.home();
        account = village.caller(port, home.account());
        seo = village.caller(port, home.specialist());
        lead = village.caller(port, home.contact());
        Village.Villager other = village.person(null, home.contact().viewer().client());
        kitchen.getBean(Team.class)
                .set(
                        kitchen.getBean(Projects.class).seat(home.account().viewer(), home.key()),
                        other.id(),
                        Set.of(Role.MEMBER),
                        "");
        member = village.caller(port, other);
        card = account.post(home.path() + "/cards", "{\"title\":\"Ads\",\"column\":" + home.first() + "}")
                .header("Location");
    }

    private static JsonNode right(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private long uploaded(Caller caller, String name, String text) {
        return right(caller.upload("POST", "/api/v1/files", name, text.getBytes(StandardCharsets.UTF_8)))
                .at("/id")
                .asLong();
    }

    /** The address of a material with one file. */
    private String material(String name, String text) {
        long file = uploaded(seo, name, text);
        return seo.post(card + "/materials", "{\"files\":[" + file + "],\"note\":\"First\"}")
                .header("Location");
    }

    private static long id(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String seen(long material, int version) {
        return "{\"material\":" + material + ",\"version\":" + version + "}";
    }

    /** The address of what is asked about a material. */
    private String asked(String material) {
        JsonNode ask = right(seo.post(
                card + "/approvals", "{\"versions\":[" + seen(id(material), 1) + "],\"note\":\"Please look\"}"));
        return home.path() + "/approvals/" + ask.at("/approvals/0/id").asLong();
    }

    @Test
    void aMaterialIsAddedReadAndItsFileComesBackAsItWas() {
        String material = material("list.csv", "a;b\n1;2\n");
        JsonNode read = right(lead.get(material));
        assertThat(read.at("/name").asString()).isEqualTo("list.csv");
        assertThat(read.at("/card").asInt()).isEqualTo(1);
        assertThat(read.at("/state").asString()).isEqualTo("none");
        assertThat(read.at("/versions/0/sha256").asString()).isEqualTo(sha256("a;b\n1;2\n"));
        assertThat(read.at("/versions/0/note").asString()).isEqualTo("First");
        Caller.Answer bytes = lead.get(read.at("/versions/0/files/0/content").asString());
        assertThat(bytes.status()).isEqualTo(200);
        assertThat(bytes.text()).isEqualTo("a;b\n1;2\n");
        assertThat(lead.get(material + "/versions/1/files/1").status()).isEqualTo(404);
        assertThat(right(lead.get(material + "/versions/1")).at("/number").asInt())
                .isEqualTo(1);
        String tag = lead.get(material).header("ETag");
        assertThat(lead.get(material, "If-None-Match", tag).status()).isEqualTo(304);
    }

    @Test
    void aVersionHoldsFilesOrATextOrALinkAndOnlyOneOfThem() {
        assertThat(seo.post(card + "/materials", "{\"name\":\"x\"}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("content");
        assertThat(seo.post(card + "/materials", "{\"name\":\"x\",\"text\":\"a\",\"url\":\"https://a.example\"}")
                        .status())
                .isEqualTo(422);
        assertThat(seo.post(card + "/materials", "{\"url\":\"javascript:alert(1)\"}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("url");
        JsonNode text = right(seo.post(card + "/materials", "{\"name\":\"Text\",\"text\":\"Привет\"}"));
        assertThat(text.at("/versions/0/text").asString()).isEqualTo("Привет");
        assertThat(text.at("/versions/0/sha256").asString()).isEqualTo(sha256("Привет"));
        assertThat(text.at("/versions/0/cut").asBoolean()).isFalse();
        String most = "я".repeat(200_000);
        String large = seo.post(card + "/materials", "{\"name\":\"Text\",\"text\":\"" + most + "\"}")
                .header("Location");
        JsonNode among = right(seo.get(large)).at("/versions/0");
        assertThat(among.at("/text").asString()).isEqualTo("я".repeat(2000));
        assertThat(among.at("/cut").asBoolean()).isTrue();
        JsonNode whole = right(seo.get(large + "/versions/1"));
        assertThat(whole.at("/text").asString()).isEqualTo(most);
        assertThat(whole.at("/cut").asBoolean()).isFalse();
        JsonNode link = right(seo.post(card + "/materials", "{\"url\":\"https://a.example/\"}"));
        assertThat(link.at("/versions/0/url").asString()).isEqualTo("https://a.example/");
        long mine = uploaded(lead, "lead.txt", "theirs");
        assertThat(seo.post(card + "/materials", "{\"files\":[" + mine + "]}").status())
                .isEqualTo(404);
    }

    @Test
    void aRepeatedRequestAddsOneVersion() {
        String material = material("list.csv", "one");
        long file = uploaded(seo, "list.csv", "two");
        String body = "{\"files\":[" + file + "],\"note\":\"More words\"}";
        assertThat(right(seo.post(material + "/versions", body, "Idempotency-Key", "k1"))
                        .at("/newest")
                        .asInt())
                .isEqualTo(2);
        assertThat(right(seo.post(material + "/versions", body, "Idempotency-Key", "k1"))
                        .at("/newest")
                        .asInt())
                .isEqualTo(2);
        assertThat(seo.post(material + "/versions", body).at("/errors/0/code").asString())
                .isEqualTo("same_version");
    }

    @Test
    void listsComePageByPage() {
        for (int i = 1; i <= 3; i++) {
            right(seo.post(card + "/materials", "{\"name\":\"T" + i + "\",\"text\":\"x" + i + "\"}"));
        }
        JsonNode first = right(lead.get(home.path() + "/materials?limit=2"));
        assertThat(first.at("/items").size()).isEqualTo(2);
        JsonNode second = right(lead.get(
                home.path() + "/materials?limit=2&cursor=" + first.at("/next").asString()));
        assertThat(second.at("/items").size()).isEqualTo(1);
        assertThat(second.at("/items/0/name").asString()).isEqualTo("T3");
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(right(lead.get(card + "/materials")).at("/items").size()).isEqualTo(3);
        assertThat(right(lead.get(home.path() + "/materials?card=1"))
                        .at("/items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void aMaterialIsRenamedPutAwayAndTakenBack() {
        String material = material("list.csv", "one");
        String tag = seo.get(material).header("ETag");
        assertThat(right(seo.patch(material, "{\"name\":\"Ad list\"}", "If-Match", tag))
                        .at("/name")
                        .asString())
                .isEqualTo("Ad list");
        Caller.Answer stale = seo.patch(material, "{\"name\":\"Other\"}", "If-Match", tag);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.at("/texts/name").asString()).isEqualTo("Ad list");
        assertThat(right(seo.put(material + "/archive", "")).at("/archived").isNull())
                .isFalse();
        assertThat(right(lead.get(home.path() + "/materials")).at("/items").size())
                .isZero();
        assertThat(right(lead.get(home.path() + "/materials?archived=true"))
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertThat(right(seo.delete(material + "/archive")).at("/archived").isNull())
                .isTrue();
    }

    @Test
    void onlyTheClientsLeadDecides() {
        String approval = asked(material("list.csv", "one"));
        String body = "{\"verdict\":\"approved\"}";
        assertThat(seo.post(approval + "/decisions", body).status()).isEqualTo(403);
        assertThat(account.post(approval + "/decisions", body).status()).isEqualTo(403);
        assertThat(member.post(approval + "/decisions", body).status()).isEqualTo(403);
        assertThat(right(lead.get(approval)).at("/state").asString()).isEqualTo("asked");
        JsonNode decided = right(lead.post(approval + "/decisions", body));
        assertThat(decided.at("/state").asString()).isEqualTo("approved");
        assertThat(decided.at("/voices/0/way").asString()).isEqualTo("api");
        assertThat(decided.at("/voices/0/sha256").asString()).isEqualTo(sha256("one"));
        assertThat(right(lead.get(home.path() + "/approvals?state=approved"))
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertThat(right(lead.get(home.path() + "/approvals?state=asked"))
                        .at("/items")
                        .size())
                .isZero();
        assertThat(lead.get(home.path() + "/approvals?state=maybe").status()).isEqualTo(422);
    }

    @Test
    void aLateDecisionChangesNothingAndNamesTheNewestVersion() {
        String material = material("list.csv", "one");
        String approval = asked(material);
        right(seo.post(material + "/versions", "{\"files\":[" + uploaded(seo, "list.csv", "two") + "]}"));
        Caller.Answer late = lead.post(approval + "/decisions", "{\"verdict\":\"approved\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/type").asString()).isEqualTo("urn:open-kitchen:problem:late");
        assertThat(late.at("/version").asInt()).isEqualTo(2);
        assertThat(right(lead.get(approval)).at("/state").asString()).isEqualTo("superseded");
        assertThat(right(lead.get(approval)).at("/voices").size()).isZero();
    }

    @Test
    void changesNeedWordsAndOpenARemark() {
        String approval = asked(material("list.csv", "one"));
        assertThat(lead.post(approval + "/decisions", "{\"verdict\":\"changes\"}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("comment");
        assertThat(lead.post(approval + "/decisions", "{}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("verdict");
        right(lead.post(approval + "/decisions", "{\"verdict\":\"changes\",\"comment\":\"The phone is wrong\"}"));
        assertThat(right(lead.get(home.path() + "/remarks?open=true"))
                        .at("/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void nobodyIsAskedAboutAVersionThatWasReplacedMeanwhile() {
        String material = material("list.csv", "one");
        long file = uploaded(seo, "list.csv", "two");
        right(seo.post(material + "/versions", "{\"files\":[" + file + "]}"));
        long id = id(material);
        Caller.Answer late = seo.post(card + "/approvals", "{\"versions\":[" + seen(id, 1) + "]}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/detail").asString()).contains("list.csv v2");
        assertThat(late.at("/version").asInt()).isEqualTo(2);
        assertThat(late.at("/texts/" + id).asString()).isEqualTo("2");
        assertThat(right(seo.get(home.path() + "/approvals")).at("/items").size())
                .isZero();
        assertThat(seo.post(card + "/approvals", "{\"versions\":[{\"material\":" + id + "}]}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("versions[0].version");
    }

    @Test
    void allOfAnAskIsApprovedAtOnceAndThenItIsTooLate() {
        long first = id(material("a.csv", "one"));
        long second = id(material("b.csv", "two"));
        Caller.Answer ask = seo.post(
                card + "/approvals",
                "{\"versions\":[" + seen(first, 1) + "," + seen(second, 1) + "],\"needs\":\"any\"}");
        String path = ask.header("Location");
        assertThat(member.post(path + "/approvals", "").status()).isEqualTo(403);
        JsonNode all = right(lead.post(path + "/approvals", ""));
        assertThat(all.at("/approvals/0/state").asString()).isEqualTo("approved");
        assertThat(all.at("/approvals/1/state").asString()).isEqualTo("approved");
        assertThat(lead.post(path + "/approvals", "").status()).isEqualTo(409);
        assertThat(right(seo.get(path)).at("/approvals").size()).isEqualTo(2);
    }

    @Test
    void whatWasGivenElsewhereIsWrittenDownWithEvidence() {
        String approval = asked(material("list.csv", "one"));
        String body = "{\"verdict\":\"approved\",\"person\":%s,\"at\":\"%s\",\"evidence\":\"%s\",\"file\":"
                + uploaded(seo, "letter.txt", "Yes") + "}";
        String now = java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC).toString();
        assertThat(lead.post(
                                approval + "/records",
                                body.formatted(home.contact().id(), now, "A letter"))
                        .status())
                .isEqualTo(403);
        assertThat(seo.post(approval + "/records", body.formatted(home.contact().id(), now, ""))
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("evidence");
        assertThat(seo.post(
                                approval + "/records",
                                body.formatted(home.specialist().id(), now, "A letter"))
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("person");
        JsonNode written = right(
                seo.post(approval + "/records", body.formatted(home.contact().id(), now, "A letter of today")));
        assertThat(written.at("/voices/0/way").asString()).isEqualTo("elsewhere");
        assertThat(written.at("/voices/0/recordedBy").asLong())
                .isEqualTo(home.specialist().id().value());
        assertThat(lead.get(approval + "/evidence/0").text()).isEqualTo("Yes");
        assertThat(lead.get(approval + "/evidence/1").status()).isEqualTo(404);
        assertThat(lead.get(approval + "/evidence/-1").status()).isEqualTo(404);
    }

    @Test
    void anAskIsExtendedByTheAccountAndWithdrawnByWhoAsked() {
        long material = id(material("list.csv", "one"));
        String path = seo.post(card + "/approvals", "{\"versions\":[" + seen(material, 1) + "]}")
                .header("Location");
        String due = java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC)
                .plusDays(3)
                .toString();
        assertThat(seo.post(path + "/terms", "{\"due\":\"" + due + "\"}").status())
                .isEqualTo(403);
        assertThat(right(account.post(path + "/terms", "{\"due\":\"" + due + "\"}"))
                        .at("/approvals/0/due")
                        .isNull())
                .isFalse();
        assertThat(account.post(path + "/terms", "{\"due\":\"2020-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(422);
        assertThat(lead.post(path + "/withdrawals", "{}").status()).isEqualTo(403);
        assertThat(account.put(card + "/archive", "").status()).isEqualTo(422);
        assertThat(right(seo.post(path + "/withdrawals", "{\"reason\":\"Too early\"}"))
                        .at("/approvals/0/state")
                        .asString())
                .isEqualTo("withdrawn");
        assertThat(seo.post(path + "/withdrawals", "{}").status()).isEqualTo(422);
    }

    @Test
    void aPinIsSetAndRead() {
        String material = material("list.csv", "one");
        String pins = material + "/versions/1/pins";
        JsonNode set = right(
                lead.post(
                        pins,
                        "{\"kind\":\"remark\",\"body\":\"Smaller\",\"place\":{\"at\":\"spot\",\"page\":1,\"x\":0.5,\"y\":0.25}}"));
        assertThat(set.at("/number").asInt()).isEqualTo(1);
        assertThat(set.at("/place/x").asDouble()).isEqualTo(0.5);
        right(lead.post(pins, "{\"kind\":\"question\",\"body\":\"Why?\"}"));
        JsonNode all = right(seo.get(pins));
        assertThat(all.at("/items").size()).isEqualTo(2);
        assertThat(all.at("/items/1/place/at").asString()).isEqualTo("whole");
        assertThat(lead.post(pins, "{\"kind\":\"message\",\"body\":\"x\"}").status())
                .isEqualTo(422);
        assertThat(lead.post(pins, "{\"kind\":\"remark\",\"body\":\"x\",\"place\":{\"at\":\"spot\",\"x\":7,\"y\":0}}")
                        .status())
                .isEqualTo(422);
        assertThat(lead.get(material + "/versions/9/pins").status()).isEqualTo(404);
        assertThat(right(lead.get(material)).at("/open").asInt()).isEqualTo(2);
    }

    @Test
    void aFileIsFoundByItsHash() {
        String material = material("list.csv", "one");
        right(seo.post(material + "/versions", "{\"files\":[" + uploaded(seo, "list.csv", "two") + "]}"));
        JsonNode found = right(lead.get(home.path() + "/checks/" + sha256("one").toUpperCase(java.util.Locale.ROOT)));
        assertThat(found.at("/versions/0/version").asInt()).isEqualTo(1);
        assertThat(found.at("/versions/0/newest").asInt()).isEqualTo(2);
        assertThat(found.at("/versions/0/state").asString()).isEqualTo("none");
        JsonNode none = right(lead.get(home.path() + "/checks/" + sha256("three") + "?name=LIST.csv"));
        assertThat(none.at("/versions").size()).isZero();
        assertThat(none.at("/resembling/0/version").asInt()).isEqualTo(2);
        assertThat(lead.get(home.path() + "/checks/abc").status()).isEqualTo(400);
        Village.Home other = village.home();
        assertThat(right(village.caller(port, other.account()).get(other.path() + "/checks/" + sha256("one")))
                        .at("/versions")
                        .size())
                .isZero();
    }

    @Test
    void nobodyElseFindsAnyOfIt() {
        String material = material("list.csv", "one");
        String approval = asked(material);
        Village.Home other = village.home();
        for (Caller stranger : java.util.List.of(
                village.caller(port, other.contact()),
                village.caller(port, other.account()),
                village.caller(port, other.specialist()))) {
            assertThat(stranger.get(material).status()).isEqualTo(404);
            assertThat(stranger.get(approval).status()).isEqualTo(404);
            assertThat(stranger.post(approval + "/decisions", "{\"verdict\":\"approved\"}")
                            .status())
                    .isEqualTo(404);
            // nor through a project of their own
            String own = other.path();
            assertThat(stranger.get(own + "/materials/" + id(material)).status())
                    .isEqualTo(404);
            assertThat(stranger.get(own + "/approvals/" + id(approval)).status())
                    .isEqualTo(404);
            assertThat(stranger.get(own + "/materials/" + id(material) + "/versions/1/files/0")
                            .status())
                    .isEqualTo(404);
            assertThat(stranger.put(own + "/materials/" + id(material) + "/archive", "")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(village.caller(port, other.contact())
                        .post(other.path() + "/approvals/" + id(approval) + "/decisions", "{\"verdict\":\"approved\"}")
                        .status())
                .isEqualTo(404);
    }
}
