package openkitchen.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import openkitchen.store.Uploads;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A large file goes on where it stopped, as scripts send it. */
class ResumingTest extends BrowserTest {

    private static final int SIZE = 18 * (1 << 20) + 5;

    /** Sends the same file as ever; stops by itself after the first piece when it is told to. */
    private static final String SEND = """
            async stopping => {
              const { upload } = await import("/assets/test/js/resume.js")
              const bytes = new Uint8Array(%d)
              for (let i = 0; i < bytes.length; i += 1000) bytes[i] = i %% 251
              const file = new File([bytes], "film.bin", { lastModified: 1 })
              const stop = new AbortController()
              const onProgress = part => { if (stopping && part > 0.5) stop.abort() }
              try {
                return (await upload(file, { onProgress, signal: stop.signal })).token
              } catch (error) {
                return error.name
              }
            }
            """.formatted(SIZE);

    private static List<String> asked(Page page) {
        List<String> asked = new ArrayList<>();
        page.onRequest((Request request) -> {
            if (request.url().contains("/uploads")) {
                asked.add(request.method());
            }
        });
        return asked;
    }

    @Test
    void aLostConnectionIsWaitedOut() {
        Scene scene = scene();
        Guest anna = guest(scene.account, Device.DESK).open(scene.board()).forgive("ERR_INTERNET_DISCONNECTED");
        List<String> asked = asked(anna.page());
        AtomicInteger pieces = new AtomicInteger();
        anna.page().route("**/uploads/*", route -> {
            if (route.request().method().equals("PATCH") && pieces.incrementAndGet() == 2) {
                route.abort("internetdisconnected");
            } else {
                route.resume();
            }
        });
        String token = (String) anna.page().evaluate(SEND, false);
        Assertions.assertEquals(List.of("POST", "PATCH", "PATCH", "HEAD", "PATCH", "PATCH"), asked);
        Assertions.assertEquals(
                SIZE,
                scene.a(Uploads.class).finished(token, scene.account.person()).size());
    }

    @Test
    void theSameFileChosenAgainAfterAReloadGoesOn() {
        Scene scene = scene();
        Guest anna = guest(scene.account, Device.DESK).open(scene.board());
        Assertions.assertEquals("AbortError", anna.page().evaluate(SEND, true));
        anna.page().reload();
        List<String> asked = asked(anna.page());
        String token = (String) anna.page().evaluate(SEND, false);
        Assertions.assertEquals("HEAD", asked.getFirst());
        Assertions.assertFalse(asked.contains("POST"));
        Assertions.assertEquals(
                SIZE,
                scene.a(Uploads.class).finished(token, scene.account.person()).size());
    }
}
