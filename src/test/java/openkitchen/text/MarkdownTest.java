package openkitchen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.text.MarkdownContext.Mentioned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private final Markdown markdown = new Markdown();
    private final MarkdownContext garden = new MarkdownContext() {
        private final Map<String, Mentioned> called = Map.of(
                "darya", new Mentioned.Person(5, "Дарья"),
                "anna_k", new Mentioned.Person(6, "Анна <b>"),
                "пётр.иванов-2", new Mentioned.Person(7, "Пётр"),
                "seo", new Mentioned.Role("seo", "SEO"));

        @Override
        public Optional<Mentioned> mentioned(String handle) {
            return Optional.ofNullable(called.get(handle));
        }

        @Override
        public Optional<String> cardAddress(int number) {
            return number < 100 ? Optional.of("/p/garden/cards/" + number) : Optional.empty();
        }
    };

    @Test
    void whatPeopleWriteLooksAsTheyMeantIt() {
        assertThat(markdown.html("# Итоги\n\nЗаявка **640 ₽**, было ~~700 ₽~~\nи *дешевле*\n\n- раз\n- два\n\n> так"))
                .isEqualToNormalizingNewlines("""
                        <h3>Итоги</h3>
                        <p>Заявка <strong>640 ₽</strong>, было <del>700 ₽</del><br />
                        и <em>дешевле</em></p>
                        <ul><li>раз</li><li>два</li></ul>
                        <blockquote>
                        <p>так</p>
                        </blockquote>
                        """);
    }

    @Test
    void aTableStaysATable() {
        assertThat(markdown.html("| Запрос | Спрос |\n|---|--:|\n| зимний сад | 640 |"))
                .contains("<th>Запрос</th>", "<td align=\"right\">640</td>");
    }

    @Test
    void codeIsShownAsItIs() {
        assertThat(markdown.html("```js\nif (a < b && c) @darya #12\n```"))
                .isEqualToIgnoringWhitespace(
                        "<pre><code class=\"language-js\">if (a &lt; b &amp;&amp; c) @darya #12\n</code></pre>");
    }

    @Test
    void indentedTextIsNoCodeAndTaskMarkersStayText() {
        assertThat(markdown.html("Смета:\n\n      строка\n\n- [ ] бриф\n- [x] доступы"))
                .contains("<p>строка</p>", "<li>[ ] бриф</li>", "<li>[x] доступы</li>");
    }

    @Test
    void htmlIsText() {
        assertThat(markdown.html("<script>alert(1)</script> <b onclick=x>жирно</b> <!-- нет -->"))
                .isEqualToIgnoringWhitespace("<p>&lt;script&gt;alert(1)&lt;/script&gt; "
                        + "&lt;b onclick=x&gt;жирно&lt;/b&gt; &lt;!-- нет --&gt;</p>");
        assertThat(markdown.html("<div>\n*раз*\n</div>")).contains("&lt;div&gt;", "<em>раз</em>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.ru/a?b=1&c=2, https://example.ru/a?b=1&amp;c=2",
        "[сайт](http://example.ru), http://example.ru",
        "<https://example.ru>, https://example.ru",
        "[мимо](//example.ru), //example.ru",
    })
    void aLinkToAnotherSiteIsMarkedAsOne(String source, String address) {
        assertThat(markdown.html(source))
                .startsWith("<p><a href=\"" + address + "\" rel=\"noopener nofollow ugc\" target=\"_blank\">");
    }

    @ParameterizedTest
    @CsvSource({
        "[карточка](/p/garden/cards/3), /p/garden/cards/3",
        "[почта](mailto:a@example.ru), mailto:a@example.ru",
        "пишите: a@example.ru, mailto:a@example.ru",
        "[звоните](tel:+74951234567), tel:+74951234567"
    })
    void aLinkWithinTheHouseAndACallAreNot(String source, String address) {
        assertThat(markdown.html(source)).contains("<a href=\"" + address + "\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](java&#115;cript:alert(1))",
                "[a](javascript&colon;alert(1))",
                "[a](&#1;javascript:alert(1))",
                "[a](java&#10;script:alert(1))",
                "[a](<  javascript:alert(1)>)",
                "<javascript:alert(1)>",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](vbscript:x)",
                "[a](file:///etc/passwd)",
                "[a]\n\n[a]: javascript:alert(1)",
                "![a](javascript:alert(1))",
                "![a](data:image/svg+xml;base64,PHN2Zz4=)"
            })
    void noLinkRunsAScript(String source) {
        assertThat(markdown.html(source)).doesNotContain("href", "src=");
    }

    @Test
    void onlyOurOwnPicturesAreLoaded() {
        assertThat(markdown.html("![схема](/files/7/plan.png)"))
                .isEqualToIgnoringWhitespace("<p><img src=\"/files/7/plan.png\" alt=\"схема\" loading=\"lazy\" /></p>");
        assertThat(markdown.html("![схема](https://example.ru/count.gif)"))
                .doesNotContain("<img")
                .contains("<a href=\"https://example.ru/count.gif\"", ">схема</a>");
        assertThat(markdown.html("[![схема](https://example.ru/count.gif)](https://example.ru)"))
                .containsOnlyOnce("<a ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/../sign-out",
                "/files/%2e%2e/sign-out",
                "/files//example.ru/a.png",
                "//example.ru/files/a.png",
                "/\\example.ru/a.png",
                "/sign-out",
                "files/a.png"
            })
    void aPictureCannotLeadAstray(String address) {
        assertThat(markdown.html("![a](" + address + ")")).doesNotContain("<img");
    }

    @Test
    void aPersonAndARoleAreMentioned() {
        assertThat(html("@Darya, посмотри. И @seo!"))
                .isEqualTo("<p><span class=\"mention\" data-person=\"5\">@Дарья</span>, посмотри. И "
                        + "<span class=\"mention\" data-role=\"seo\">@SEO</span>!</p>\n");
        assertThat(html("**@anna_k**")).contains("@Анна &lt;b&gt;</span></strong>");
        assertThat(html("(@пётр.иванов-2.)")).contains("data-person=\"7\">@Пётр</span>.)");
    }

    @Test
    void aCardIsReferredToByItsNumber() {
        assertThat(html("см. #12, #200 и #13"))
                .isEqualTo("<p>см. <a href=\"/p/garden/cards/12\" class=\"card-ref\">#12</a>, #200 и "
                        + "<a href=\"/p/garden/cards/13\" class=\"card-ref\">#13</a></p>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`@darya #12`",
                "```\n@darya #12\n```",
                "[@darya #12](https://example.ru)",
                "https://example.ru/@darya/#12",
                "mail@darya.ru",
                "пишите на me.@darya@example.ru",
                "@darya@example.ru",
                "@daryaa и я@darya",
                "@darya.ru и @darya-2",
                "#12a, #012, a#12, ##12, #12#12, /#12"
            })
    void whatOnlyLooksLikeAMentionIsNone(String source) {
        assertThat(html(source)).doesNotContain("mention", "card-ref");
    }

    @Test
    void withoutAContextMentionsAreText() {
        assertThat(markdown.html("@darya, см. #12")).isEqualTo("<p>@darya, см. #12</p>\n");
    }

    @Test
    void theMentionedAreKnown() {
        assertThat(markdown.mentions("@Darya и @seo, `@none` и @darya: [@nobody](/x) a@b.ru _@anna_k_"))
                .containsExactly("darya", "seo", "anna_k");
    }

    @Test
    void anExcerptIsPlainText() {
        assertThat(markdown.plain("# Итоги\n\nЗаявка **640 ₽**\nпри `цели` [700 ₽](/x)\n\n- раз\n- <b>два</b>", 200))
                .isEqualTo("Итоги Заявка 640 ₽ при цели 700 ₽ раз <b>два</b>");
        assertThat(markdown.plain("| а | б |\n|---|---|\n| в | г |", 200)).isEqualTo("а б в г");
    }

    @Test
    void anExcerptIsCutAfterAWord() {
        assertThat(markdown.plain("Рассрочку мы отменили ещё в сентябре", 24)).isEqualTo("Рассрочку мы отменили…");
        assertThat(markdown.plain("Рассрочку", 9)).isEqualTo("Рассрочку");
        assertThat(markdown.plain("Рассрочку", 5)).isEqualTo("Расс…");
        assertThat(markdown.plain("a😀😀😀", 3)).isEqualTo("a…");
        assertThat(markdown.plain("", 3)).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsCut() {
        String html = markdown.html("б".repeat(Markdown.LONGEST + 10));
        assertThat(html).hasSize(Markdown.LONGEST + "<p></p>\n".length()).contains("б…</p>");
    }

    @Test
    void aTemplateWritesMarkupAsItIs() {
        var output = new gg.jte.output.StringOutput();
        markdown.html("*да*", garden).writeTo(output);
        assertThat(output).hasToString("<p><em>да</em></p>\n");
    }

    @Test
    void aTextNestedBeyondSenseIsReadAsText() {
        assertThat(markdown.html("*a **a ".repeat(200) + "a** a* ".repeat(200) + "\n<b>"))
                .contains("*a **a", "&lt;b&gt;")
                .doesNotContain("<em>");
        assertThat(List.of(markdown.html("> ".repeat(1000) + "a").split("<blockquote>")))
                .hasSizeLessThan(30);
    }

    private String html(String source) {
        return markdown.html(source, garden).markup();
    }
}
