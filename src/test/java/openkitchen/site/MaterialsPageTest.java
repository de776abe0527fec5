package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.id.ClientId;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** All materials of a project, page by page. */
@KitchenTest
class MaterialsPageTest {

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Materials materials;

    @Autowired
    Approvals approvals;

    private Browser browser;
    private Seat account;
    private Viewer lead;
    private int card;

    @BeforeEach
    void build() {
        browser = new Browser(port, sessions);
        ClientId client = kitchen.client(kitchen.account());
        account = kitchen.project(kitchen.account(), client);
        lead = kitchen.contact(client);
        kitchen.join(account, lead, Role.LEAD);
        card = kitchen.card(account, kitchen.column(account, "Doing"), "Ads");
    }

    private List<MaterialId> add(int count) {
        List<MaterialId> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(materials
                    .add(account, card, "Text", new Content.Text("Text " + i), "")
                    .material());
        }
        return added;
    }

    private String page(String query) {
        Browser.Answer answer = browser.get(lead, "/p/" + account.key() + "/materials" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> shown(String page) {
        return Pattern.compile("id=\"material-(\\d+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String earlier(String page) {
        Matcher link = Pattern.compile("href=\"[^\"]*/materials(\\?[^\"]*before=\\d+)\"")
                .matcher(page);
        return link.find() ? link.group(1).replace("&amp;", "&") : "";
    }

    private static List<String> latestFirst(List<MaterialId> ids) {
        return ids.reversed().stream().map(MaterialId::toString).toList();
    }

    @Test
    void theLatestComeFirstAndTheOthersAPageAtATime() {
        List<MaterialId> added = add(53);
        String first = page("");
        assertThat(shown(first)).isEqualTo(latestFirst(added.subList(3, 53)));
        String second = page(earlier(first));
        assertThat(shown(second)).isEqualTo(latestFirst(added.subList(0, 3)));
        assertThat(earlier(second)).isEmpty();
    }

    @Test
    void thoseThatStandSoComeAPageAtATimeToo() {
        List<MaterialId> added = add(52);
        approvals.ask(account, card, first(added), new Approvals.Wanted(Approval.Needs.ANY, null, ""));
        List<MaterialId> unasked = add(2);
        String first = page("?state=waits");
        assertThat(shown(first)).isEqualTo(latestFirst(added.subList(2, 52)));
        assertThat(shown(page(earlier(first)))).isEqualTo(latestFirst(added.subList(0, 2)));
        assertThat(shown(page("?state=none"))).isEqualTo(latestFirst(unasked));
        assertThat(shown(page("?state=approved"))).isEmpty();
    }

    @Test
    void whatWasPutAwayIsByItself() {
        List<MaterialId> added = add(2);
        assertThat(page("")).doesNotContain("state=away");
        materials.archive(account, added.getFirst());
        String used = page("");
        assertThat(used).contains("state=away");
        assertThat(shown(used)).isEqualTo(latestFirst(added.subList(1, 2)));
        assertThat(shown(page("?state=away"))).isEqualTo(latestFirst(added.subList(0, 1)));
    }

    private static String[] text(int version, String text) {
        return new String[] {
            "kind", "text", "version", Integer.toString(version), "text", text, "note", "Why <b>", "ask", "true"
        };
    }

    @Test
    void whoWritesTheNextVersionOnFromAnOlderOneSeesBothTexts() {
        MaterialId text = add(1).getFirst();
        String path = "/p/" + account.key() + "/materials/" + text;
        assertThat(browser.get(lead, path + "/text").body()).contains("name=\"version\" value=\"1\"");
        materials.addVersion(account, text, new Content.Text("Theirs <b>"), "");
        Browser.Answer both = browser.post(account.viewer(), path + "/versions", text(1, "Mine"));
        assertThat(both.status()).isEqualTo(409);
        assertThat(both.body())
                .contains(
                        "Theirs &lt;b&gt;",
                        ">\nMine</textarea>",
                        "name=\"version\" value=\"2\"",
                        "name=\"kind\" value=\"text\"",
                        "name=\"note\" value=\"Why &lt;b>\"",
                        "name=\"ask\" value=\"true\"",
                        "href=\"/p/" + account.key() + "/cards/" + card + "\"");
        Browser.Answer streamed = browser.stream(account.viewer(), path + "/versions", text(1, "Mine"));
        assertThat(streamed.status()).isEqualTo(409);
        assertThat(streamed.body())
                .contains(
                        "target=\"card-" + card + "-materials\" act=\"version-" + text + "\" version=\"2\"",
                        "Theirs &lt;b&gt;");
        assertThat(approvals.page(account, null, null, null, 10)).isEmpty();
        assertThat(browser.post(account.viewer(), path + "/versions", text(2, "Mine"))
                        .status())
                .isEqualTo(303);
        assertThat(approvals.page(account, null, null, null, 10))
                .extracting(Approval::version)
                .containsExactly(3);
    }

    private static List<Approvals.Seen> first(List<MaterialId> materials) {
        return materials.stream()
                .map(material -> new Approvals.Seen(material, 1))
                .toList();
    }
}
