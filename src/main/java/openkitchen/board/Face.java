package openkitchen.board;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import openkitchen.id.CardId;
import openkitchen.id.ColumnId;
import openkitchen.id.FileId;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import openkitchen.project.Discipline;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of a card on the board.
 *
 * @param number its number in the project, as in #12
 * @param due when it is to be ready, as an instant; null for none
 * @param done when it was marked as done, wherever it stands
 * @param waits who is waited for on it, the most pressing first; not all when they are many
 * @param remarks how many remarks are open on it
 * @param mustFix how many of these hold it back from being done
 * @param version number of the last event that changed what is seen here
 */
public record Face(
        CardId id,
        int number,
        ColumnId column,
        String rank,
        CardKind kind,
        String title,
        @Nullable Discipline discipline,
        @Nullable Instant start,
        @Nullable Instant due,
        @Nullable Instant done,
        @Nullable FileId cover,
        @Nullable String coverColour,
        boolean described,
        int comments,
        int files,
        int items,
        int itemsDone,
        boolean archived,
        long version,
        List<LabelId> labels,
        List<PersonId> people,
        Set<Discipline> affects,
        List<Wait> waits,
        int remarks,
        int mustFix) {}
