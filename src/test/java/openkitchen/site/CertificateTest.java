package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import openkitchen.board.Cards;
import openkitchen.history.Proof;
import openkitchen.id.ClientId;
import openkitchen.id.ColumnId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Fingerprint;
import openkitchen.material.Materials;
import openkitchen.material.Verdict;
import openkitchen.material.Versions;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import openkitchen.store.Files;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The certificate of a material, and the check of a file. The client's people read English here, the agency's Russian. */
@KitchenTest
class CertificateTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Cards cards;

    @Autowired
    Files files;

    @Autowired
    Materials materials;

    @Autowired
    Versions versions;

    @Autowired
    Approvals approvals;

    @Autowired
    Team team;

    @Autowired
    Proof proof;

    @Autowired
    Clock clock;

    private Browser browser;
    private Seat account;
    private Seat seo;
    private Seat lead;
    private Viewer stranger;
    private int card;

    @BeforeEach
    void lay() {
        browser = new Browser(port, sessions);
        Viewer manager = kitchen.account();
        ClientId client = kitchen.client(manager);
        account = kitchen.project(manager, client);
        seo = kitchen.join(account, kitchen.specialist(), Role.SEO);
        lead = kitchen.join(account, kitchen.contact(client), Role.LEAD);
        stranger = kitchen.contact(kitchen.client(kitchen.account()));
        ColumnId doing = kitchen.column(account, "Doing");
        card = kitchen.card(account, doing, "Объявления");
    }

    private FileId file(String name, String text) {
        return files.keep(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        name,
                        seo.viewer().person())
                .id();
    }

    private Content one(String name, String text) {
        return new Content.Files(List.of(file(name, text)));
    }

    private Approval asked(MaterialId material) {
        int newest = versions.material(seo, material).versions();
        approvals.ask(
                seo,
                card,
                List.of(new Approvals.Seen(material, newest)),
                new Approvals.Wanted(Approval.Needs.ANY, null, ""));
        return approvals.page(seo, null, material, null, 1).getFirst();
    }

    private String path(MaterialId material) {
        return "/p/" + account.key() + "/materials/" + material + "/certificate";
    }

    private String page(Seat reader, MaterialId material) {
        Browser.Answer answer = browser.get(reader.viewer(), path(material));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<byte[]> pdf(Viewer reader, MaterialId material) {
        String token = sessions.open(reader.person(), "test", "127.0.0.1").token();
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path(material) + ".pdf"))
                            .header("Cookie", "kitchen=" + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String check(Seat reader, String query) {
        return browser.get(reader.viewer(), "/p/" + account.key() + "/check?" + query)
                .body();
    }

    private static String sha256(String text) {
        return java.util.HexFormat.of().formatHex(Fingerprint.ofText(text));
    }

    @Test
    void itNamesTheVersionWhoApprovedItWhenAndForWhichContent() {
        MaterialId material = materials
                .add(seo, card, "Список объявлений", one("список.csv", "one"), "Первая")
                .material();
        materials.addVersion(seo, material, one("список.csv", "two"), "Короче");
        approvals.decide(lead, asked(material).id(), Verdict.APPROVED, "", Approval.Way.PAGE);
        String page = page(lead, material);
        assertThat(page)
                .contains(
                        "Approval certificate",
                        "Version 2 is the newest. It is approved.",
                        "Version 1",
                        "Список объявлений",
                        "список.csv",
                        "Короче",
                        sha256("one"),
                        sha256("two"),
                        "decided on the project’s page",
                        "Person Number",
                        "(Europe/Moscow)",
                        "(UTC+03:00)");
        Proof.Head head = proof.head(account.project());
        assertThat(page).contains("event number " + head.number(), head.hash());
        assertThat(proof.walk(account.project()).events()).isEqualTo(head.number());
        assertThat(page(seo, material)).contains("Лист согласования", "Версия 2 — последняя. Она согласована.");
    }

    @Test
    void itNamesADeciderAsWhatTheyWereWhenTheyDecided() {
        MaterialId material =
                materials.add(seo, card, "", one("a.csv", "one"), "").material();
        approvals.decide(lead, asked(material).id(), Verdict.APPROVED, "", Approval.Way.PAGE);
        String then = lead.viewer().name() + ", decides for the client";
        assertThat(page(lead, material)).contains(then);
        team.set(account, lead.viewer().person(), Set.of(Role.MEMBER), "");
        assertThat(page(lead, material)).contains(then);
        team.remove(account, lead.viewer().person());
        assertThat(page(seo, material)).contains(lead.viewer().name() + ", принимает решения");
    }

    @Test
    void itSaysThatTheTeamsChangeSettledIt() {
        Seat other = kitchen.join(
                account, kitchen.contact(Objects.requireNonNull(lead.viewer().client())), Role.LEAD);
        MaterialId material =
                materials.add(seo, card, "", one("a.csv", "one"), "").material();
        approvals.ask(
                seo,
                card,
                List.of(new Approvals.Seen(material, 1)),
                new Approvals.Wanted(Approval.Needs.ALL, null, ""));
        approvals.decide(
                lead,
                approvals.page(seo, null, material, null, 1).getFirst().id(),
                Verdict.APPROVED,
                "",
                Approval.Way.PAGE);
        assertThat(page(lead, material)).doesNotContain("by a change of the team");
        team.remove(account, other.viewer().person());
        assertThat(page(lead, material))
                .contains(
                        "by a change of the team",
                        "The team was changed by " + account.viewer().name());
        assertThat(page(seo, material)).contains("из-за изменения команды");
    }

    @Test
    void thePaperSaysTheSameInBothLanguagesAndNamesAreTextInIt() throws IOException {
        String name = "Баннер <script>alert(1)</script> & \"Ко\"";
        MaterialId material = materials
                .add(seo, card, name, one("<b>файл<b>&.csv", "one"), "]]> <!-- заметка -->")
                .material();
        approvals.decide(lead, asked(material).id(), Verdict.REMARKS, "Красный <i>фон</i> не нужен", Approval.Way.PAGE);
        assertThat(page(lead, material)).doesNotContain("<script>alert(1)").contains("&lt;script&gt;alert(1)");
        for (Seat reader : List.of(lead, seo)) {
            HttpResponse<byte[]> answer = pdf(reader.viewer(), material);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment")
                    .contains("filename*=UTF-8''")
                    .contains(".pdf");
            try (PDDocument document = Loader.loadPDF(answer.body())) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
                assertThat(text)
                        .contains(
                                "Баннер <script>alert(1)</script> & \"Ко\"",
                                "<b>файл<b>&.csv",
                                "]]> <!-- заметка -->",
                                "Красный <i>фон</i> не нужен",
                                sha256("one"),
                                proof.head(account.project()).hash(),
                                "Объявления",
                                "Person Number",
                                reader == lead ? "Approved with remarks" : "Согласовано с замечаниями");
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(reader == lead ? "en" : "ru");
                assertThat(document.getDocumentInformation().getTitle())
                        .startsWith(reader == lead ? "Approval certificate" : "Лист согласования");
            }
        }
    }

    @Test
    void severalFilesAreBoundByTheListOfThem() {
        MaterialId material = materials
                .add(seo, card, "Two", new Content.Files(List.of(file("b.txt", "two"), file("a.txt", "one"))), "")
                .material();
        String list = sha256("one") + "  a.txt\n" + sha256("two") + "  b.txt\n";
        assertThat(page(lead, material)).contains("as sha256sum prints it", list, sha256(list));
    }

    @Test
    void ofALinkOnlyTheAddressIsBound() {
        MaterialId material = materials
                .add(seo, card, "", new Content.Link("https://a.example/"), "")
                .material();
        assertThat(page(lead, material))
                .contains("Only the address is bound", sha256("https://a.example/"), "nobody asked for it yet");
    }

    @Test
    void whatWasGivenElsewhereIsSaidToBe() {
        MaterialId material =
                materials.add(seo, card, "", one("a.csv", "one"), "").material();
        FileId letter = file("письмо.eml", "Да");
        approvals.record(
                seo,
                asked(material).id(),
                new Approvals.Elsewhere(
                        Verdict.APPROVED,
                        lead.viewer().person(),
                        clock.instant(),
                        "",
                        "A letter of this morning",
                        letter));
        assertThat(page(lead, material))
                .contains(
                        "given elsewhere, written down by the agency",
                        "A letter of this morning",
                        "письмо.eml",
                        sha256("Да"));
    }

    @Test
    void aStrangerFindsNeither() {
        MaterialId material =
                materials.add(seo, card, "", one("a.csv", "one"), "").material();
        assertThat(browser.get(stranger, path(material)).status()).isEqualTo(404);
        assertThat(pdf(stranger, material).statusCode()).isEqualTo(404);
        assertThat(browser.get(stranger, "/p/" + account.key() + "/check").status())
                .isEqualTo(404);
        assertThat(browser.get(lead.viewer(), path(new MaterialId(987_654_321))).status())
                .isEqualTo(404);
    }

    @Test
    void aFileIsToldByItsHash() {
        MaterialId material = materials
                .add(seo, card, "Ad <list>", one("list.csv", "one"), "")
                .material();
        assertThat(check(lead, "sha256=" + sha256("one")))
                .contains("This is version 1 of “Ad &lt;list&gt;”, the newest.", "the client was not asked about it");
        approvals.decide(lead, asked(material).id(), Verdict.APPROVED, "", Approval.Way.PAGE);
        assertThat(check(lead, "sha256=%20" + sha256("one").toUpperCase(java.util.Locale.ROOT) + "%20%20list.csv"))
                .contains("Approved by " + lead.viewer().name(), path(material));
        materials.addVersion(seo, material, one("list.csv", "two"), "");
        assertThat(check(lead, "sha256=" + sha256("one"))).contains("This is version 1", "The newest is version 2");
        assertThat(check(lead, "sha256=" + sha256("two"))).contains("Known, not approved");
        assertThat(check(lead, "sha256=" + sha256("three") + "&name=List.CSV"))
                .contains("No version of this project is this file", "A file of the same name is in version 2");
        assertThat(check(lead, "sha256=abc")).contains("This is no SHA-256");
    }

    @Test
    void oneOfSeveralFilesIsNamed() {
        materials.add(seo, card, "Two", new Content.Files(List.of(file("b.txt", "two"), file("a.txt", "one"))), "");
        assertThat(check(seo, "sha256=" + sha256("two"))).contains("Это файл «b.txt» из версии 1");
    }
}
