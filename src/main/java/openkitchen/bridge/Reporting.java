package openkitchen.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import openkitchen.bridge.Come.Kind;
import openkitchen.bridge.trello.TrelloAttachment;
import openkitchen.bridge.trello.TrelloCard;
import openkitchen.bridge.trello.TrelloCover;
import openkitchen.bridge.trello.TrelloReport;

/** Makes the report of an import. */
final class Reporting {

    private Reporting() {}

    static ImportReport of(Landing.Load load, Arrival arrival) {
        TrelloReport read = load.read().report();
        return new ImportReport(
                new ImportReport.Origin(
                        load.key(), arrival.board.name(), arrival.board.url(), arrival.board.archived()),
                load.again(),
                arrival.tally.numbers(arrival.cast.joined()),
                Tally.of(read.held()),
                missing(arrival, read.missing()),
                changed(arrival, read.changed()));
    }

    private static ImportReport.Missing missing(Arrival arrival, TrelloReport.Missing read) {
        List<ImportReport.CommentsOf> comments = read.commentsByCard().stream()
                .map(of -> new ImportReport.CommentsOf(arrival.numbers.get(of.cardId()), of.cardName(), of.comments()))
                .toList();
        return new ImportReport.Missing(
                read.comments(),
                comments,
                files(arrival),
                read.bytes(),
                read.actionsCut(),
                read.powerUpEntries(),
                read.stickers());
    }

    private static List<ImportReport.MissingFile> files(Arrival arrival) {
        List<ImportReport.MissingFile> files = new ArrayList<>();
        for (TrelloCard card : arrival.board.cards()) {
            Integer number = arrival.numbers.get(card.id());
            for (TrelloAttachment attachment : card.attachments()) {
                OptionalLong own = arrival.come.own(Kind.ATTACHMENT, Come.key(card.id(), attachment.id()));
                if (attachment instanceof TrelloAttachment.Upload upload && number != null && own.isPresent()) {
                    files.add(new ImportReport.MissingFile(
                            own.getAsLong(),
                            number,
                            card.name(),
                            upload.name(),
                            upload.bytes(),
                            TrelloPath.of(card.id(), upload.id(), upload.url(), upload.fileName()),
                            card.cover() instanceof TrelloCover.Attachment(String cover, boolean full)
                                    && cover.equals(upload.id())));
                }
            }
        }
        return files;
    }

    private static ImportReport.Changed changed(Arrival arrival, TrelloReport.Changed read) {
        return new ImportReport.Changed(
                arrival.tally.renumbered,
                arrival.cast.leftOut(),
                arrival.cast.placeholders(),
                arrival.tally.deadLinks,
                read.namesOnOneLine(),
                read.textsCleaned(),
                read.repeated(),
                read.orphanChecklists(),
                read.orphanItems(),
                read.cardsWithoutList(),
                read.unknownLabels(),
                read.orphanValues(),
                read.unreadableValues(),
                read.lostCovers(),
                read.orphanComments());
    }
}
