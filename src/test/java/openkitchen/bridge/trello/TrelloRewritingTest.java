package openkitchen.bridge.trello;

import static java.time.Duration.ofSeconds;
import static openkitchen.bridge.trello.Exports.board;
import static openkitchen.bridge.trello.Exports.card;
import static openkitchen.bridge.trello.Exports.id;
import static openkitchen.bridge.trello.Exports.list;
import static openkitchen.bridge.trello.Exports.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import openkitchen.bridge.trello.TrelloRewriting.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrelloRewritingTest {

    private static final String FILE =
            "https://trello.com/1/cards/" + id(101, 1) + "/attachments/" + id(70, 1) + "/download/x.png";

    private final TrelloRewriting rewriting = new TrelloRewriting(
            reading(board("cards", list(card(7, "attachments", list(Generations.upload(1))), card(12)))),
            card -> new Target("#" + card.number(), "/projects/bakery/cards/" + card.number()),
            upload -> "/files/" + upload.bytes(),
            member -> "@" + member.fullName().charAt(0));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://trello.com/c/cArD0007/7-card | see #7",
                "see https://trello.com/c/cArD0007. | see #7.",
                "(https://trello.com/c/cArD0007) | (#7)",
                "http://www.trello.com/c/cArD0007#comment-5f | #7",
                "trello.com/c/cArD0007?x=1, then | #7, then",
                "<https://trello.com/c/cArD0007> | #7",
                "**https://trello.com/c/cArD0007/7-a_b\\_c** | **#7**",
                "[https://trello.com/c/cArD0007/7](https://trello.com/c/cArD0007/7 'x') | #7",
                "[this card](https://trello.com/c/cArD0007/7-a \"T\") | [this card](/projects/bakery/cards/7)",
                "[**this** one](https://trello.com/c/cArD0012) | [**this** one](/projects/bakery/cards/12)",
                "https://trello.com/c/cArD0007 https://trello.com/c/cArD0012 | #7 #12",
                "- [ ] https://trello.com/c/cArD0012/12-карточка | - [ ] #12",
                "> quoted https://trello.com/c/cArD0012 | > quoted #12"
            })
    void linksToCardsOfTheBoardAreRewritten(String before, String after) {
        assertThat(rewriting.markdown(before)).isEqualTo(after);
    }

    @Example
    void aLinkMayNameTheCardByItsId() {
        assertThat(rewriting.markdown("https://trello.com/c/" + id(107, 7))).isEqualTo("#7");
    }

    @Example
    void linksOf2012NameBoardAndNumber() {
        TrelloRewriting old = new TrelloRewriting(
                reading(Generations.of2012()), card -> new Target("→ " + card.name(), ""), _ -> null, _ -> null);
        assertThat(old.markdown("See https://trello.com/card/shop/" + Exports.BOARD + "/3"))
                .isEqualTo("See → No. 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://trello.com/c/ZZZZ9999/7-card of another board",
                "https://trello.com/b/cArD0007",
                "https://nottrello.com/c/cArD0007",
                "https://example.org/?u=https://trello.com/c/cArD0007",
                "https://blog.example/@darya and https://x.example/(@darya)",
                "`https://trello.com/c/cArD0007`",
                "```\nhttps://trello.com/c/cArD0007 @darya\n```",
                "    https://trello.com/c/cArD0007",
                "darya@darya.ru",
                "@daryana and x@darya",
                "@даryа @card @board @nobody",
                "@darya_",
                "@darya.lebedeva",
                "/@darya",
                "\\@darya",
                "nothing at all"
            })
    void everythingElseStaysAsItIs(String text) {
        assertThat(rewriting.markdown(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@darya look | @Д look",
                "ask @Darya, @pavel_k! | ask @Д, @P!",
                "(@darya) | (@Д)",
                "@pavel\\_k | @P",
                "**@darya**: yes. | **@Д**: yes.",
                "thanks @darya. | thanks @Д.",
                "1. @darya | 1. @Д"
            })
    void peopleAreMentionedByTheirNamesHere(String before, String after) {
        assertThat(rewriting.markdown(before)).isEqualTo(after);
    }

    @Example
    void picturesAndLinksToFilesPointToThoseHere() {
        assertThat(rewriting.markdown("a ![the *screen*](" + FILE + ") b"))
                .isEqualTo("a ![the *screen*](/files/1000) b");
        assertThat(rewriting.markdown("![](" + FILE + " \"t\")")).isEqualTo("![](/files/1000)");
        assertThat(rewriting.markdown("[file](" + FILE + ")")).isEqualTo("[file](/files/1000)");
        assertThat(rewriting.markdown("at " + FILE)).isEqualTo("at /files/1000");
        assertThat(rewriting.markdown("[![x](" + FILE + ")](https://trello.com/c/cArD0007)"))
                .isEqualTo("[![x](/files/1000)](/projects/bakery/cards/7)");
    }

    @Example
    void aReferenceStyleLinkIsRewrittenInPlace() {
        assertThat(rewriting.markdown("see [it][1]\n\n[1]: https://trello.com/c/cArD0007"))
                .startsWith("see [it](/projects/bakery/cards/7)");
    }

    @Example
    void whatAFunctionHasNoAnswerForStays() {
        TrelloRewriting none = new TrelloRewriting(reading(Generations.today()), _ -> null, _ -> null, _ -> null);
        String text = "@darya https://trello.com/c/cArD0001 ![](" + FILE + ")";
        assertThat(none.markdown(text)).isEqualTo(text);
    }

    @Property(tries = 300)
    void textsWithoutAddressesAndMentionsStayAsTheyAre(@ForAll @StringLength(max = 60) String text) {
        assertThat(rewriting.markdown(text + " trello")).isEqualTo(text + " trello");
    }

    @Example
    void textsMadeToHurtTakeNoTime() {
        for (String piece :
                new String[] {"> ", "* ", "[", "![", "`", "@", "@darya_", "**a ", "<a ", "[](", "trello.com/", "\\"}) {
            assertTimeoutPreemptively(
                    ofSeconds(60), () -> rewriting.markdown(piece.repeat(20_000) + "@darya trello"), piece);
        }
    }
}
