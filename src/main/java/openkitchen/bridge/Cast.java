package openkitchen.bridge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.bridge.Come.Kind;
import openkitchen.bridge.ImportChoices.Who;
import openkitchen.bridge.trello.TrelloBoard;
import openkitchen.bridge.trello.TrelloMember;
import openkitchen.id.ClientId;
import openkitchen.id.PersonId;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.project.Discipline;
import openkitchen.project.Mate;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import org.jspecify.annotations.Nullable;

/** Who the people of a board are here. Those who come are put on the team; of the others one is made when their name is needed. */
final class Cast {

    private static final String SOMEBODY = "?";

    private final People people;
    private final Team team;
    private final Seat seat;
    private final @Nullable ClientId client;
    private final Come come;
    private final String somebody;
    private final Map<String, TrelloMember> members = new LinkedHashMap<>();
    private final Map<String, PersonId> persons = new HashMap<>();
    private final Set<PersonId> onTeam = new HashSet<>();
    private final List<String> placeholders = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Map<PersonId, String> handles = new HashMap<>();
    private int joined;

    /** @param somebody the name for a writer of whom nothing is known */
    Cast(
            People people,
            Team team,
            Seat seat,
            @Nullable ClientId client,
            Come come,
            TrelloBoard board,
            String somebody) {
        this.people = people;
        this.team = team;
        this.seat = seat;
        this.client = client;
        this.come = come;
        this.somebody = somebody;
        board.members().forEach(member -> members.put(member.id(), member));
        team.of(seat).forEach(this::seated);
    }

    private void seated(Mate mate) {
        onTeam.add(mate.person().id());
        handles.put(mate.person().id(), mate.person().handle());
    }

    /** Puts on the team who is new and comes. */
    void gather(Map<String, Who> choices, Map<String, Who> guesses, Set<Discipline> services) {
        Role usual = services.stream()
                .sorted()
                .findFirst()
                .map(first -> Role.valueOf(first.name()))
                .orElse(Role.DEVELOPMENT);
        for (TrelloMember member : members.values()) {
            if (come.has(Kind.MEMBER, member.id()) || come.has(Kind.LEFT_OUT, member.id())) {
                continue;
            }
            Who chosen = choices.get(member.id());
            Who who = chosen != null ? chosen : guesses.getOrDefault(member.id(), new Who.LeftOut());
            switch (who) {
                case Who.Known(PersonId id) -> join(member, known(id), usual);
                case Who.OfAgency(Role role) ->
                    join(member, added(member, AgencyRole.SPECIALIST, null), role == null ? usual : role);
                case Who.OfClient(Role role) -> {
                    if (client == null) {
                        throw new Invalid("people", "error.no_client");
                    }
                    join(member, added(member, null, client), role == null ? Role.MEMBER : role);
                }
                case Who.LeftOut() -> {
                    come.note(Kind.LEFT_OUT, member.id(), 0);
                    if (!name(member).isEmpty()) {
                        leftOut.add(name(member));
                    }
                }
            }
        }
    }

    private Person known(PersonId id) {
        Person person = people.these(List.of(id)).get(id);
        if (person == null
                || person.left()
                || (person.client() != null && !person.client().equals(client))) {
            throw new Invalid("people", "error.choice");
        }
        return person;
    }

    private Person added(TrelloMember member, @Nullable AgencyRole role, @Nullable ClientId of) {
        Person person = people.one(add(name(member), role, of));
        placeholders.add(person.name());
        return person;
    }

    private PersonId add(String name, @Nullable AgencyRole role, @Nullable ClientId of) {
        String whole = name.isEmpty() ? somebody : name;
        String fit = whole.length() > People.NAME_LIMIT ? whole.substring(0, People.NAME_LIMIT) : whole;
        Viewer viewer = seat.viewer();
        return people.add(new People.Newcomer(
                fit, null, role, of, "", viewer.language(), viewer.zone().getId(), null));
    }

    private void join(TrelloMember member, Person person, Role role) {
        if (onTeam.add(person.id())) {
            Role fit = person.side() == Side.CLIENT
                    ? (role.side() == Side.CLIENT ? role : Role.MEMBER)
                    : person.role() == AgencyRole.SPECIALIST ? role : Role.ACCOUNT;
            team.set(seat, person.id(), EnumSet.of(fit), "");
        }
        handles.put(person.id(), person.handle());
        persons.put(member.id(), person.id());
        come.note(Kind.MEMBER, member.id(), person.id().value());
        if (member.standing() == TrelloMember.Standing.MEMBER || member.standing() == TrelloMember.Standing.INVITED) {
            joined++;
        }
    }

    private static String name(TrelloMember member) {
        return member.shownName().isEmpty() ? member.initials() : member.shownName();
    }

    /** Who did it; null when the board does not tell or knows only an id. */
    @Nullable
    PersonId author(@Nullable String member) {
        if (member == null) {
            return null;
        }
        PersonId known = persons.get(member);
        if (known != null) {
            return known;
        }
        TrelloMember told = members.get(member);
        if (come.has(Kind.MEMBER, member)) {
            known = new PersonId(come.own(Kind.MEMBER, member).getAsLong());
        } else if (told == null || name(told).isEmpty()) {
            return null;
        } else {
            known = departed(member, name(told));
        }
        persons.put(member, known);
        return known;
    }

    /** Somebody who is here by name only, for what they said and did: they cannot sign in, and nobody can choose them. */
    private PersonId departed(String member, String name) {
        PersonId id = add(name, AgencyRole.SPECIALIST, null);
        people.leave(id, seat.viewer().person());
        come.note(Kind.MEMBER, member, id.value());
        return id;
    }

    /** Who said it; somebody when the board does not tell. */
    PersonId speaker(@Nullable String member) {
        PersonId author = author(member);
        if (author != null) {
            return author;
        }
        PersonId nobody = persons.get(SOMEBODY);
        if (nobody == null) {
            nobody = come.has(Kind.MEMBER, SOMEBODY)
                    ? new PersonId(come.own(Kind.MEMBER, SOMEBODY).getAsLong())
                    : departed(SOMEBODY, somebody);
            persons.put(SOMEBODY, nobody);
        }
        return nobody;
    }

    /** The person, if they are on the team. */
    @Nullable
    PersonId mate(@Nullable String member) {
        if (member == null || (!persons.containsKey(member) && !come.has(Kind.MEMBER, member))) {
            return null;
        }
        PersonId person = author(member);
        return person != null && onTeam.contains(person) ? person : null;
    }

    /** What stands for a mention of them, null when they are not on the team. */
    @Nullable
    String mention(TrelloMember member) {
        PersonId mate = mate(member.id());
        String handle = mate == null ? null : handles.get(mate);
        return handle == null ? null : "@" + handle;
    }

    /** The name of a member, empty when nobody knows it. */
    String nameOf(String member) {
        TrelloMember told = members.get(member);
        return told == null ? "" : name(told);
    }

    List<String> placeholders() {
        return placeholders;
    }

    List<String> leftOut() {
        return leftOut;
    }

    int joined() {
        return joined;
    }
}
