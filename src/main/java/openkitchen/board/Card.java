package openkitchen.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import openkitchen.id.AttachmentId;
import openkitchen.id.ChecklistId;
import openkitchen.id.CommentId;
import openkitchen.id.FieldId;
import openkitchen.id.FileId;
import openkitchen.id.ItemId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A card as one reads it.
 *
 * @param description Markdown
 * @param textVersion of title and description together, for two who edit at once
 * @param source what an import brought that has no place of its own here, by name
 */
public record Card(
        Face face,
        Column column,
        String description,
        int textVersion,
        Instant created,
        @Nullable PersonId creator,
        @Nullable Instant archived,
        List<Checklist> checklists,
        List<Attachment> attachments,
        List<FieldValue> fields,
        Map<String, Object> source) {

    public record Checklist(ChecklistId id, String name, List<Item> items) {

        public long done() {
            return items.stream().filter(item -> item.done() != null).count();
        }
    }

    public record Item(
            ItemId id,
            String body,
            @Nullable Instant due,
            @Nullable PersonId person,
            @Nullable Instant done,
            @Nullable PersonId doneBy) {}

    /**
     * A file or a link.
     *
     * @param file null for a link, and for a file of which an import knows only the name
     */
    public record Attachment(
            AttachmentId id,
            String title,
            @Nullable FileId file,
            @Nullable String url,
            @Nullable CommentId comment,
            String contentType,
            long size,
            @Nullable Integer width,
            @Nullable Integer height,
            boolean thumbnail,
            String note,
            Instant at,
            @Nullable PersonId by) {

        public boolean picture() {
            return contentType.startsWith("image/") && thumbnail;
        }
    }

    public record FieldValue(FieldId field, String name, String type, String value) {}
}
