package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import openkitchen.board.Card;
import org.jspecify.annotations.Nullable;

@Schema(name = "Attachment", description = "A file or a link on a card.")
record AttachmentView(
        long id,
        String title,

        @Schema(description = "For a link: where it leads.") @Nullable
        String url,

        @Schema(
                description =
                        "Where the file's bytes are; null for a link, and for a file of which an import knew only the name.")
        @Nullable
        String content,

        @Schema(description = "Where a small picture of it is, if it is a picture.") @Nullable
        String thumbnail,

        @Schema(description = "Found from the content, never taken from the name.") @Nullable
        String contentType,

        @Schema(description = "In bytes.") long size,
        @Nullable Integer width,
        @Nullable Integer height,

        @Schema(description = "The comment that it was said with.") @Nullable
        Long comment,

        String note,
        Instant at,
        @Nullable Long by) {

    static AttachmentView of(String key, int number, Card.Attachment attachment) {
        String path = "/api/v1/projects/" + key + "/cards/" + number + "/attachments/" + attachment.id();
        boolean file = attachment.file() != null;
        return new AttachmentView(
                attachment.id().value(),
                attachment.title(),
                attachment.url(),
                file ? path + "/content" : null,
                file && attachment.thumbnail() ? path + "/thumbnail" : null,
                attachment.contentType().isEmpty() ? null : attachment.contentType(),
                attachment.size(),
                attachment.width(),
                attachment.height(),
                attachment.comment() == null ? null : attachment.comment().value(),
                attachment.note(),
                attachment.at(),
                attachment.by() == null ? null : attachment.by().value());
    }
}
