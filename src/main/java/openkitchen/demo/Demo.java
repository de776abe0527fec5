package openkitchen.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.id.PersonId;
import openkitchen.people.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The demo agency. Everybody of it shares one password that is shown to whoever looks around, so an installation with a demo
 * must not be put on the internet.
 */
@Component
public class Demo {

    private static final List<String> WORDS = List.of(
            "amber", "anchor", "apricot", "barley", "basil", "beacon", "birch", "bramble", "canvas", "cedar", "cherry",
            "cinder", "clover", "copper", "cotton", "ember", "fennel", "garnet", "ginger", "harbour", "hazel", "heron",
            "juniper", "kettle", "lantern", "linden", "marble", "meadow", "nutmeg", "orchard", "paprika", "pebble",
            "pepper", "saffron", "sparrow", "thistle", "timber", "velvet", "walnut", "willow");

    private final JdbcClient sql;
    private final Clock clock;
    private final Casting casting;
    private final Theatre theatre;
    private final RandomGenerator dice = new SecureRandom();

    Demo(JdbcClient sql, Clock clock, Casting casting, Theatre theatre) {
        this.sql = sql;
        this.clock = clock;
        this.casting = casting;
        this.theatre = theatre;
    }

    /**
     * Opens the demo: people, clients, projects and their past, all of it or nothing. When nobody owns the installation yet,
     * the demo's head does from now on and the agency bears the demo's name; otherwise owner and name stay, and the owner sees
     * the demo's projects as all others. A second time it does nothing.
     *
     * @return everybody of the demo, as {@link #people()}
     */
    @Transactional
    public List<DemoPerson> open() {
        String password = password();
        int opened = sql.sql("insert into demo (password, opened_at) values (?, ?) on conflict do nothing")
                .params(password, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (opened == 1) {
            List<Theatre.Prepared> stories = theatre.prepare();
            Playbill bill = Playbill.read();
            Cast cast = casting.admit(bill, password);
            theatre.play(stories, bill, cast, clock.instant());
        }
        return people();
    }

    private String password() {
        return Stream.generate(() -> WORDS.get(dice.nextInt(WORDS.size())))
                .distinct()
                .limit(3)
                .collect(Collectors.joining("-", "", "-" + dice.nextInt(10, 100)));
    }

    /** Everybody of the demo, the agency's people first; nobody when it was never opened here. */
    public List<DemoPerson> people() {
        return sql.sql("""
                        select p.id, p.name, p.email, p.client_id, d.password, dp.what_ru, dp.what_en
                          from demo_person dp join person p on p.id = dp.person_id cross join demo d
                         order by dp.place
                        """)
                .query((row, index) -> new DemoPerson(
                        new PersonId(row.getLong("id")),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("password"),
                        row.getString("what_ru"),
                        row.getString("what_en"),
                        row.getObject("client_id") == null ? Side.AGENCY : Side.CLIENT))
                .list();
    }
}
