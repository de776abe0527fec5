package openkitchen.material;

import java.util.List;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.board.Faces;
import openkitchen.id.ClientId;
import openkitchen.id.MaterialId;
import openkitchen.people.Viewer;
import openkitchen.project.Discipline;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.OpenTurns;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;

/** A project with a launch card, around which everybody sits: two decision makers of the client, too. */
record Table(
        Turns turns,
        Faces faces,
        Materials materials,
        Versions versions,
        Approvals approvals,
        Seat account,
        Seat ppc,
        Seat lead,
        Seat other,
        Seat member,
        int card) {

    static Table laid(
            Kitchen kitchen,
            Turns turns,
            Faces faces,
            Cards cards,
            Materials materials,
            Versions versions,
            Approvals approvals) {
        Viewer manager = kitchen.account();
        ClientId client = kitchen.client(manager);
        Seat account = kitchen.project(manager, client);
        Seat ppc = kitchen.join(account, kitchen.specialist(), Role.PPC);
        Seat lead = kitchen.join(account, kitchen.contact(client), Role.LEAD);
        Seat other = kitchen.join(account, kitchen.contact(client), Role.LEAD);
        Seat member = kitchen.join(account, kitchen.contact(client), Role.MEMBER);
        int card = cards.add(
                        account,
                        new Cards.NewCard(
                                kitchen.column(account, "Doing"),
                                "Search ads",
                                "",
                                CardKind.LAUNCH,
                                Discipline.PPC,
                                false))
                .number();
        return new Table(turns, faces, materials, versions, approvals, account, ppc, lead, other, member, card);
    }

    MaterialId text(String name, String body) {
        return materials.add(ppc, card, name, new Content.Text(body), "").material();
    }

    /** The material in its newest version. */
    Approvals.Seen seen(MaterialId material) {
        return new Approvals.Seen(material, versions.material(account, material).versions());
    }

    private OpenTurns waits() {
        return new OpenTurns(turns, faces, account, card);
    }

    List<Purpose> purposes() {
        return waits().purposes();
    }

    List<Turn> open() {
        return waits().all();
    }
}
