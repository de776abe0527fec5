package openkitchen.browser;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import openkitchen.bridge.mail.PostOffice;
import openkitchen.demo.Demo;
import openkitchen.demo.DemoPerson;
import openkitchen.people.People;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.test.Hands;
import openkitchen.test.TurnedByHand;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.Import;

/** What ways through the demo share: its people, who come from Moscow, a clock that is turned by hand, and a real mail server. */
@Import(TurnedByHand.class)
abstract class DemoWay extends BrowserTest {

    static final String SERGEY = "naumov@lesnaya-versta.example";
    static final String OLGA = "olga@klest.example";

    Hands hands;
    private List<DemoPerson> cast;
    private final List<Guest> here = new ArrayList<>();

    abstract PostOffice post();

    @BeforeEach
    void openTheDemo() {
        hands = kitchen.getBean(Hands.class);
        hands.toTuesday();
        cast = kitchen.getBean(Demo.class).open();
        post().round(kitchen);
    }

    /** Everybody's clock is turned with the kitchen's. */
    void turnTo(String time) {
        hands.to(time);
        here.forEach(guest -> guest.page().clock().setSystemTime(Date.from(hands.instant())));
    }

    /** Somebody who is not signed in. */
    Guest somebody(Device device) {
        Guest guest = stranger(device, options -> options.setLocale("ru-RU").setTimezoneId("Europe/Moscow"));
        guest.page().clock().setSystemTime(Date.from(hands.instant()));
        here.add(guest);
        return guest;
    }

    Guest come(String email, Device device) {
        Guest guest = somebody(device);
        guest.open("/sign-in");
        guest.at("#email").fill(email);
        guest.at("#password").fill(cast.getFirst().password());
        guest.at("form.panel .button").first().click();
        guest.page().waitForURL(Pattern.compile("^(?!.*/sign-in).*$"));
        return guest;
    }

    Seat seat(String email) {
        DemoPerson person = cast.stream()
                .filter(each -> each.email().equals(email))
                .findFirst()
                .orElseThrow();
        return kitchen.getBean(Projects.class)
                .seat(People.viewer(kitchen.getBean(People.class).one(person.id())), "versta");
    }
}
