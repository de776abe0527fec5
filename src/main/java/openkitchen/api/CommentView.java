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
        @Nullable Long deletedBy) {

    static CommentView of(Comment comment) {
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
                comment.deletedBy() == null ? null : comment.deletedBy().value());
    }

    static String tag(Comment comment) {
        return comment.version() + (comment.deleted() == null ? "" : "-deleted");
    }
}
