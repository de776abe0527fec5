package openkitchen.site;

import java.util.List;
import openkitchen.board.Wait;
import openkitchen.material.Pins;
import openkitchen.people.Person;
import openkitchen.talk.Comment;
import openkitchen.text.Html;
import org.jspecify.annotations.Nullable;

/**
 * A comment ready to be shown.
 *
 * @param reply what it answers; null for nothing
 * @param question what became of it, for a question; null for others, as are the next two
 * @param pinned where it stands in a material; null for what stands in none
 * @param approvals the versions that it puts before the client; empty for what asks for no approval
 * @param waits who is waited for about it
 */
public record CommentView(
        Comment comment,
        Person author,
        Html body,
        @Nullable Person deletedBy,
        @Nullable ReplyView reply,
        @Nullable QuestionView question,
        @Nullable RemarkView remark,
        @Nullable DecisionView decision,
        Pins.@Nullable At pinned,
        List<ApprovalView> approvals,
        List<Wait> waits) {}
