package openkitchen.site;

import java.util.List;
import openkitchen.demo.Demo;
import openkitchen.demo.DemoPerson;
import org.springframework.stereotype.Component;

/** The demo agency as the pages offer it. */
@Component
class DemoAtTheDoor implements DemoOffer {

    private final Demo demo;

    DemoAtTheDoor(Demo demo) {
        this.demo = demo;
    }

    @Override
    public boolean open() {
        boolean there = !demo.people().isEmpty();
        demo.open();
        return !there;
    }

    @Override
    public List<Guest> people() {
        return demo.people().stream().map(DemoAtTheDoor::guest).toList();
    }

    private static Guest guest(DemoPerson person) {
        return new Guest(
                person.name(), person.email(), person.password(), person.whatRu(), person.whatEn(), person.side());
    }
}
