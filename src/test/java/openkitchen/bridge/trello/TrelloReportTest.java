package openkitchen.bridge.trello;

import static openkitchen.bridge.trello.Exports.DARYA;
import static openkitchen.bridge.trello.Exports.accepted;
import static openkitchen.bridge.trello.Exports.action;
import static openkitchen.bridge.trello.Exports.board;
import static openkitchen.bridge.trello.Exports.card;
import static openkitchen.bridge.trello.Exports.id;
import static openkitchen.bridge.trello.Exports.list;
import static openkitchen.bridge.trello.Exports.object;
import static openkitchen.bridge.trello.Exports.ofCard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrelloReportTest {

    @Test
    void itCountsWhatTheFileHolds() {
        TrelloReport report = accepted(Generations.today()).report();
        assertThat(report.held())
                .isEqualTo(new TrelloReport.Held(3, 1, 3, 1, 1, 1, 2, 0, 1, 1, 1, 1, 1, 0, 2, 0, 0, 0, 0, 0, 1));
        assertThat(report.held().attachments()).isEqualTo(2);
    }

    @Test
    void itTellsHowManyCommentsAreNotInTheFileAndOnWhichCards() {
        TrelloReport.Missing missing = accepted(Generations.today()).report().missing();
        assertThat(missing.comments()).isEqualTo(2);
        assertThat(missing.commentsByCard()).containsExactly(new TrelloReport.CommentsOf(id(101, 1), 1, "Card 1", 2));
    }

    @Test
    void moreCommentsThanTheBadgeSaysMakeUpForNothingElsewhere() {
        TrelloReport.Missing missing = accepted(board(
                        "cards",
                        list(card(1, "badges", object("comments", 0)), card(2, "badges", object("comments", 4))),
                        "actions",
                        list(action(1, "commentCard", DARYA, ofCard(1, "text", "x")))))
                .report()
                .missing();
        assertThat(missing.comments()).isEqualTo(4);
    }

    @Test
    void itListsTheFilesToBeFetched() {
        TrelloReport.Missing missing = accepted(Generations.today()).report().missing();
        assertThat(missing.files())
                .containsExactly(
                        new TrelloReport.File(id(101, 1), 1, "Card 1", id(70, 1), "Снимок 1.png", 1000L),
                        new TrelloReport.File(id(101, 1), 1, "Card 1", id(70, 2), "Снимок 2.png", 2000L));
        assertThat(missing.bytes()).isEqualTo(3000);
    }

    @Test
    void aThousandActionsMeanThatOlderOnesWereCut() {
        assertThat(withActions(999).missing().actionsCut()).isFalse();
        assertThat(withActions(1000).missing().actionsCut()).isTrue();
    }

    @Test
    void dataOfPowerUpsAndStickersAreCounted() {
        TrelloReport.Missing missing = accepted(board(
                        "cards",
                        list(card(
                                1,
                                "pluginData",
                                list(object("id", "1"), object("id", "2")),
                                "stickers",
                                list(object("id", "3"))))))
                .report()
                .missing();
        assertThat(missing.powerUpEntries()).isEqualTo(2);
        assertThat(missing.stickers()).isEqualTo(1);
    }

    private static TrelloReport withActions(int count) {
        List<Object> actions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            actions.add(action(i, "createCard", DARYA, ofCard(1)));
        }
        return accepted(board("actions", actions)).report();
    }
}
