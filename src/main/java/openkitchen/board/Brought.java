package openkitchen.board;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import openkitchen.id.CardId;
import openkitchen.id.ChecklistId;
import openkitchen.id.ColumnId;
import openkitchen.id.FieldId;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;

/** What an import brings onto a board, with its own times and people; see {@link Bringing} and {@link Furnishing}. */
public sealed interface Brought {

    /** A column; {@code archived} is when it was taken off the board, null while it is on it. */
    record OfColumn(
            String name,
            ColumnKind kind,
            String colour,
            @Nullable Integer wipLimit,
            @Nullable Instant archived) implements Brought {}

    record OfLabel(String name, String colour) implements Brought {}

    /** A custom field; {@code type} is text, number, date, checkbox or list. */
    record OfField(String name, String type, List<String> options, boolean onFace) implements Brought {}

    /** A card without its words; {@code number} must be one that {@link Bringing#numbers} gave. */
    record OfCard(
            int number,
            ColumnId column,
            String title,
            @Nullable Instant start,
            @Nullable Instant due,
            @Nullable Instant done,
            @Nullable String coverColour,
            Instant created,
            @Nullable PersonId creator,
            @Nullable Instant archived,
            Collection<LabelId> labels,
            Collection<PersonId> people)
            implements Brought {}

    /**
     * The words of a card.
     *
     * @param source what has no place of its own here, by name
     */
    record OfText(CardId card, String title, String description, Map<String, Object> source) implements Brought {}

    record OfChecklist(CardId card, String name) implements Brought {}

    record OfItem(
            ChecklistId checklist,
            String body,
            @Nullable Instant due,
            @Nullable PersonId person,
            @Nullable Instant done,
            @Nullable PersonId doneBy)
            implements Brought {}

    /** A link, or with a null {@code url} a file of which only the name is known. */
    record OfAttachment(
            CardId card,
            @Nullable String url,
            String title,
            String note,
            @Nullable Long size,
            Instant at,
            @Nullable PersonId by)
            implements Brought {}

    record OfValue(CardId card, FieldId field, String value) implements Brought {}
}
