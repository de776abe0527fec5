package openkitchen.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody at a browser. Whatever the browser complains of (the console's errors, thrown errors, what the content policy
 * stops, answers of a broken server) is kept, and fails the test in the end unless it was forgiven.
 */
final class Guest {

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> forgiven = new ArrayList<>();

    Guest(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(Browsers.PATIENCE);
        context.onConsoleMessage(this::heard);
        context.onWebError(error -> complaints.add("thrown: " + error.error()));
        context.onResponse(this::answered);
        page = context.newPage();
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
            complaints.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void answered(Response response) {
        if (response.status() >= 500) {
            complaints.add("answer: " + response.status() + " " + response.url());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Says that this test provokes a complaint that holds this text. */
    Guest forgive(String text) {
        forgiven.add(Pattern.compile(Pattern.quote(text)));
        return this;
    }

    List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> forgiven.stream()
                        .noneMatch(pattern -> pattern.matcher(complaint).find()))
                .toList();
    }

    Guest open(String path) {
        page.navigate(path);
        return this;
    }

    /** Opens a board and waits until it hears of changes. */
    Guest openLive(String path) {
        page.waitForResponse(response -> response.url().contains("/live"), () -> page.navigate(path));
        return this;
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    Locator face(int card) {
        return page.locator("#card-" + card);
    }

    Locator sheet() {
        return page.locator("#card-sheet");
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** What has the focus, named by its id or its text. */
    String focus() {
        return (String) page.evaluate("""
                () => { const it = document.activeElement
                        return !it || it === document.body ? "nothing" : it.closest(".face-card")?.id || it.id || it.getAttribute("name") || it.textContent.trim() }
                """);
    }
}
