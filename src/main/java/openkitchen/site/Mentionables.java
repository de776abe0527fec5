package openkitchen.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openkitchen.people.Side;
import openkitchen.project.Mate;
import openkitchen.project.Role;
import openkitchen.text.MarkdownContext;
import openkitchen.text.Words;
import org.springframework.stereotype.Component;

/** Whom one can call in a text: the team's people, its roles, and the whole team. */
@Component
class Mentionables {

    private record Mentionable(String handle, String name, String what, String side) {}

    /** As scripts want it, to offer after an @. */
    String json(BoardView board) {
        List<Mentionable> all = new ArrayList<>();
        for (Mate mate : board.team()) {
            all.add(new Mentionable(
                    mate.person().handle(),
                    mate.person().name(),
                    what(board.words(), mate),
                    mate.side().code()));
        }
        for (Role role : roles(board)) {
            all.add(new Mentionable(
                    role.code(),
                    board.say(role(role)),
                    board.say("mention.role"),
                    role.side().code()));
        }
        all.add(new Mentionable("team", board.say("mention.team"), board.say("mention.all"), Side.AGENCY.code()));
        return PageWords.inPage(all);
    }

    private static List<Role> roles(BoardView board) {
        return board.team().stream()
                .flatMap(mate -> mate.roles().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What somebody is on the project, in words. */
    static String what(Words words, Mate mate) {
        if (!mate.duty().isBlank()) {
            return mate.duty();
        }
        return what(words, mate.roles());
    }

    static String what(Words words, Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> words.say(role(role)))
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT)
                .replace("seo", "SEO")
                .replace("ppc", "PPC");
    }

    static String role(Role role) {
        return switch (role) {
            case ACCOUNT, LEAD, MEMBER -> "role." + role.code();
            case SEO, PPC, SOCIAL, DEVELOPMENT, DESIGN, ANALYTICS, COPYWRITING -> "discipline." + role.code();
        };
    }

    /** What {@code @handle} and {@code #12} mean in this project's texts. */
    MarkdownContext context(BoardView board) {
        Map<String, Mate> byHandle = board.team().stream()
                .collect(Collectors.toMap(mate -> mate.person().handle(), mate -> mate, (a, b) -> a));
        return new MarkdownContext() {
            @Override
            public Optional<Mentioned> mentioned(String handle) {
                Mate mate = byHandle.get(handle);
                if (mate != null) {
                    return Optional.of(new Mentioned.Person(
                            mate.person().id().value(),
                            Initials.first(mate.person().name())));
                }
                if (handle.equals("team")) {
                    return Optional.of(new Mentioned.Role("team", board.say("mention.team")));
                }
                return Role.find(handle).map(role -> new Mentioned.Role(role.code(), board.say(role(role))));
            }

            @Override
            public Optional<String> cardAddress(int number) {
                return Optional.of(board.path() + "/cards/" + number);
            }
        };
    }
}
