package openkitchen.demo;

import openkitchen.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What {@code --demo} does: opens the demo in an installation that nobody owns yet. The greeting says how to sign in. */
@Component
@ConditionalOnBooleanProperty("openkitchen.demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
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
        if (!people.owned()) {
            LOG.info("Opening the demo agency … / Открываем демо …");
            demo.open();
        }
        LOG.info(demo.people().isEmpty() ? ELSEWHERE : CAUTION);
    }

    private static final String CAUTION = """
            This is a demo: everybody in it has the same password, which anybody may read. Keep it off the internet.
              Это демо: у всех в нём один пароль, и его видит каждый. Не выставляйте его в интернет.""";

    private static final String ELSEWHERE = """
            --demo was left out, for this installation has an owner. Give the demo a folder of its own: --data demo
              Демо не открыто: у этой установки уже есть владелец. Дайте демо отдельную папку: --data demo""";
}
