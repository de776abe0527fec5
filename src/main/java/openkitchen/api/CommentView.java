package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import openkitchen.talk.Comment;
import org.jspecify.annotations.Nullable;

@Schema(name = "Comment")
record CommentView(
        long id,

        @Schema(allowableValues = {"message", "question", "remark", "decision"})
        String kind,

        @Schema(description = "The id of who said it.") long author,

        @Schema(description = "The comment that it answers.") @Nullable
        Long answers,

        @Schema(description = "Markdown; empty when it was deleted.")
        String body,

        @Schema(description = "Counts the edits, from 1.") int version,
        Instant at,
        @Nullable Instant edited,
        @Nullable Instant deleted,
        @Nullable Long deletedBy,

        @Schema(description = "What became of it, when it is a question.") @Nullable
        QuestionView question,

        @Schema(description = "What became of it, when it is a remark.") @Nullable
        RemarkView remark,

        @Schema(description = "What became of it, when it is a decision.") @Nullable
        DecisionView decision) {

    static CommentView of(
            Comment comment,
            @Nullable QuestionView question,
            @Nullable RemarkView remark,
            @Nullable DecisionView decision) {
        return new CommentView(
                comment.id().value(),
                comment.kind().code(),
                comment.author().value(),
                comment.answers() == null ? null : comment.answers().value(),
                comment.body(),
                comment.version(),
                comment.at(),
                comment.edited(),
                comment.deleted(),
                comment.deletedBy() == null ? null : comment.deletedBy().value(),
                question,
                remark,
                decision);
    }

    /** The version of its words, and of what became of it where it asks for something. */
    String tag(Asking asking) {
        String words = version + (deleted == null ? "" : "-deleted");
        return question == null && remark == null && decision == null ? words : words + "." + asking.hash(this);
    }
}
