package openkitchen.desk;

import java.time.Instant;
import java.util.List;
import openkitchen.board.Whereabouts.Spot;
import openkitchen.material.Approval;
import openkitchen.people.Person;
import openkitchen.talk.Comment;
import openkitchen.talk.Question;
import openkitchen.talk.Remark;
import openkitchen.turn.Turn;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits, with what a line on a desk says of it.
 *
 * @param said the question, remark or decision that it is about
 * @param author who said that
 * @param opener who waits; null for the product itself
 * @param awaited who is waited for, where that is one person
 * @param question null for what is no question
 * @param remark null for what is no remark
 * @param approvals the versions that are put before the client by it; empty for what asks for no approval
 * @param astray whether it was put to the team and the account has to find out whose it is
 * @param put until when who sits at the desk has put it off; null when they did not
 */
public record Matter(
        Turn turn,
        Spot card,
        Comment said,
        Person author,
        @Nullable Person opener,
        @Nullable Person awaited,
        @Nullable Question question,
        @Nullable Remark remark,
        List<Approval> approvals,
        boolean astray,
        @Nullable Instant put) {

    /** The project's name, behind the client's unless it says that itself. */
    public String place() {
        return card.client().isEmpty() || card.projectName().contains(card.client())
                ? card.projectName()
                : card.client() + " · " + card.projectName();
    }

    /** Whose name or company stands for the place where there is little room. */
    public String client() {
        return card.client().isEmpty() ? card.projectName() : card.client();
    }
}
