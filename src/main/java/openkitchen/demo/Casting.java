package openkitchen.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import openkitchen.id.ClientId;
import openkitchen.id.PersonId;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.SignIn;
import openkitchen.project.Clients;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the demo's people into the installation. */
@Component
class Casting {

    private final JdbcClient sql;
    private final People people;
    private final SignIn signIn;
    private final Clients clients;

    Casting(JdbcClient sql, People people, SignIn signIn, Clients clients) {
        this.sql = sql;
        this.people = people;
        this.signIn = signIn;
        this.clients = clients;
    }

    Cast admit(Playbill bill, String password) {
        boolean owned = people.owned();
        Map<String, Person> cast = new LinkedHashMap<>();
        Map<String, ClientId> served = new LinkedHashMap<>();
        bill.people().forEach((key, part) -> {
            ClientId client = part.client() == null ? null : client(bill, part.client(), cast, served);
            boolean head = part.agencyRole() == AgencyRole.OWNER;
            // Where somebody real is the owner, the demo's head may not be one too: everybody knows the password.
            AgencyRole role = head && owned ? AgencyRole.ACCOUNT : part.agencyRole();
            People.Newcomer newcomer = newcomer(part, role, client);
            Person person = head && !owned
                    ? signIn.setUp(signIn.setUpLink(), bill.agency(), newcomer)
                    : people.one(people.add(newcomer));
            remember(cast.size(), person.id(), part);
            cast.put(key, person);
        });
        people.sharePassword(cast.values().stream().map(Person::id).toList(), password);
        return new Cast(served, cast);
    }

    private ClientId client(Playbill bill, String key, Map<String, Person> cast, Map<String, ClientId> served) {
        Person head = cast.values().iterator().next();
        return served.computeIfAbsent(
                key,
                fresh -> clients.add(
                        People.viewer(head),
                        Objects.requireNonNull(bill.clients().get(fresh))));
    }

    private static People.Newcomer newcomer(Playbill.Part part, @Nullable AgencyRole role, @Nullable ClientId client) {
        return new People.Newcomer(
                part.name(), part.email(), role, client, part.title(), part.speaks(), part.timeZone(), null);
    }

    private void remember(int place, PersonId person, Playbill.Part part) {
        sql.sql("insert into demo_person (person_id, place, what_ru, what_en) values (?, ?, ?, ?)")
                .params(person.value(), place, part.ru(), part.en())
                .update();
    }
}
