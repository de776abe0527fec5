package openkitchen.talk;

import java.util.List;
import java.util.Set;
import openkitchen.board.Faces;
import openkitchen.id.ClientId;
import openkitchen.id.CommentId;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.OpenTurns;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;

/** A project around whose table everybody sits, with one card on it whose discipline is SEO. */
record Table(
        Kitchen kitchen,
        Projects projects,
        Turns turns,
        Faces faces,
        Seat account,
        Seat seo,
        Seat developer,
        Seat lead,
        Seat owner,
        int card) {

    static Table laid(Kitchen kitchen, Projects projects, Turns turns, Faces faces) {
        Viewer owner = kitchen.owner();
        Viewer manager = kitchen.account();
        ClientId client = kitchen.client(manager);
        Seat account = kitchen.project(manager, client);
        Seat seo = kitchen.join(account, kitchen.specialist(), Role.SEO);
        Seat developer = kitchen.join(account, kitchen.specialist(), Role.DEVELOPMENT);
        Seat lead = kitchen.join(account, kitchen.contact(client), Role.LEAD);
        int card = kitchen.card(account, kitchen.column(account, "Doing"), "Titles of the catalogue");
        return new Table(
                kitchen,
                projects,
                turns,
                faces,
                account,
                seo,
                developer,
                lead,
                projects.seat(owner, account.key()),
                card);
    }

    private OpenTurns waits() {
        return new OpenTurns(turns, faces, account, card);
    }

    List<Turn> open() {
        return waits().all();
    }

    List<Purpose> purposes() {
        return waits().purposes();
    }

    Turn only(Purpose purpose) {
        return waits().only(purpose);
    }

    List<Turn> about(CommentId comment) {
        return turns.openAbout(comment);
    }

    Set<Seat> everybody() {
        return Set.of(account, seo, developer, lead, owner);
    }
}
