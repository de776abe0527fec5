package openkitchen.test;

import java.util.List;
import openkitchen.board.Faces;
import openkitchen.project.Seat;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;

/** Who is waited for on a card, and for what. */
public record OpenTurns(Turns turns, Faces faces, Seat seat, int card) {

    public List<Turn> all() {
        return turns.openOn(seat, faces.number(seat, card).id());
    }

    public List<Purpose> purposes() {
        return all().stream().map(Turn::purpose).sorted().toList();
    }

    /** The one to do this. */
    public Turn only(Purpose purpose) {
        List<Turn> found =
                all().stream().filter(turn -> turn.purpose() == purpose).toList();
        if (found.size() != 1) {
            throw new AssertionError("not one open turn to " + purpose + " but " + found);
        }
        return found.getFirst();
    }
}
