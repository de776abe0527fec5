package openkitchen.bridge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import brought, what the file did not contain, and what was changed on the way.
 *
 * @param again whether the board had come before, so that only what is new was added
 * @param brought what this import added
 * @param file what the file holds
 */
public record ImportReport(
        Origin board, boolean again, Numbers brought, Numbers file, Missing missing, Changed changed) {

    private static final Numbers NONE = new Numbers(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Whether all that the file holds was here before. */
    public boolean broughtNothing() {
        return brought.equals(NONE);
    }

    public record Origin(String id, String name, String url, boolean archived) {}

    /**
     * Counts.
     *
     * @param archivedCards archived themselves, whatever their list
     * @param openCardsInArchivedLists cards that nobody sees in Trello; they stay with their list
     * @param members people who are on the board
     * @param comments copied ones among them
     * @param uploads files, whose contents are never in an export
     * @param events actions, comments not among them
     */
    public record Numbers(
            int lists,
            int archivedLists,
            int cards,
            int archivedCards,
            int openCardsInArchivedLists,
            int labels,
            int members,
            int checklists,
            int items,
            int itemsDone,
            int comments,
            int copiedComments,
            int uploads,
            int links,
            int cardLinks,
            int votes,
            int fields,
            int values,
            int events) {

        public int attachments() {
            return uploads + links + cardLinks;
        }
    }

    /**
     * What Trello has and the file has not.
     *
     * @param files those to be fetched with a Trello key, when this import was made
     * @param actionsCut the file has as many actions as Trello gives at most; older ones are not in it
     */
    public record Missing(
            int comments,
            List<CommentsOf> commentsByCard,
            List<MissingFile> files,
            long bytes,
            boolean actionsCut,
            int powerUpEntries,
            int stickers) {}

    public record CommentsOf(@Nullable Integer number, String card, int comments) {}

    /**
     * A file to be fetched.
     *
     * @param path where, on Trello's own host; null when the export does not say enough
     * @param cover whether it covers its card over there
     */
    public record MissingFile(
            long attachment,
            int number,
            String card,
            String name,
            @Nullable Long bytes,
            @Nullable String path,
            boolean cover) {}

    /**
     * What is not as it was over there.
     *
     * @param renumbered cards whose number another card has too
     * @param leftOut people who are not on the team
     * @param placeholders people known by name alone, to be invited
     * @param deadLinks links that are neither http nor https: kept as words
     */
    public record Changed(
            List<Renumbered> renumbered,
            List<String> leftOut,
            List<String> placeholders,
            int deadLinks,
            int namesOnOneLine,
            int textsCleaned,
            int repeated,
            int orphanChecklists,
            int orphanItems,
            int cardsWithoutList,
            int unknownLabels,
            int orphanValues,
            int unreadableValues,
            int lostCovers,
            int orphanComments) {}

    public record Renumbered(@Nullable Integer from, int to, String card) {}
}
