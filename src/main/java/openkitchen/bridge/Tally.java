package openkitchen.bridge;

import java.util.ArrayList;
import java.util.List;
import openkitchen.bridge.ImportReport.Numbers;
import openkitchen.bridge.trello.TrelloAttachment;
import openkitchen.bridge.trello.TrelloReport;

/** Counts what one import brings. */
final class Tally {

    int lists;
    int archivedLists;
    int cards;
    int archivedCards;
    int openCardsInArchivedLists;
    int labels;
    int checklists;
    int items;
    int itemsDone;
    int comments;
    int copiedComments;
    int votes;
    int fields;
    int values;
    int events;
    int deadLinks;
    final List<ImportReport.Renumbered> renumbered = new ArrayList<>();
    private int uploads;
    private int links;
    private int cardLinks;

    void count(TrelloAttachment attachment) {
        switch (attachment) {
            case TrelloAttachment.Upload _ -> uploads++;
            case TrelloAttachment.Link _ -> links++;
            case TrelloAttachment.CardLink _ -> cardLinks++;
        }
    }

    Numbers numbers(int members) {
        return new Numbers(
                lists,
                archivedLists,
                cards,
                archivedCards,
                openCardsInArchivedLists,
                labels,
                members,
                checklists,
                items,
                itemsDone,
                comments,
                copiedComments,
                uploads,
                links,
                cardLinks,
                votes,
                fields,
                values,
                events);
    }

    /** Whether anything new was found. */
    boolean nothing() {
        return lists + cards + labels + checklists + items + comments + fields + values + events == 0
                && uploads + links + cardLinks == 0;
    }

    static Numbers of(TrelloReport.Held held) {
        return new Numbers(
                held.lists(),
                held.archivedLists(),
                held.cards(),
                held.archivedCards(),
                held.openCardsInArchivedLists(),
                held.labels(),
                held.members(),
                held.checklists(),
                held.items(),
                held.itemsDone(),
                held.comments(),
                held.copiedComments(),
                held.uploads(),
                held.links(),
                held.cardLinks(),
                held.votes(),
                held.fields(),
                held.values(),
                held.events());
    }
}
