package openkitchen.site;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.board.Column;
import openkitchen.board.Face;
import openkitchen.board.Label;
import openkitchen.board.Wait;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.project.Discipline;
import openkitchen.project.Mate;
import openkitchen.project.Project;
import openkitchen.project.Role;
import openkitchen.text.Words;

/** What templates of a board's pieces need to know beside the piece itself. Nothing in it depends on who looks. */
public record BoardView(
        Project project,
        Words words,
        List<Column> columns,
        Map<LabelId, Label> labels,
        Map<PersonId, Person> people,
        Set<Discipline> disciplines,
        Assets assets) {

    static Map<LabelId, Label> byId(Collection<Label> labels) {
        return labels.stream()
                .collect(Collectors.toMap(Label::id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /** The same with these people known. */
    BoardView with(Map<PersonId, Person> known) {
        return new BoardView(project, words, columns, labels, known, disciplines, assets);
    }

    public String path() {
        return "/p/" + project.key();
    }

    public String say(String key, Object... values) {
        return words.say(key, values);
    }

    public String icon(String name) {
        return assets.at("icons.svg") + "#i-" + name;
    }

    public List<Mate> team() {
        return project.team();
    }

    /** The agency's roles that somebody has here, but for the account's. */
    public List<Role> roles() {
        return team().stream()
                .filter(mate -> !mate.person().left())
                .flatMap(mate -> mate.roles().stream())
                .filter(role -> role.side() == Side.AGENCY && role != Role.ACCOUNT)
                .distinct()
                .sorted()
                .toList();
    }

    public List<Label> labels(Face face) {
        return face.labels().stream().map(labels::get).filter(Objects::nonNull).toList();
    }

    public List<Person> people(Face face) {
        return face.people().stream().map(people::get).filter(Objects::nonNull).toList();
    }

    public String names(Face face) {
        return people(face).stream().map(Person::name).collect(Collectors.joining(", "));
    }

    /** "SEO", or for a card without a discipline what kind of card it is. */
    public String what(Face face) {
        Discipline discipline = face.discipline();
        String kind = face.kind() == openkitchen.board.CardKind.TASK && discipline != null
                ? say("discipline." + discipline.code())
                : say("card.kind." + face.kind().code());
        if (face.affects().isEmpty()) {
            return kind + " · #" + face.number();
        }
        return kind + " · #" + face.number() + " · "
                + say(
                        "card.affects",
                        "what",
                        face.affects().stream()
                                .map(each -> say("discipline." + each.code()))
                                .collect(Collectors.joining(", ")));
    }

    /** How many remarks a face shows, and whether they hold the card back. */
    public String remarks(Face face) {
        String open = say("count.open_remarks", "count", face.remarks());
        return face.mustFix() == 0 ? open : open + ", " + say("count.must_fix", "count", face.mustFix());
    }

    /** Who is waited for, in a word: a first name, a role, or the side. */
    public String whom(Wait wait) {
        PersonId person = wait.person();
        Person known = person == null ? null : people.get(person);
        if (known != null) {
            return Initials.first(known.name());
        }
        String role = wait.role();
        return say("turn.who." + (role == null ? wait.side().code() : role));
    }

    /** A turn in words that hold at any time and in any zone, for readers without scripts; those say when, too. */
    public String waits(Wait wait) {
        String who = whom(wait);
        if (wait.paused() != null) {
            return say("turn.paused." + wait.paused(), "who", who);
        }
        if (wait.due() != null) {
            return say("turn.does", "who", who, "what", wait.purpose());
        }
        String side = say("turn.waiting." + wait.side().code());
        return wait.person() == null && wait.role() == null ? side : side + " · " + who;
    }

    /** What somebody is on this project, in words; empty for whoever is no longer on it. */
    public String duty(Person person) {
        return team().stream()
                .filter(mate -> mate.person().id().equals(person.id()))
                .findFirst()
                .map(mate -> Mentionables.what(words, mate))
                .orElse("");
    }

    public static String ids(Collection<?> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
