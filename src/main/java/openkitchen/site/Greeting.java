package openkitchen.site;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openkitchen.people.People;
import openkitchen.people.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says at the console where the kitchen is open, and how to get in when nobody is in yet. */
@Component
class Greeting {

    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    private final Environment environment;
    private final OwnAddress address;
    private final People people;
    private final SignIn signIn;
    private final ObjectProvider<DemoOffer> demo;
    private final boolean withDemo;

    Greeting(
            Environment environment,
            OwnAddress address,
            People people,
            SignIn signIn,
            ObjectProvider<DemoOffer> demo,
            @Value("${openkitchen.demo:false}") boolean withDemo) {
        this.environment = environment;
        this.address = address;
        this.people = people;
        this.signIn = signIn;
        this.demo = demo;
        this.withDemo = withDemo;
    }

    /** Last of all, so that a demo is there. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void open(ApplicationReadyEvent ready) {
        String port = environment.getProperty("local.server.port", "8080");
        LOG.info("Open Kitchen is open at http://localhost:{} ({}){}", port, taken(ready), more(address.onPort(port)));
    }

    private static String taken(ApplicationReadyEvent ready) {
        Duration taken = Optional.ofNullable(ready.getTimeTaken()).orElse(Duration.ZERO);
        return "%.1f s".formatted(taken.toMillis() / 1000.0);
    }

    private String more(String base) {
        List<DemoOffer.Guest> guests = Optional.ofNullable(demo.getIfAvailable())
                .map(DemoOffer::people)
                .orElse(List.of());
        if (withDemo && !guests.isEmpty()) {
            return guestList(guests);
        }
        if (withDemo || people.owned()) {
            return "";
        }
        return """


                  Nobody owns it yet. Open this link once to make it yours:

                    %s/setup?token=%s

                  It works for a week, or until the next start, which prints a new one.
                """.formatted(base, signIn.setUpLink().token());
    }

    private static String guestList(List<DemoOffer.Guest> guests) {
        int name = widest(guests.stream().map(DemoOffer.Guest::name).toList());
        int email = widest(guests.stream().map(DemoOffer.Guest::email).toList());
        int password = widest(guests.stream().map(DemoOffer.Guest::password).toList());
        String row = "    %-" + name + "s  %-" + email + "s  %-" + password + "s  %s%n";
        StringBuilder list = new StringBuilder("\n\n  A demo agency is open. Sign in as anybody:\n\n");
        guests.forEach(guest -> list.append(row.formatted(
                guest.name(), guest.email(), guest.password(), guest.placeRu() + " / " + guest.placeEn())));
        return list.toString();
    }

    private static int widest(List<String> column) {
        return column.stream().mapToInt(String::length).max().orElse(1);
    }
}
