package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import openkitchen.board.Card;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.id.ClientId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import openkitchen.material.Verdict;
import openkitchen.material.Versions;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Discipline;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.reading.Readings;
import openkitchen.store.Files;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.test.Statements;
import openkitchen.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is shown of many is read in as many statements as what is shown of one. */
@KitchenTest
class FewStatementsTest {

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Cards cards;

    @Autowired
    Materials materials;

    @Autowired
    Versions versions;

    @Autowired
    Approvals approvals;

    @Autowired
    Files files;

    @Autowired
    Readings readings;

    @Autowired
    Glimpses glimpses;

    @Autowired
    LaunchPieces launches;

    @Autowired
    BoardPieces boards;

    private Seat account;
    private Seat lead;
    private Viewer client;
    private int card;

    @BeforeEach
    void build() {
        Viewer manager = kitchen.account();
        ClientId company = kitchen.client(manager);
        account = kitchen.project(manager, company);
        client = kitchen.contact(company);
        lead = kitchen.join(account, client, Role.LEAD);
        card = kitchen.card(account, kitchen.column(account, "Doing"), "Ads");
    }

    private MaterialId table(String name, String text) {
        FileId file = files.keep(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        name,
                        account.viewer().person())
                .id();
        readings.of(file);
        return materials
                .add(account, card, name, new Content.Files(List.of(file)), "")
                .material();
    }

    private static long about(String what, List<String> statements) {
        return statements.stream().filter(each -> each.contains(what)).count();
    }

    @Test
    void glimpsesOfTables() {
        List<MaterialId> tables = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tables.add(table("ads.csv", "Phrase;Shown\nveranda " + i + ";1\n"));
        }
        BoardView board = boards.viewAt(account, account.version(), Language.EN, List.of());
        var shown = versions.newest(account, tables).values();
        List<Glimpse> seen = new ArrayList<>();
        List<String> asked =
                Statements.during(() -> seen.addAll(glimpses.of(board, shown).values()));
        assertThat(about("from file", asked)).isEqualTo(1);
        assertThat(seen).hasSize(3).allMatch(glimpse -> glimpse.rows().size() == 2);
    }

    @Test
    void launchesOfCards() {
        List<Card> launched = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = cards.add(
                            account,
                            new Cards.NewCard(
                                    kitchen.column(account, "Doing"),
                                    "Ads",
                                    "",
                                    CardKind.LAUNCH,
                                    Discipline.PPC,
                                    false))
                    .number();
            launched.add(cards.number(account, number));
        }
        List<String> asked = Statements.during(
                () -> assertThat(launches.of(account, launched)).hasSize(3));
        assertThat(about("left join launch", asked)).isEqualTo(1);
    }

    @Test
    void whatIsKnownOfAFile() {
        String text = "Phrase;Shown\n" + UUID.randomUUID() + ";1\n";
        List<MaterialId> same = List.of(table("a.csv", text), table("b.csv", text), table("c.csv", text));
        approvals.ask(account, card, first(same), new Approvals.Wanted(Approval.Needs.ANY, null, ""));
        same.forEach(material -> approvals.of(account, List.of(material)).values().stream()
                .flatMap(List::stream)
                .forEach(asked -> approvals.decide(lead, asked.id(), Verdict.APPROVED, "", Approval.Way.PAGE)));
        String sha256 = versions.one(account, same.getFirst(), 1).sha256();
        Browser browser = new Browser(port, sessions);
        List<String> asked = Statements.during(() -> assertThat(
                        browser.get(client, "/p/" + account.key() + "/check?sha256=" + sha256)
                                .body())
                .contains("a.csv", "b.csv", "c.csv"));
        assertThat(about("from material m join card c", asked)).isEqualTo(1);
    }

    private static List<Approvals.Seen> first(List<MaterialId> materials) {
        return materials.stream()
                .map(material -> new Approvals.Seen(material, 1))
                .toList();
    }
}
