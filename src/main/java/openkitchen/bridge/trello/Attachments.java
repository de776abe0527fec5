package openkitchen.bridge.trello;

import java.util.ArrayList;
import java.util.List;
import openkitchen.bridge.trello.Node.Identified;

/** What is attached to a card, in the file's order, which is by time. */
final class Attachments {

    private final Words words;
    private final Notes notes;

    Attachments(Words words, Notes notes) {
        this.words = words;
        this.notes = notes;
    }

    List<TrelloAttachment> of(Node card) {
        List<TrelloAttachment> attachments = new ArrayList<>();
        for (Identified attachment : card.identified("attachments", notes)) {
            attachments.add(isUpload(attachment.node()) ? upload(attachment) : link(attachment));
        }
        return List.copyOf(attachments);
    }

    /** Until 2011 files are not marked, but have a size. */
    private static boolean isUpload(Node node) {
        return node.isTrue("isUpload") || (!node.has("isUpload") && node.has("bytes"));
    }

    private TrelloAttachment upload(Identified attachment) {
        Node node = attachment.node();
        String url = node.text("url");
        String stored = node.text("fileName");
        String fileName = TrelloText.fileName(stored.isEmpty() ? lastPart(url) : stored);
        String name = words.name(node, "name");
        return new TrelloAttachment.Upload(
                attachment.id(),
                name.isEmpty() ? fileName : name,
                fileName.isEmpty() ? TrelloText.fileName(name.replace("%", "%25")) : fileName,
                url,
                node.whole("bytes"),
                node.textOrNull("mimeType"),
                node.time("date"),
                node.textOrNull("idMember"),
                node.isTrue("isMalicious"));
    }

    private TrelloAttachment link(Identified attachment) {
        Node node = attachment.node();
        String url = node.text("url");
        String given = words.name(node, "name");
        String name = given.isEmpty() ? url : given;
        String cardKey = TrelloLink.cardKey(url);
        return cardKey == null
                ? new TrelloAttachment.Link(attachment.id(), name, url, node.time("date"), node.textOrNull("idMember"))
                : new TrelloAttachment.CardLink(
                        attachment.id(), name, url, cardKey, node.time("date"), node.textOrNull("idMember"));
    }

    private static String lastPart(String url) {
        String path = url.split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
