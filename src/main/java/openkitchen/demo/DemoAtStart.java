package openkitchen.demo;

import java.util.List;
import openkitchen.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What {@code --demo} does: opens the demo in a fresh installation, and says at every start how to sign in. */
@Component
@ConditionalOnBooleanProperty("openkitchen.demo")
@Order(Ordered.HIGHEST_PRECEDENCE) // before anybody offers a set-up link
class DemoAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAtStart.class);

    private final Demo demo;
    private final People people;

    DemoAtStart(Demo demo, People people) {
        this.demo = demo;
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<DemoPerson> cast = people.owned() ? demo.people() : demo.open();
        LOG.info(cast.isEmpty() ? NOT_HERE : list(cast));
    }

    private static final String NOT_HERE = """
            --demo was left out: this installation has an owner already. For the demo start with a folder of its own: --data demo
                  --demo не открыто: у этой установки уже есть владелец. Для демо возьмите отдельную папку: --data demo""";

    private static String list(List<DemoPerson> cast) {
        StringBuilder list = new StringBuilder("""
                This is a demo: everybody in it signs in with the same password. Do not put it on the internet.
                      Это демо: у всех в нём один пароль. Не выставляйте его в интернет.

                          password / пароль: %s

                """.formatted(cast.getFirst().password()));
        cast.forEach(person -> list.append("          %-36s %s — %s / %s%n"
                .formatted(person.email(), person.name(), person.whatRu(), person.whatEn())));
        return list.toString();
    }
}
