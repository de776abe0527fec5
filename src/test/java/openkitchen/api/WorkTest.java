package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import openkitchen.people.AgencyRole;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What people do on a project, done by programs. */
@KitchenTest
class WorkTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    Village village;
    Village.Home home;
    Caller account;
    Caller contact;
    String cards;

    @BeforeEach
    void settle() {
        village = new Village(kitchen);
        home = village.home();
        account = village.caller(port, home.account());
        contact = village.caller(port, home.contact());
        cards = home.path() + "/cards";
    }

    private String add(String title) {
        return account.post(cards, "{\"title\":\"" + title + "\",\"column\":" + home.first() + "}")
                .header("Location");
    }

    private List<String> titles(int column) {
        java.util.ArrayList<String> titles = new java.util.ArrayList<>();
        account.get(home.path() + "/board")
                .at("/columns/" + column + "/cards")
                .forEach(card -> titles.add(card.at("/title").asString()));
        return titles;
    }

    @Test
    void aNewInstallationIsFilledByScriptsAlone() {
        Caller owner = village.caller(port, village.owner());
        long client = owner.post("/api/v1/clients", "{\"name\":\"Fern & Co\"}")
                .at("/id")
                .asLong();
        Caller.Answer project = owner.post(
                "/api/v1/projects",
                "{\"name\":\"Папоротник: поиск\",\"client\":" + client
                        + ",\"services\":[\"seo\",\"ppc\"],\"stage\":\"setup\"}");
        assertThat(project.status()).as(project.text()).isEqualTo(201);
        String path = project.header("Location");
        assertThat(project.at("/key").asString()).startsWith("paporotnik");
        assertThat(owner.post(path + "/columns", "{\"name\":\"Planned\",\"kind\":\"planned\"}")
                        .status())
                .isEqualTo(201);
        Village.Villager specialist = village.person(AgencyRole.SPECIALIST, null);
        assertThat(owner.put(path + "/team/" + specialist.id(), "{\"roles\":[\"seo\"],\"duty\":\"Search\"}")
                        .at("/duty")
                        .asString())
                .isEqualTo("Search");
        assertThat(owner.put(path + "/team/" + specialist.id(), "{\"roles\":[\"lead\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(owner.post(path + "/links", "{\"title\":\"Site\",\"url\":\"https://example.com\"}")
                        .status())
                .isEqualTo(201);
        assertThat(owner.put(path + "/status", "{\"status\":\"paused\",\"reason\":\"season\"}")
                        .at("/status")
                        .asString())
                .isEqualTo("paused");
        assertThat(owner.patch(path, "{\"client\":null}").at("/client").isNull())
                .isTrue();
        assertThat(owner.get(path + "/proof").at("/sound").asBoolean()).isTrue();
        assertThat(owner.post(
                                "/api/v1/projects",
                                "{\"name\":\"x\",\"key\":\""
                                        + project.at("/key").asString() + "\"}")
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("key_taken");
        assertThat(owner.post("/api/v1/projects", "{\"name\":\"x\",\"client\":99999999}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("client");
    }

    @Test
    void cardsAreMovedToExactPlaces() {
        String a = add("a");
        String b = add("b");
        String c = add("c");
        assertThat(titles(0)).containsExactly("a", "b", "c");
        account.put(c + "/place", "{\"column\":" + home.first() + ",\"at\":\"top\"}");
        assertThat(titles(0)).containsExactly("c", "a", "b");
        account.put(c + "/place", "{\"column\":" + home.first() + ",\"after\":1}");
        assertThat(titles(0)).containsExactly("a", "c", "b");
        contact.put(a + "/place", "{\"column\":" + home.second() + "}");
        account.put(b + "/place", "{\"column\":" + home.second() + "}");
        assertThat(titles(1)).containsExactly("a", "b");
        account.post(cards, "{\"title\":\"d\",\"column\":" + home.second() + ",\"after\":1}");
        assertThat(titles(1)).containsExactly("a", "d", "b");
        account.post(b + "/copies", "{\"title\":\"e\"}");
        assertThat(titles(1)).containsExactly("a", "d", "b", "e");
        assertThat(account.put(a + "/place", "{\"column\":" + home.second() + ",\"at\":\"middle\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aCardIsArchivedRestoredAndDeleted() {
        String card = add("a");
        assertThat(account.delete(card).status()).as("archive first").isEqualTo(403);
        assertThat(contact.put(card + "/archive", "").at("/archived").asBoolean())
                .isTrue();
        assertThat(account.delete(card + "/archive").at("/archived").asBoolean())
                .isFalse();
        account.put(card + "/archive", "");
        assertThat(contact.delete(card).status()).isEqualTo(403);
        assertThat(account.delete(card).status()).isEqualTo(204);
        assertThat(account.get(card).status()).isEqualTo(404);
        assertThat(account.get(home.path() + "/timeline?subject=card")
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("card.deleted");
    }

    @Test
    void aCardGoesToAnotherProjectWithItsTalk() {
        String card = add("traveller");
        account.post(card + "/comments", "{\"body\":\"take me along\"}");
        Caller.Answer other = account.post("/api/v1/projects", "{\"name\":\"Elsewhere\",\"board\":false}");
        String there = other.header("Location");
        long column = account.post(there + "/columns", "{\"name\":\"In\",\"kind\":\"intake\"}")
                .at("/id")
                .asLong();
        String key = other.at("/key").asString();
        assertThat(contact.post(card + "/transfers", "{\"project\":\"" + key + "\",\"column\":" + column + "}")
                        .status())
                .as("the contact does not see the other project")
                .isEqualTo(422);
        Caller.Answer moved =
                account.post(card + "/transfers", "{\"project\":\"" + key + "\",\"column\":" + column + "}");
        assertThat(moved.status()).as(moved.text()).isEqualTo(201);
        assertThat(moved.header("Location")).isEqualTo(there + "/cards/1");
        assertThat(account.get(there + "/cards/1/comments").at("/items/0/body").asString())
                .isEqualTo("take me along");
        assertThat(account.get(card).status()).isEqualTo(404);
    }

    @Test
    void checklistsAreKept() {
        String card = add("a");
        Caller.Answer made = account.post(card + "/checklists", "{\"name\":\"Launch\",\"items\":[\"one\",\"two\"]}");
        assertThat(made.status()).isEqualTo(201);
        String list = made.at("/checklists/0/id").asString();
        String one = made.at("/checklists/0/items/0/id").asString();
        String two = made.at("/checklists/0/items/1/id").asString();
        assertThat(contact.patch(card + "/items/" + one, "{\"done\":true}")
                        .at("/itemsDone")
                        .asInt())
                .isEqualTo(1);
        account.patch(card + "/items/" + two, "{\"body\":\"second\"}");
        account.post(card + "/checklists/" + list + "/items", "{\"body\":\"three\"}");
        assertThat(account.put(card + "/items/" + two + "/place", "{\"after\":null}")
                        .at("/checklists/0/items/0/body")
                        .asString())
                .isEqualTo("second");
        assertThat(account.put(card + "/items/" + two + "/place", "{\"after\":" + two + "}")
                        .status())
                .isLessThan(500);
        assertThat(account.delete(card + "/items/" + one).at("/items").asInt()).isEqualTo(2);
        assertThat(account.patch(card + "/checklists/" + list, "{\"name\":\"Start\"}")
                        .at("/checklists/0/name")
                        .asString())
                .isEqualTo("Start");
        assertThat(account.delete(card + "/checklists/" + list)
                        .at("/checklists")
                        .size())
                .isZero();
    }

    @Test
    void filesComeBackAsTheyWere() throws IOException {
        String card = add("a");
        byte[] bytes = "Привет, 世界".getBytes(StandardCharsets.UTF_8);
        Caller.Answer made = contact.upload("POST", card + "/attachments", "план работ.txt", bytes);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/title").asString()).isEqualTo("план работ.txt");
        Caller.Answer content = account.get(made.at("/content").asString());
        assertThat(content.raw().body()).isEqualTo(bytes);
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(account.get(made.at("/content").asString(), "Range", "bytes=0-1")
                        .status())
                .isEqualTo(206);
        assertThat(account.get(made.at("/content").asString(), "If-None-Match", content.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(account.get(made.header("Location") + "/thumbnail").status()).isEqualTo(404);

        Caller.Answer picture = contact.upload("POST", card + "/attachments", "a.png", png());
        assertThat(picture.at("/contentType").asString()).isEqualTo("image/png");
        assertThat(account.get(picture.at("/thumbnail").asString()).header("Content-Type"))
                .startsWith("image/");
        String id = picture.at("/id").asString();
        assertThat(account.put(card + "/cover", "{\"attachment\":" + id + "}")
                        .at("/coverAttachment")
                        .asString())
                .isEqualTo(id);
        assertThat(account.delete(card + "/attachments/" + id).status()).isEqualTo(204);
        assertThat(account.get(card).at("/coverAttachment").isNull()).isTrue();
        assertThat(account.get(card).at("/files").asInt()).isEqualTo(1);
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void aCommentIsSaidWithFilesThatWereUploadedBefore() throws IOException {
        String card = add("a");
        long file = contact.upload("POST", "/api/v1/files", "a.png", png())
                .at("/id")
                .asLong();
        assertThat(account.post(card + "/comments", "{\"files\":[" + file + "]}")
                        .status())
                .as("another's file")
                .isEqualTo(404);
        Caller.Answer said = contact.post(
                card + "/comments", "{\"body\":\"look, @seo\",\"kind\":\"question\",\"files\":[" + file + "]}");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        assertThat(said.at("/kind").asString()).isEqualTo("question");
        assertThat(account.get(card + "/attachments").at("/items/0/comment").asLong())
                .isEqualTo(said.at("/id").asLong());
        assertThat(account.patch(said.header("Location"), "{\"body\":\"not mine\"}")
                        .status())
                .isEqualTo(403);
        assertThat(account.delete(said.header("Location")).status()).isEqualTo(204);
        assertThat(contact.post(card + "/comments", "{}").status()).isEqualTo(422);
    }

    @Test
    void wordsAreFoundByTheirFormsAndCardsByTheirNumber() {
        String card = add("Согласование рекламных объявлений");
        account.post(card + "/comments", "{\"body\":\"Landing pages were approved\"}");
        assertThat(contact.get("/api/v1/search?q=%D0%BE%D0%B1%D1%8A%D1%8F%D0%B2%D0%BB%D0%B5%D0%BD%D0%B8%D0%B5")
                        .at("/items/0/card")
                        .asInt())
                .isEqualTo(1);
        Caller.Answer found = contact.get("/api/v1/search?q=approve&project=" + home.key());
        assertThat(found.at("/items/0/comment").isNull()).isFalse();
        String excerpt = found.at("/items/0/excerpt").asString();
        int from = found.at("/items/0/marks/0/from").asInt();
        assertThat(excerpt.substring(
                        from, from + found.at("/items/0/marks/0/length").asInt()))
                .isEqualTo("approved");
        assertThat(contact.get("/api/v1/search?q=%231").at("/items/0/project").asString())
                .isEqualTo(home.key());
    }

    @Test
    void aGuestIsInvitedByALinkThatIsShownOnce() {
        Caller.Answer sent = account.post(
                home.path() + "/invitations",
                "{\"name\":\"Guest\",\"email\":\"g@example.com\",\"roles\":[\"member\"]}");
        assertThat(sent.at("/link").asString()).matches("/invitation/[\\w-]{43}");
        Caller.Answer open = account.get(home.path() + "/invitations");
        assertThat(open.at("/items/0/side").asString()).isEqualTo("client");
        assertThat(open.text()).doesNotContain(sent.at("/link").asString().substring(12));
        assertThat(contact.get(home.path() + "/invitations").at("/items").size())
                .isZero();
        assertThat(account.delete(home.path() + "/invitations/" + sent.at("/id").asLong())
                        .status())
                .isEqualTo(204);
        assertThat(account.get(home.path() + "/invitations").at("/items").size())
                .isZero();
    }

    @Test
    void aLinkTakesOverNobodyWhoSignsIn() {
        for (Village.Villager known : List.of(home.contact(), village.owner())) {
            assertThat(account.post(
                                    home.path() + "/invitations",
                                    "{\"roles\":[\"member\"],\"person\":" + known.id() + "}")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void theAgencysPeopleAreInvitedByThoseWhoLead() {
        assertThat(account.post("/api/v1/invitations", "{\"name\":\"New\",\"role\":\"specialist\"}")
                        .status())
                .isEqualTo(201);
        assertThat(account.post("/api/v1/invitations", "{\"name\":\"New\",\"role\":\"owner\"}")
                        .status())
                .isEqualTo(403);
        assertThat(contact.post("/api/v1/invitations", "{\"name\":\"New\",\"role\":\"specialist\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void oneChangesOnesOwnProfile() throws IOException {
        assertThat(contact.patch("/api/v1/me", "{\"title\":\"Director\",\"language\":\"ru\",\"zone\":\"Asia/Omsk\"}")
                        .at("/person/title")
                        .asString())
                .isEqualTo("Director");
        assertThat(contact.get("/api/v1/me").at("/language").asString()).isEqualTo("ru");
        assertThat(contact.patch("/api/v1/me", "{\"zone\":\"Moon\"}")
                        .at("/errors/0/message")
                        .asString())
                .contains("Europe/Moscow");
        assertThat(contact.upload("PUT", "/api/v1/me/picture", "me.png", png()).status())
                .isEqualTo(200);
        assertThat(account.get("/api/v1/people/" + home.contact().id() + "/picture")
                        .status())
                .isEqualTo(200);
        assertThat(contact.upload("PUT", "/api/v1/me/picture", "me.txt", new byte[] {65})
                        .status())
                .isEqualTo(422);
        assertThat(contact.delete("/api/v1/me/picture").status()).isEqualTo(204);
        assertThat(contact.get("/api/v1/people/" + home.account().id())
                        .at("/email")
                        .isNull())
                .as("addresses are not for all")
                .isTrue();
    }

    @Test
    void textsAreKeptClean() {
        String card = account.post(
                        cards,
                        "{\"title\":\" two\\nlines\\u0007 \\u202e\",\"column\":" + home.first()
                                + ",\"description\":\"a\\r\\nb\\tc\\u0001\"}")
                .header("Location");
        assertThat(account.get(card).at("/title").asString()).isEqualTo("two lines");
        assertThat(account.get(card).at("/description").asString()).isEqualTo("a\nb\tc");
    }

    @Test
    void onlyTheOwnerProvesTheHistory() {
        assertThat(account.get(home.path() + "/proof").status()).isEqualTo(403);
        assertThat(village.caller(port, village.owner())
                        .get(home.path() + "/proof")
                        .at("/sound")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void columnsAreChangedAndMoved() {
        String columns = home.path() + "/columns";
        String first = columns + "/" + home.first();
        assertThat(account.patch(first, "{\"wipLimit\":3,\"colour\":\"green\"}")
                        .at("/wipLimit")
                        .asInt())
                .isEqualTo(3);
        assertThat(account.patch(first, "{\"name\":\"Soon\"}").at("/wipLimit").asInt())
                .isEqualTo(3);
        assertThat(account.patch(first, "{\"wipLimit\":null}").at("/wipLimit").isNull())
                .isTrue();
        account.put(first + "/place", "{\"after\":" + home.second() + "}");
        assertThat(account.get(columns).at("/items/1/name").asString()).isEqualTo("Soon");
        account.put(first + "/place", "{\"after\":null}");
        assertThat(account.get(columns).at("/items/0/name").asString()).isEqualTo("Soon");
        account.put(first + "/archive", "");
        assertThat(account.get(columns + "?archived=true").at("/items/0/name").asString())
                .isEqualTo("Soon");
        assertThat(account.delete(first + "/archive").at("/archived").asBoolean())
                .isFalse();
        assertThat(account.patch(first, "{\"wipLimit\":0}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("wipLimit");
    }
}
