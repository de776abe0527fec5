package openkitchen.notice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.people.Side;
import openkitchen.project.Mate;
import openkitchen.project.Role;
import openkitchen.turn.Turn;

/**
 * Who may be told anything of a project now: its team, and the agency's owners; where the project is not live, its account alone.
 *
 * @param team without those who have left
 * @param responsible for the cards that are spoken of
 * @param authors of the comments that are spoken of
 * @param open what is still waited for about these comments
 */
record Ground(
        boolean live,
        List<Mate> team,
        Set<PersonId> owners,
        Map<CardId, List<PersonId>> responsible,
        Map<CommentId, PersonId> authors,
        Map<CommentId, List<Turn>> open) {

    boolean mayTell(PersonId person) {
        boolean onTeam = team.stream().anyMatch(mate -> mate.person().id().equals(person));
        return live ? onTeam || owners.contains(person) : accounts().contains(person);
    }

    /** The project's accounts; the owners where it has none. */
    Set<PersonId> accounts() {
        Set<PersonId> accounts = with(mate -> mate.roles().contains(Role.ACCOUNT));
        return accounts.isEmpty() ? owners : accounts;
    }

    /** Those who decide for the client. */
    Set<PersonId> leads() {
        return with(mate -> mate.roles().contains(Role.LEAD));
    }

    /** Whom a mention calls: a person, those of a role, or a whole side. */
    Set<PersonId> called(String handle) {
        return switch (handle) {
            case "team" -> with(mate -> mate.side() == Side.AGENCY);
            case "client" -> with(mate -> mate.side() == Side.CLIENT);
            default ->
                Role.find(handle)
                        .map(role -> with(mate -> mate.roles().contains(role)))
                        .orElseGet(() -> with(mate -> mate.person().handle().equals(handle)));
        };
    }

    private Set<PersonId> with(Predicate<Mate> which) {
        return team.stream().filter(which).map(mate -> mate.person().id()).collect(Collectors.toSet());
    }
}
