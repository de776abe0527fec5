package openkitchen.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openkitchen.board.Cards;
import openkitchen.board.Copying;
import openkitchen.board.Faces;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.problem.Invalid;
import openkitchen.project.Seat;
import openkitchen.reading.Readings;
import openkitchen.search.SearchIndex;
import openkitchen.store.Files;
import openkitchen.talk.Intent;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.turn.Turns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What is pinned to a version is carried to the next: rows by what they say, ranges of text by their words, points by their place. */
@KitchenTest
@TestPropertySource(properties = "openkitchen.rounds=false")
class CarryingTest {

    private static final Intent MUST = new Intent.Remark(Remark.Weight.MUST);

    @Autowired
    Kitchen kitchen;

    @Autowired
    Turns turns;

    @Autowired
    Faces faces;

    @Autowired
    Cards cards;

    @Autowired
    Materials materials;

    @Autowired
    Versions versions;

    @Autowired
    Approvals approvals;

    @Autowired
    Pins pins;

    @Autowired
    Remarks remarks;

    @Autowired
    Files files;

    @Autowired
    Readings readings;

    @Autowired
    Preparing preparing;

    @Autowired
    UnreadVersions unread;

    @Autowired
    Copying copying;

    @Autowired
    SearchIndex search;

    Table table;

    @BeforeEach
    void lay() {
        table = Table.laid(kitchen, turns, faces, cards, materials, versions, approvals);
    }

    private Content csv(Seat seat, String name, String... rows) {
        byte[] bytes = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
        FileId file = files.keep(
                        new ByteArrayInputStream(bytes), name, seat.viewer().person())
                .id();
        readings.of(file);
        return new Content.Files(List.of(file));
    }

    private Pin pin(MaterialId material, int version, CommentId comment) {
        return pins.on(table.lead(), versions.one(table.lead(), material, version)).stream()
                .filter(each -> each.comment().equals(comment))
                .findFirst()
                .orElseThrow();
    }

    private CommentId row(MaterialId ads, int row, String... cells) {
        return pins.say(table.lead(), ads, 1, new Place.Cells(0, "", row, -1, List.of(cells)), MUST, "This one");
    }

    @Test
    void rowsAreFoundByWhatTheySay() {
        MaterialId ads = materials
                .add(
                        table.ppc(),
                        table.card(),
                        "",
                        csv(
                                table.ppc(),
                                "ads.csv",
                                "group;title",
                                "one;Warm house",
                                "two;Cheap house",
                                "three;Old barn"),
                        "")
                .material();
        CommentId moved = row(ads, 2, "one", "Warm house");
        CommentId changed = row(ads, 3, "two", "Cheap house");
        CommentId gone = row(ads, 4, "three", "Old barn");
        materials.addVersion(
                table.ppc(),
                ads,
                csv(table.ppc(), "ads.csv", "group;title", "zero;New", "two;Affordable house", "one;Warm house"),
                "");

        assertThat(pin(ads, 2, moved).place())
                .isInstanceOfSatisfying(
                        Place.Cells.class, place -> assertThat(place.row()).isEqualTo(4));
        assertThat(pin(ads, 2, changed).place())
                .isInstanceOfSatisfying(
                        Place.Cells.class, place -> assertThat(place.row()).isEqualTo(3));
        assertThat(pin(ads, 2, gone).place()).isNull();
        assertThat(pin(ads, 1, gone).place()).isInstanceOf(Place.Cells.class);
        assertThat(pin(ads, 2, moved).setOn()).isEqualTo(1);
    }

    @Test
    void rangesOfTextAreFoundByTheirWordsAndWhatIsClosedStaysBehind() {
        MaterialId text = table.text("Text", "Come on Monday. Bring tea.");
        CommentId tea =
                pins.say(table.lead(), text, 1, new Place.Passage(0, 22, 25, "tea", "Bring ", "."), MUST, "Coffee");
        CommentId day = pins.say(
                table.lead(), text, 1, new Place.Passage(0, 8, 14, "Monday", "Come on ", ". Bring"), MUST, "Tuesday");
        remarks.fix(table.ppc(), day, "", "");
        remarks.confirm(table.lead(), day);
        materials.addVersion(table.ppc(), text, new Content.Text("Dear friend, come on Monday. Bring tea."), "");

        assertThat(pin(text, 2, tea).place())
                .isInstanceOfSatisfying(
                        Place.Passage.class, place -> assertThat(place.start()).isEqualTo(35));
        assertThat(pins.on(table.lead(), versions.one(table.lead(), text, 2)))
                .extracting(Pin::comment)
                .containsExactly(tea);
    }

    @Test
    void aPlaceThatTheVersionHasNotIsRefused() {
        MaterialId text = table.text("Text", "Hello");
        assertThatThrownBy(() -> pins.say(table.lead(), text, 1, new Place.Spot(3, 1, 0.5, 0.5, 0, 0), MUST, "Where?"))
                .isInstanceOf(Invalid.class);
        for (String broken : List.of(
                "",
                "{",
                "[]",
                "{\"at\":\"spot\",\"x\":2,\"y\":0}",
                "{\"at\":\"passage\",\"start\":5,\"end\":5}",
                "{\"at\":\"cells\",\"row\":0}",
                "{\"at\":\"moon\"}")) {
            assertThatThrownBy(() -> Place.read(broken)).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void aVersionIsReadOnceAndFoundWhereItsCardIsByThen() {
        MaterialId text = table.text("Мост", "Разводной мост через залив");
        while (preparing.round()) {}
        assertThat(unread.due(1000)).isEmpty();
        Seat other = kitchen.project(
                table.account().viewer(), kitchen.client(table.account().viewer()));
        materials.addVersion(table.ppc(), text, new Content.Text("Подвесной мост через залив"), "");
        assertThat(unread.due(1000)).hasSize(1);
        copying.send(table.account(), table.card(), other, kitchen.column(other, "Doing"));
        while (preparing.round()) {}
        assertThat(unread.due(1000)).isEmpty();
        assertThat(search.find(List.of(table.account().project()), "подвесной", 10))
                .isEmpty();
        assertThat(search.find(List.of(other.project()), "подвесной", 10)).hasSize(1);
    }

    @Test
    void searchFindsAMaterialByItsNewNameAndNoLongerByTheOld() {
        MaterialId text = table.text("Черновик", "Тёплый дом у озера");
        while (preparing.round()) {}
        materials.rename(table.ppc(), text, "Буклет");
        while (preparing.round()) {}
        assertThat(search.find(List.of(table.account().project()), "буклет озеро", 10))
                .hasSize(1);
        assertThat(search.find(List.of(table.account().project()), "черновик", 10))
                .isEmpty();
    }

    @Test
    void searchFindsTheNewestVersionsText() {
        MaterialId ads = materials
                .add(
                        table.ppc(),
                        table.card(),
                        "Список",
                        csv(table.ppc(), "a.csv", "группа;текст", "одна;снегоуборщик"),
                        "")
                .material();
        while (preparing.round()) {}
        assertThat(search.find(List.of(table.account().project()), "снегоуборщики", 10))
                .singleElement()
                .satisfies(hit -> assertThat(hit.version()).isPresent());
        materials.addVersion(table.ppc(), ads, csv(table.ppc(), "a.csv", "группа;текст", "одна;газонокосилка"), "");
        while (preparing.round()) {}
        assertThat(search.find(List.of(table.account().project()), "снегоуборщик", 10))
                .isEmpty();
        assertThat(search.find(List.of(table.account().project()), "газонокосилка", 10))
                .hasSize(1);
    }
}
