package openkitchen.bridge.trello;

/** What had to be put right while reading, counted. */
final class Notes {
    int namesOnOneLine;
    int textsCleaned;
    int repeated;
    int repeatedNumbers;
    int orphanChecklists;
    int orphanItems;
    int cardsWithoutList;
    int unknownLabels;
    int orphanValues;
    int unreadableValues;
    int lostCovers;
    int orphanComments;
    int powerUpEntries;
    int stickers;
    int actions;

    TrelloReport.Changed changed() {
        return new TrelloReport.Changed(
                namesOnOneLine,
                textsCleaned,
                repeated,
                repeatedNumbers,
                orphanChecklists,
                orphanItems,
                cardsWithoutList,
                unknownLabels,
                orphanValues,
                unreadableValues,
                lostCovers,
                orphanComments);
    }
}
