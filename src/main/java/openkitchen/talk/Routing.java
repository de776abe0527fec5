package openkitchen.talk;

import java.util.Objects;
import java.util.Optional;
import openkitchen.board.Faces;
import openkitchen.id.PersonId;
import openkitchen.people.Side;
import openkitchen.problem.Invalid;
import openkitchen.project.Discipline;
import openkitchen.project.Mate;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import openkitchen.turn.Awaited;
import openkitchen.turn.Promises;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who is waited for (`product.md` 5.4): strategy goes to the account, tactics to the discipline; what is put to the team
 * goes to the card's discipline, and where that is nobody's, to the account, who triages. In a project that is not live
 * everything goes to the account.
 */
@Component
class Routing {

    private final JdbcClient sql;
    private final Promises promises;
    private final Team team;
    private final Faces faces;

    Routing(JdbcClient sql, Promises promises, Team team, Faces faces) {
        this.sql = sql;
        this.promises = promises;
        this.team = team;
        this.faces = faces;
    }

    /**
     * Who answers what is put to this address on a card.
     *
     * @throws Invalid for oneself, for somebody who is not on the project, and for one's own side's contacts
     */
    Awaited route(Seat seat, int number, Address address) {
        return switch (address) {
            case Address.Client client -> new Awaited.OfSide(Side.CLIENT);
            case Address.OfRole(Role role) ->
                role.side() == Side.CLIENT ? promises.role(seat.project(), role) : live(seat, role);
            case Address.To(PersonId person) -> someone(seat, person);
            case Address.Team all -> live(seat, role(faces.number(seat, number).discipline()));
        };
    }

    private Awaited live(Seat seat, Role role) {
        return isLive(seat) ? promises.role(seat.project(), role) : promises.account(seat.project());
    }

    private Awaited someone(Seat seat, PersonId person) {
        Mate mate = team.of(seat).stream()
                .filter(each ->
                        each.person().id().equals(person) && !each.person().left())
                .findFirst()
                .orElseThrow(() -> new Invalid("to", "error.choice"));
        if (person.equals(seat.viewer().person())) {
            throw new Invalid("to", "error.ask_yourself");
        }
        return mate.side() == Side.CLIENT || isLive(seat)
                ? new Awaited.Someone(person, mate.side())
                : promises.account(seat.project());
    }

    private boolean isLive(Seat seat) {
        return sql.sql("select status = 'live' from project where id = ?")
                .param(seat.project().value())
                .query(Boolean.class)
                .single();
    }

    /** Who puts right what was remarked on a card: the one person of the agency who is responsible for it, else its discipline. */
    Awaited mender(Seat seat, int number) {
        var face = faces.number(seat, number);
        var responsible = team.of(seat).stream()
                .filter(mate -> mate.side() == Side.AGENCY && !mate.person().left())
                .map(mate -> mate.person().id())
                .filter(face.people()::contains)
                .toList();
        return responsible.size() == 1
                ? new Awaited.Someone(responsible.getFirst(), Side.AGENCY)
                : live(seat, role(face.discipline()));
    }

    /** The role that works in a discipline; the account where there is none. */
    static Role role(@Nullable Discipline discipline) {
        return Optional.ofNullable(discipline)
                .flatMap(known -> Role.find(known.code()))
                .orElse(Role.ACCOUNT);
    }

    /** The discipline in which a role works. */
    static Optional<Discipline> discipline(Role role) {
        return Discipline.find(role.code());
    }

    /** Whether the viewer is waited for: by name, by role, or by side. */
    static boolean meant(Seat seat, Awaited awaited) {
        return switch (awaited) {
            case Awaited.Someone(PersonId person, Side side) ->
                person.equals(seat.viewer().person());
            case Awaited.OfRole(Role role) -> seat.roles().contains(role);
            case Awaited.Owner owner -> seat.viewer().owner();
            case Awaited.OfSide(Side side) -> Objects.equals(side, seat.side());
        };
    }
}
