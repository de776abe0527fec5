package openkitchen.turn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.board.CardGoes;
import openkitchen.board.CardMoves;
import openkitchen.board.Cards;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.PersonLeaves;
import openkitchen.people.Side;
import openkitchen.project.Role;
import openkitchen.project.Status;
import openkitchen.project.StatusChanges;
import openkitchen.project.TeamChanges;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps turns true when the ground under them changes: who was waited for leaves, a card goes to another project or is deleted,
 * a project is paused. It listens within the change itself, so there is no moment at which nobody is waited for, and before
 * the rooms above. Who approves is found there: it depends on what is asked.
 */
@Component
class Passing {

    private final JdbcClient sql;
    private final Turns turns;
    private final Promises promises;
    private final Cards cards;
    private final History history;

    Passing(JdbcClient sql, Turns turns, Promises promises, Cards cards, History history) {
        this.sql = sql;
        this.turns = turns;
        this.promises = promises;
        this.cards = cards;
        this.history = history;
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void passed(TeamChanges change) {
        passOn(change.pen());
    }

    /** Leaving the agency is leaving every project in which somebody waits for them. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void left(PersonLeaves leaving) {
        List<ProjectId> projects = sql.sql("""
                        select project_id from member where person_id = :person
                        union select project_id from turn where closed_at is null and person_id = :person
                         order by project_id
                        """)
                .param("person", leaving.person().value())
                .query((row, index) -> new ProjectId(row.getLong(1)))
                .list();
        for (ProjectId project : projects) {
            history.change(project, leaving.by(), pen -> {
                passOn(pen);
                return true;
            });
        }
    }

    private void passOn(Pen pen) {
        Map<Awaited, Awaited> there = new HashMap<>();
        for (Turn turn : turns.openIn(pen.project())) {
            CardId card = turn.card();
            if (turn.purpose() == Purpose.APPROVE || card == null) {
                continue;
            }
            Awaited now = there.computeIfAbsent(turn.awaited(), awaited -> stillThere(pen.project(), awaited));
            if (!now.equals(turn.awaited())) {
                turns.pass(pen, turn, now, Outcome.PASSED);
                tell(pen, turn, now, card);
            }
        }
    }

    private Awaited stillThere(ProjectId project, Awaited awaited) {
        return switch (awaited) {
            case Awaited.Someone(PersonId person, Side side) -> promises.person(project, person, side);
            case Awaited.OfRole(Role role) -> promises.role(project, role);
            case Awaited.Owner owner -> owner;
            case Awaited.OfSide side -> side;
        };
    }

    private void tell(Pen pen, Turn turn, Awaited now, CardId card) {
        Map<String, Object> data = cards.told(card);
        data.put("purpose", turn.purpose().code());
        now.tell(data);
        if (turn.comment() != null) {
            data.put("comment", turn.comment().value());
        }
        pen.write(EventKind.TURN_PASSED, card, data);
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void moved(CardMoves move) {
        turns.carry(move.coming(), move.card());
        passOn(move.coming());
    }

    @EventListener
    void goes(CardGoes going) {
        turns.openOn(going.pen().project(), going.card())
                .forEach(turn -> turns.close(going.pen(), turn.id(), Outcome.WITHDRAWN, null));
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void status(StatusChanges change) {
        List<Turn> open = turns.openIn(change.pen().project());
        if (change.to() == Status.LIVE) {
            open.forEach(turn -> turns.resume(change.pen(), turn, Pause.Why.PROJECT));
        } else {
            open.forEach(turn -> turns.pause(change.pen(), turn, Pause.Why.PROJECT));
        }
    }
}
