package openkitchen.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import openkitchen.people.People;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What browser tests share: people who come with a browser of their own and leave after the test. */
@KitchenTest
abstract class BrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    private final List<Guest> guests = new ArrayList<>();

    /** What everybody saw when a test failed lies under {@code target/browser}. */
    @RegisterExtension
    final AfterTestExecutionCallback camera = test -> {
        if (test.getExecutionException().isPresent()) {
            String name = test.getRequiredTestMethod().getName();
            for (int i = 0; i < guests.size(); i++) {
                guests.get(i)
                        .page()
                        .screenshot(new Page.ScreenshotOptions()
                                .setPath(Path.of("target", "browser", name + "-" + i + ".png")));
            }
        }
    };

    @AfterEach
    void nobodyHadAnythingToComplainOf() {
        List<String> complaints =
                guests.stream().flatMap(guest -> guest.complaints().stream()).toList();
        guests.forEach(guest -> guest.context().close());
        Assertions.assertEquals(List.of(), complaints);
    }

    Scene scene() {
        return new Scene(kitchen);
    }

    Guest guest(Viewer person, Device device) {
        return guest(person, device, options -> {});
    }

    /** Somebody who is signed in already. */
    Guest guest(Viewer person, Device device, Consumer<Browser.NewContextOptions> wishes) {
        Guest guest = stranger(device, wishes);
        String token = kitchen.getBean(Sessions.class)
                .open(person.person(), device.name(), "127.0.0.1")
                .token();
        guest.context()
                .addCookies(
                        List.of(new Cookie("kitchen", token).setUrl(address()).setHttpOnly(true)));
        return guest;
    }

    Guest stranger(Device device, Consumer<Browser.NewContextOptions> wishes) {
        Browser.NewContextOptions options = device.options().setBaseURL(address());
        wishes.accept(options);
        BrowserContext context = Browsers.one().newContext(options);
        Guest guest = new Guest(context);
        guests.add(guest);
        return guest;
    }

    /** The same person as {@code People} knows them now. */
    Viewer again(Viewer person) {
        People people = kitchen.getBean(People.class);
        return People.viewer(people.one(person.person()));
    }

    String address() {
        return "http://localhost:" + port;
    }
}
