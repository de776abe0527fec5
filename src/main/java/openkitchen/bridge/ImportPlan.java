package openkitchen.bridge;

import java.util.List;
import openkitchen.board.ColumnKind;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do.
 *
 * @param project key of the project to which this board came before and to which new things would be added; null when a new
 *     project would be made
 * @param file what is in the file
 */
public record ImportPlan(
        ImportReport.Origin board,
        @Nullable String project,
        ImportReport.Numbers file,
        int missingComments,
        int missingFiles,
        boolean actionsCut,
        List<OfList> lists,
        List<OfMember> members) {

    /** A list and the kind of column that its name suggests. */
    public record OfList(String id, String name, boolean archived, int cards, ColumnKind kind) {}

    /**
     * Somebody on the board.
     *
     * @param username empty when not known
     * @param onBoard false for who left it and is known from what they did
     * @param guess who they may be here
     */
    public record OfMember(
            String id,
            String name,
            String username,
            boolean onBoard,
            int cards,
            int comments,
            ImportChoices.Who guess) {}
}
