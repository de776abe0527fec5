package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SplicedTest {

    /** A part of a page, and whether it is kept or made for one page. */
    record Part(String text, boolean kept) {

        Segment segment() {
            return kept ? Segment.kept(text) : Segment.once(text);
        }
    }

    /** {@link GZIPInputStream} refuses a stream whose checksum or length is wrong. */
    @Property(tries = 200)
    void partsSplicedInflateToThePage(@ForAll("pages") List<Part> page) throws IOException {
        MockHttpServletResponse response = sent(page, "gzip, deflate, br");
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        try (GZIPInputStream inflated =
                new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(new String(inflated.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(text(page));
        }
    }

    @Property(tries = 200)
    void whoeverCannotInflateGetsThePagePlain(@ForAll("pages") List<Part> page) throws IOException {
        MockHttpServletResponse response = sent(page, "identity");
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(text(page));
    }

    @Property(tries = 200)
    void aChecksumGoesOnOverTheNextPart(@ForAll("pages") List<Part> page) {
        CRC32 whole = new CRC32();
        int spliced = 0;
        for (Part part : page) {
            whole.update(part.text().getBytes(StandardCharsets.UTF_8));
            spliced = part.segment().crcAfter(spliced);
        }
        assertThat(spliced).isEqualTo((int) whole.getValue());
    }

    /** Where the deflater's output fills its buffer, perhaps to the last byte. */
    @Example
    void partsOfAnyLengthAreWhole() throws IOException {
        for (int length = 16_300; length < 16_420; length++) {
            partsSplicedInflateToThePage(List.of(new Part(noise(length), false), new Part("</html>", true)));
        }
    }

    private static String noise(int length) {
        return new java.util.Random(length)
                .ints(length, 0, 128)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String text(List<Part> page) {
        return String.join("", page.stream().map(Part::text).toList());
    }

    private static MockHttpServletResponse sent(List<Part> page, String accepted) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Encoding", accepted);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new Spliced(page.stream().map(Part::segment).toList()).send(request, response);
        return response;
    }

    @Provide
    Arbitrary<@Size(max = 12) List<Part>> pages() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("абвгдежз ёЁ<>/=\"&\n")
                .withCharRange('a', 'z')
                .withChars('\u2028', '€')
                .ofMaxLength(200);
        Arbitrary<String> texts = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, words),
                net.jqwik.api.Tuple.of(2, words.map(text -> text.repeat(400))),
                net.jqwik.api.Tuple.of(
                        1, Arbitraries.integers().between(0, 70_000).map(SplicedTest::noise)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just("")));
        return net.jqwik.api.Combinators.combine(texts, Arbitraries.of(true, false))
                .as(Part::new)
                .list()
                .ofMaxSize(12);
    }
}
