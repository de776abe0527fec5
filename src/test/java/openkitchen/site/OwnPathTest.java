package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                " /projects",
                "/p a",
                "javascript:alert(1)",
                "projects",
                "/p/%zz",
                "/p|x"
            })
    void whatIsNoPageOfOursLeadsHome(String wanted) {
        assertThat(OwnPath.of(wanted)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/projects", "/p/garden/cards/12?text=a%20b#comment-3"})
    void aPageOfOursIsKept(String wanted) {
        assertThat(OwnPath.of(wanted)).isEqualTo(wanted);
    }

    @Test
    void whatIsNotLatinIsSpelledOut() {
        assertThat(OwnPath.of("/search?q=сад")).isEqualTo("/search?q=%D1%81%D0%B0%D0%B4");
    }

    @Test
    void whatIsVeryLongLeadsHome() {
        assertThat(OwnPath.of("/" + "a".repeat(3000))).isEqualTo("/");
    }
}
