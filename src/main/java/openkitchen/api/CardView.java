package openkitchen.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openkitchen.board.Card;
import org.jspecify.annotations.Nullable;

@Schema(name = "Card", description = "A card with all that is on it but the talk.")
record CardView(
        @JsonUnwrapped FaceView face,
        @Schema(description = "Markdown.") String description,

        @Schema(description = "The version of title and description together, for two who edit at once.")
        int textVersion,

        Instant created,
        @Nullable Long createdBy,
        @Nullable Instant archivedAt,

        @Schema(description = "The attachment whose picture covers it.") @Nullable
        Long coverAttachment,

        List<ChecklistView> checklists,
        List<AttachmentView> attachments,

        @Schema(description = "The custom fields that an import brought.")
        List<FieldView> fields,

        @Schema(description = "What an import brought that has no place of its own here.")
        Map<String, Object> source) {

    @Schema(name = "Checklist")
    record ChecklistView(long id, String name, List<ItemView> items) {}

    @Schema(name = "ChecklistItem")
    record ItemView(
            long id,
            String body,
            @Nullable Instant due,
            @Nullable Long person,
            @Nullable Instant done,
            @Nullable Long doneBy) {}

    @Schema(name = "CustomField")
    record FieldView(
            String name,

            @Schema(allowableValues = {"text", "number", "date", "checkbox", "list"})
            String type,

            String value) {}

    static CardView of(String key, Card card) {
        return new CardView(
                FaceView.of(card.face()),
                card.description(),
                card.textVersion(),
                card.created(),
                card.creator() == null ? null : card.creator().value(),
                card.archived(),
                cover(card),
                card.checklists().stream().map(CardView::list).toList(),
                card.attachments().stream()
                        .map(attachment -> AttachmentView.of(key, card.face().number(), attachment))
                        .toList(),
                card.fields().stream()
                        .map(field -> new FieldView(field.name(), field.type(), field.value()))
                        .toList(),
                card.source());
    }

    private static @Nullable Long cover(Card card) {
        return card.attachments().stream()
                .filter(attachment -> attachment.file() != null
                        && Objects.equals(attachment.file(), card.face().cover()))
                .map(attachment -> attachment.id().value())
                .findFirst()
                .orElse(null);
    }

    private static ChecklistView list(Card.Checklist list) {
        return new ChecklistView(
                list.id().value(),
                list.name(),
                list.items().stream()
                        .map(item -> new ItemView(
                                item.id().value(),
                                item.body(),
                                item.due(),
                                item.person() == null ? null : item.person().value(),
                                item.done(),
                                item.doneBy() == null ? null : item.doneBy().value()))
                        .toList());
    }

    /** Changes with everything that is shown here. */
    static String tag(Card card) {
        return card.face().version() + "-" + card.textVersion();
    }
}
