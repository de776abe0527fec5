package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import openkitchen.board.Cards;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers what was done with a comment: the page that shows it is brought up to date, and a page that says where to go on
 * ({@code back}, a path of ours) goes there.
 */
@Component
class Answering {

    private final Projects projects;
    private final Cards cards;
    private final Changes changes;

    Answering(Projects projects, Cards cards, Changes changes) {
        this.projects = projects;
        this.cards = cards;
        this.changes = changes;
    }

    /**
     * Does something with a comment, through the visitor's seat.
     *
     * @param card finds the card on which the comment stands, or that there is no such comment
     */
    ResponseEntity<String> after(
            Visit visit,
            String key,
            CommentId comment,
            HttpServletRequest request,
            BiFunction<Seat, CommentId, CardId> card,
            BiConsumer<Seat, CommentId> act) {
        Seat seat = projects.seat(visit.who(), key);
        CardId known = card.apply(seat, comment);
        act.accept(seat, comment);
        return answer(seat, visit, request, known);
    }

    private ResponseEntity<String> answer(Seat seat, Visit visit, HttpServletRequest request, CardId card) {
        String back = request.getParameter("back");
        if (back != null) {
            return Views.goTo(OwnPath.of(back));
        }
        String path = cards.numberOf(seat, card)
                .map(number -> CardDoor.path(seat.key(), number))
                .orElse("/p/" + seat.key());
        return changes.answer(seat, visit, request, path);
    }
}
