package openkitchen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownUnderAttackTest {

    private static final Markdown MARKDOWN = new Markdown();
    private static final MarkdownContext EVERYBODY = new MarkdownContext() {
        @Override
        public Optional<Mentioned> mentioned(String handle) {
            return Optional.of(new Mentioned.Person(1, handle));
        }

        @Override
        public Optional<String> cardAddress(int number) {
            return Optional.of("/p/x/cards/" + number);
        }
    };

    @BeforeAll
    static void warmUp() {
        for (int i = 0; i < 20; i++) {
            MARKDOWN.html("# *a* [b](/c) `d` | e |\n- f\n- <g>\n".repeat(100), EVERYBODY);
        }
    }

    @ParameterizedTest
    @MethodSource
    void hostileTextTakesBoundedTimeAndSpace(Hostile text) {
        long start = processorTime();
        String html = MARKDOWN.html(text.source, EVERYBODY).markup();
        long used = processorTime() - start;
        String plain = MARKDOWN.plain(text.source, 200);
        MARKDOWN.mentions(text.source);

        assertThat(Duration.ofNanos(used)).isLessThan(Duration.ofSeconds(1));
        assertThat(html.length()).isLessThan(5_000_000);
        assertThat(plain.length()).isLessThanOrEqualTo(200);
    }

    static Stream<Hostile> hostileTextTakesBoundedTimeAndSpace() {
        return Stream.concat(
                Stream.of(
                                "[",
                                "]",
                                "(",
                                "![",
                                "[]",
                                "[](",
                                "[a](",
                                "![a](",
                                "[a](<b",
                                "[a][",
                                "*",
                                "_",
                                "~",
                                "~~",
                                "**a ",
                                "*a",
                                "a*",
                                "*a **a ",
                                "_a __a ",
                                "a**b ",
                                "~a ",
                                "*a_ ",
                                "`",
                                "`a``",
                                "\\",
                                "&",
                                "&#",
                                "&a",
                                "<",
                                "<a",
                                "<!--",
                                "<!",
                                "<?",
                                "<![CDATA[",
                                "</",
                                "<a href=\"",
                                "<a@b.c",
                                "<http://",
                                ">",
                                "> ",
                                ">a\n",
                                "> > a\n",
                                "- ",
                                "- a\n",
                                "1. ",
                                "1) a\n",
                                "* - + ",
                                "#",
                                "# ",
                                "#1 ",
                                "#1",
                                "@",
                                "@a",
                                "@a ",
                                "@a.",
                                "@a-",
                                "a@",
                                "a@b.",
                                "a@b.c ",
                                "http://",
                                "http://a.b/(",
                                "www.",
                                "www.a.b ",
                                "://",
                                "tel:",
                                "|",
                                "|-",
                                "|a|\n|-|\n",
                                "a|b\n-|-\n",
                                "\n",
                                "\r",
                                "\t",
                                " ",
                                "  \n",
                                "\u0000",
                                "\u00a0",
                                "😀",
                                "\ud83d",
                                "e\u0301",
                                "===\n",
                                "---\n",
                                "***\n",
                                "```\n",
                                "~~~\n",
                                "[a]: b\n",
                                "[a]: <b\n",
                                "[a]: /b '\n",
                                "[a]:\n",
                                "\"",
                                "'",
                                "*_",
                                "*_~~[",
                                "[*",
                                "![[",
                                "a\\\n",
                                "{{")
                        .map(unit -> new Hostile(unit, repeated(unit))),
                Stream.of(
                        new Hostile("quotes, each deeper", deeper("> ")),
                        new Hostile("lists, each deeper", deeper("  ").replaceAll("(?m)$", "- a")),
                        new Hostile("emphasis within emphasis", around("*a **a ", "a** a*")),
                        new Hostile("brackets within brackets", around("[", "]")),
                        new Hostile("links within links", around("[a ", "](/b)")),
                        new Hostile("pictures within pictures", around("![", "](/files/a)")),
                        new Hostile("strikes within strikes", around("~~a ~b ", "b~ a~~")),
                        new Hostile("parentheses in an address", "[a](" + around("(", ")") + ")"),
                        new Hostile("backticks of every length", backticks()),
                        new Hostile(
                                "a wide table",
                                "|a".repeat(5_000) + "\n" + "|-".repeat(5_000) + "\n" + "a\n".repeat(15_000)),
                        new Hostile(
                                "a long table", "|a".repeat(60) + "\n" + "|-".repeat(60) + "\n" + "a\n".repeat(24_000)),
                        new Hostile(
                                "a quoted table",
                                "> " + "|a".repeat(500) + "\n> " + "|-".repeat(500) + "\n" + "> a\n".repeat(12_000)),
                        new Hostile(
                                "one long address, used often",
                                "[x]: /" + "y".repeat(20_000) + "\n\n" + "[x]".repeat(10_000)),
                        new Hostile(
                                "one address with a long title",
                                "[x]: /y '" + "y".repeat(20_000) + "'\n\n" + "[x]".repeat(10_000)),
                        new Hostile(
                                "a long picture, used often",
                                "[x]: /files/" + "y".repeat(1_900) + "\n\n" + "![x]".repeat(10_000)),
                        new Hostile("a long own address", "![x](/files/" + "%20".repeat(16_000) + ")"),
                        new Hostile("a long scheme", "[x](" + "y".repeat(49_000) + ":)"),
                        new Hostile("many definitions", "[a%1$s]: /b\n[a%1$s]\n\n".repeat(3_000)),
                        new Hostile("a long word", "a".repeat(60_000)),
                        new Hostile("a long handle", "@" + "a".repeat(60_000)),
                        new Hostile("a long dotted handle", "@" + "a.".repeat(30_000)),
                        new Hostile("a long e-mail address", "a".repeat(25_000) + "@" + "b.".repeat(12_000)),
                        new Hostile("a long number", "#" + "1".repeat(60_000))));
    }

    /** Whatever comes in, the markup has only our elements, and attributes that run nothing. */
    @Property(tries = 1_000)
    void noInputMakesMarkupOfItsOwn(@ForAll("pieces") String source) {
        String html = MARKDOWN.html(source, EVERYBODY).markup();

        Pattern.compile("<(/?[a-zA-Z][^\\s>/]*)([^>]*)>")
                .matcher(html)
                .results()
                .forEach(tag -> {
                    assertThat(tag.group(1).toLowerCase(Locale.ROOT))
                            .matches(
                                    "/?(p|br|hr|h[3-6]|em|strong|del|code|pre|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|a|img|span)");
                    assertThat(tag.group(2).replaceAll("\"[^\"]*\"", "\"\""))
                            .matches(
                                    "( (href|rel|target|class|src|alt|loading|start|align|data-person|data-role)=\"\")*( /)?");
                });
        Pattern.compile("(?:href|src)=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .forEach(address -> assertThat(address.group(1)
                                .replaceAll("[\\s\\p{Cntrl}]", "")
                                .toLowerCase(Locale.ROOT))
                        .doesNotStartWith("javascript:")
                        .doesNotStartWith("data:")
                        .doesNotStartWith("vbscript:"));
        assertThat(html.replaceAll("<[^>]*>", "")).doesNotContain("<script", "<svg");
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "[",
                        "](",
                        ")",
                        "![",
                        "<",
                        ">",
                        "\"",
                        "'",
                        "`",
                        "```\n",
                        "*",
                        "**",
                        "_",
                        "~~",
                        "|",
                        "\n",
                        "\n\n",
                        "- ",
                        "> ",
                        "# ",
                        "    ",
                        "<script>",
                        "</script>",
                        "<svg/onload=",
                        "<img src=x onerror=",
                        "<!--",
                        "-->",
                        "javascript:",
                        "java\tscript:",
                        "data:text/html,",
                        "&#106;",
                        "&colon;",
                        "&lt;",
                        "&amp;",
                        "&quot;",
                        "\\",
                        "http://a.b/",
                        "//",
                        "/files/",
                        "..",
                        "@darya",
                        "#12",
                        "a@b.ru",
                        "style=",
                        "onclick=",
                        "\u0000",
                        "\u2028",
                        "|---|",
                        "[x]: ",
                        "слово",
                        " ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    record Hostile(String name, String source) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Of this thread alone, so that a busy machine fails no test. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String repeated(String unit) {
        return unit.repeat(Markdown.LONGEST / unit.length());
    }

    private static String around(String open, String close) {
        int times = Markdown.LONGEST / (open.length() + close.length());
        return open.repeat(times) + close.repeat(times);
    }

    private static String deeper(String indent) {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; text.length() + depth * indent.length() + 1 < Markdown.LONGEST; depth++) {
            text.append(indent.repeat(depth)).append('\n');
        }
        return text.toString();
    }

    private static String backticks() {
        StringBuilder text = new StringBuilder();
        for (int length = 1; text.length() + length + 1 < Markdown.LONGEST; length++) {
            text.append("`".repeat(length)).append('a');
        }
        return text.toString();
    }
}
