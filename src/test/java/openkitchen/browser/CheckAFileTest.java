package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import openkitchen.id.FileId;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import openkitchen.store.Files;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SHA-256 of files is made in the browser, and asked about; the files stay where they are. */
class CheckAFileTest extends BrowserTest {

    private static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "application/octet-stream", bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void aFileIsKnownByWhatIsInIt() {
        Scene scene = scene();
        int card = scene.add(scene.doing, "Ads");
        byte[] bytes = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);
        FileId kept = scene.a(Files.class)
                .keep(new ByteArrayInputStream(bytes), "list.csv", scene.account.person())
                .id();
        scene.a(Materials.class).add(scene.seat(), card, "Ad list", new Content.Files(List.of(kept)), "");
        Guest emma = guest(scene.lead, Device.DESK);
        emma.open(scene.board() + "/check");
        emma.at("input[type=file]").setInputFiles(new FilePayload[] {
            file("copy.csv", bytes), file("list.csv", "a;b\n1;3\n".getBytes(StandardCharsets.UTF_8))
        });
        assertThat(emma.at(".checks-made > li")).hasCount(2);
        assertThat(emma.at(".checks-made > li:has-text('copy.csv')")).containsText("This is version 1 of “Ad list”");
        assertThat(emma.at(".checks-made > li:has-text('copy.csv')")).containsText(sha256(bytes));
        assertThat(emma.at(".checks-made .answer[data-state=unknown]"))
                .containsText("A file of the same name is in version 1");
    }

    /** Vectors of NIST, every length around the edges of a block, and pieces of any size. */
    @Test
    void theHashIsRightWhateverTheLength() {
        Guest emma = guest(scene().lead, Device.DESK);
        emma.open("/projects");
        Random dice = new Random(11);
        byte[] bytes = new byte[1200];
        dice.nextBytes(bytes);
        Object made = emma.page().evaluate("""
                async ([numbers, lengths]) => {
                  const at = document.querySelector("script[type=module][src]").src.replace("kitchen.js", "sha256.js")
                  const { Sha256, sha256 } = await import(at)
                  const bytes = Uint8Array.from(numbers)
                  const text = words => new Sha256().update(new TextEncoder().encode(words)).hex()
                  const many = new Sha256()
                  for (let i = 0; i < 1000; i++) many.update(new TextEncoder().encode("a".repeat(1000)))
                  const pieces = lengths.map(length => {
                    const hash = new Sha256()
                    for (let from = 0, step = 1; from < length; from += step, step = step * 7 % 131 + 1) hash.update(bytes.subarray(from, Math.min(length, from + step)))
                    return hash.hex()
                  })
                  return [text("abc"), text(""), text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), many.hex(),
                    await sha256(new Blob([bytes])), ...pieces]
                }
                """, List.of(numbers(bytes), lengths()));
        List<String> wanted = new java.util.ArrayList<>(List.of(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
                sha256(bytes)));
        lengths().forEach(length -> wanted.add(sha256(java.util.Arrays.copyOf(bytes, length))));
        Assertions.assertEquals(wanted, made);
    }

    private static List<Integer> numbers(byte[] bytes) {
        return java.util.stream.IntStream.range(0, bytes.length)
                .mapToObj(i -> bytes[i] & 0xff)
                .toList();
    }

    private static List<Integer> lengths() {
        return List.of(0, 1, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 127, 128, 129, 1000, 1199);
    }

    @Test
    void countingAGigabyteCanBeStopped(@TempDir Path folder) throws IOException {
        Path film = folder.resolve("film.mov");
        try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        Scene scene = scene();
        Guest anna = guest(scene.account, Device.PHONE);
        anna.open(scene.board() + "/check");
        anna.at("input[type=file]").setInputFiles(film);
        anna.at(".checks-made > li progress").waitFor();
        anna.at(".checks-made > li button").click();
        assertThat(anna.at(".checks-made > li")).hasCount(0);
        anna.at("input[type=file]").setInputFiles(file("small.csv", new byte[] {97, 98, 99}));
        assertThat(anna.at(".checks-made code"))
                .hasText("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
