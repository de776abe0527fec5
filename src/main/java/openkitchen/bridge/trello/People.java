package openkitchen.bridge.trello;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.bridge.trello.Actions.Action;
import openkitchen.bridge.trello.TrelloMember.Role;
import openkitchen.bridge.trello.TrelloMember.Standing;
import org.jspecify.annotations.Nullable;

/** Who is on the board, and who occurs in it without being on it (any more). */
final class People {

    private final Map<String, TrelloMember> members = new LinkedHashMap<>();
    private final Map<String, TrelloMember> others = new LinkedHashMap<>();

    People(Node board, List<Action> actions) {
        Map<String, Node> memberships = new LinkedHashMap<>();
        for (Node membership : board.objects("memberships")) {
            memberships.putIfAbsent(membership.text("idMember"), membership);
        }
        for (Node member : board.objects("members")) {
            if (!member.id().isEmpty()) {
                boolean ghost = member.text("memberType").equals("ghost");
                Node membership = memberships.getOrDefault(member.id(), Node.NOTHING);
                members.putIfAbsent(
                        member.id(), member(member, ghost ? Standing.INVITED : Standing.MEMBER, membership));
            }
        }
        for (Action action : actions) {
            meet(action.node().object("memberCreator"));
            meet(action.node().object("member"));
        }
    }

    /** The board's members, then the others that occur, unknown ones as placeholders. */
    List<TrelloMember> all(Set<String> occurring) {
        List<TrelloMember> all = new ArrayList<>(members.values());
        for (String id : occurring) {
            if (!members.containsKey(id)) {
                TrelloMember other = others.get(id);
                all.add(other != null ? other : new TrelloMember(id, null, "", "", Standing.UNKNOWN, null, false));
            }
        }
        return all;
    }

    /** The name to show for this id, empty when it is not known. */
    String name(String id) {
        TrelloMember member = members.getOrDefault(id, others.get(id));
        return member == null ? "" : member.shownName();
    }

    private void meet(Node somebody) {
        if (!somebody.id().isEmpty()) {
            others.putIfAbsent(somebody.id(), member(somebody, Standing.FORMER, Node.NOTHING));
        }
    }

    private static TrelloMember member(Node node, Standing standing, Node membership) {
        return new TrelloMember(
                node.id(),
                node.textOrNull("username"),
                TrelloText.line(shown(node, "fullName")),
                TrelloText.line(shown(node, "initials")),
                standing,
                role(membership.text("memberType")),
                membership.isTrue("deactivated"));
    }

    /** Members may show another name to those outside; the board's own members see this one. */
    private static String shown(Node node, String key) {
        String own = node.object("nonPublic").text(key);
        return own.isEmpty() ? node.text(key) : own;
    }

    private static @Nullable Role role(String memberType) {
        return switch (memberType) {
            case "admin" -> Role.ADMIN;
            case "normal" -> Role.NORMAL;
            case "observer" -> Role.OBSERVER;
            default -> null;
        };
    }
}
