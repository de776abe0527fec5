package openkitchen.window;

import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;
import openkitchen.problem.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may set when somebody answers: they themselves, and the agency's owner and accounts. */
@Component
class Keepers {

    private final JdbcClient sql;
    private final People people;

    Keepers(JdbcClient sql, People people) {
        this.sql = sql;
        this.people = people;
    }

    /**
     * Lets the viewer see and set when that person answers.
     *
     * @throws NotFound for whoever is not the agency's or has left, and for a viewer of a client
     * @throws Forbidden when another's are not the viewer's to set
     */
    void mustKeep(Viewer viewer, PersonId person) {
        mustBelong(viewer);
        Person whom = people.one(person);
        if (whom.side() != Side.AGENCY || whom.left()) {
            throw new NotFound();
        }
        if (!viewer.leads() && !viewer.person().equals(person)) {
            throw new Forbidden("error.only_leads");
        }
    }

    /** As {@link #mustKeep}; and makes changes of one person's settings one after another until the transaction ends. */
    void mustChange(Viewer viewer, PersonId person) {
        mustKeep(viewer, person);
        sql.sql("select id from person where id = ? for no key update")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    /** @throws NotFound for a viewer of a client */
    void mustBelong(Viewer viewer) {
        if (viewer.side() != Side.AGENCY) {
            throw new NotFound();
        }
    }

    /**
     * @throws NotFound for a viewer of a client
     * @throws Forbidden for others than owners and accounts
     */
    void mustLead(Viewer viewer) {
        mustBelong(viewer);
        if (!viewer.leads()) {
            throw new Forbidden("error.only_leads");
        }
    }
}
