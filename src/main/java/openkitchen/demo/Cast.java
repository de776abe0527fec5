package openkitchen.demo;

import java.util.Map;
import java.util.Objects;
import openkitchen.id.ClientId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Viewer;

/** The demo's clients and people as they are in this installation, by the keys that the stories use. */
record Cast(Map<String, ClientId> clients, Map<String, Person> people) {

    boolean has(String who) {
        return people.containsKey(who);
    }

    Person person(String who) {
        return Objects.requireNonNull(people.get(who), () -> "nobody plays " + who);
    }

    Viewer viewer(String who) {
        return People.viewer(person(who));
    }

    ClientId client(String key) {
        return Objects.requireNonNull(clients.get(key), () -> "no client " + key);
    }
}
