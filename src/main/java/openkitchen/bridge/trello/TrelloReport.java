package openkitchen.bridge.trello;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file holds, what it does not hold though Trello does, and what was put right while reading it. */
public record TrelloReport(Held held, Missing missing, Changed changed) {

    /** Trello cuts a board's actions, comments among them, at the newest this many. */
    public static final int MOST_ACTIONS = 1000;

    /**
     * What there is.
     *
     * @param archivedCards archived themselves, whatever their list
     * @param openCardsInArchivedLists cards that nobody sees in Trello
     * @param members those of the board
     * @param formerMembers those who only occur in cards and actions
     * @param unknownPeople of whom there is only an id, as copied boards have them
     * @param comments on cards that are in the file, copied ones included
     */
    public record Held(
            int lists,
            int archivedLists,
            int cards,
            int archivedCards,
            int openCardsInArchivedLists,
            int labels,
            int members,
            int formerMembers,
            int unknownPeople,
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
     * What Trello has and the file does not.
     *
     * @param comments how many Trello counts beyond those in the file
     * @param actionsCut the file has as many actions as Trello gives at most: older ones are not in it
     * @param powerUpEntries data of Power-Ups, which only these can read
     */
    public record Missing(
            int comments,
            List<CommentsOf> commentsByCard,
            List<File> files,
            boolean actionsCut,
            int powerUpEntries,
            int stickers) {

        public Missing {
            commentsByCard = List.copyOf(commentsByCard);
            files = List.copyOf(files);
        }

        /** The size of the files to be fetched, as far as known. */
        public long bytes() {
            return files.stream()
                    .mapToLong(file -> file.bytes() == null ? 0 : file.bytes())
                    .sum();
        }
    }

    public record CommentsOf(String cardId, @Nullable Integer cardNumber, String cardName, int comments) {}

    /** A file to be fetched with a Trello key. */
    public record File(
            String cardId,
            @Nullable Integer cardNumber,
            String cardName,
            String attachmentId,
            String name,
            @Nullable Long bytes) {}

    /**
     * What was put right, counted.
     *
     * @param namesOnOneLine names that had line breaks
     * @param textsCleaned texts and names with characters that cannot be kept (NUL, halves of a surrogate pair)
     * @param repeated things that were in the file twice under one id; the first was taken
     * @param repeatedNumbers cards whose number an earlier card has too
     * @param orphanChecklists checklists of cards that are not in the file, left out, with their items
     * @param cardsWithoutList cards of lists that are not in the file
     * @param unknownLabels labels that cards have and the file does not tell
     * @param orphanValues values of custom fields that the file does not tell
     * @param unreadableValues numbers, dates and choices that were kept as text
     * @param lostCovers covers by an attachment that is not on the card
     * @param orphanComments comments on cards that are not in the file (deleted ones), left out
     */
    public record Changed(
            int namesOnOneLine,
            int textsCleaned,
            int repeated,
            int repeatedNumbers,
            int orphanChecklists,
            int orphanItems,
            int cardsWithoutList,
            int unknownLabels,
            int orphanValues,
            int unreadableValues,
            int lostCovers,
            int orphanComments) {}

    static TrelloReport of(TrelloBoard board, Notes notes) {
        return new TrelloReport(new Counting(board).held(), missing(board, notes), notes.changed());
    }

    private static Missing missing(TrelloBoard board, Notes notes) {
        List<CommentsOf> comments = new ArrayList<>();
        List<File> files = new ArrayList<>();
        for (TrelloCard card : board.cards()) {
            Integer said = card.commentsInTrello();
            int beyond = said == null ? 0 : said - card.comments().size();
            if (beyond > 0) {
                comments.add(new CommentsOf(card.id(), card.number(), card.name(), beyond));
            }
            for (TrelloAttachment attachment : card.attachments()) {
                if (attachment instanceof TrelloAttachment.Upload upload) {
                    files.add(new File(
                            card.id(), card.number(), card.name(), upload.id(), upload.name(), upload.bytes()));
                }
            }
        }
        return new Missing(
                comments.stream().mapToInt(CommentsOf::comments).sum(),
                comments,
                files,
                notes.actions >= MOST_ACTIONS,
                notes.powerUpEntries,
                notes.stickers);
    }
}
