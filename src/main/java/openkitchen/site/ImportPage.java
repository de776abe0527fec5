package openkitchen.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.board.ColumnKind;
import openkitchen.bridge.ImportChoices.Who;
import openkitchen.bridge.ImportPlan;
import openkitchen.project.Client;
import openkitchen.project.Discipline;

/**
 * What is asked before a board is brought in.
 *
 * @param typed what somebody chose already, by field
 * @param into name of the project to which the board came before, empty for a new one
 */
public record ImportPage(
        String token,
        ImportPlan plan,
        Map<String, String> typed,
        Set<Discipline> services,
        FieldFaults faults,
        List<Group> people,
        List<Client> clients,
        String into) {

    /** People to choose from, under a heading. */
    public record Group(String name, List<Choice> choices) {}

    public record Choice(String value, String label) {}

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    public String name() {
        String name = plan.board().name();
        return typed("name", name.length() > 200 ? name.substring(0, 200) : name);
    }

    public String kind(ImportPlan.OfList list) {
        return typed("list-" + list.id(), list.kind().code());
    }

    public static ColumnKind[] kinds() {
        return ColumnKind.values();
    }

    /** The chosen value of a member's field. */
    public String who(ImportPlan.OfMember member) {
        return typed("member-" + member.id(), code(member.guess()));
    }

    private static String code(Who who) {
        return switch (who) {
            case Who.Known known -> "person:" + known.person();
            case Who.OfAgency _ -> "agency";
            case Who.OfClient _ -> "client";
            case Who.LeftOut _ -> "nobody";
        };
    }
}
