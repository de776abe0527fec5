package openkitchen.bridge.trello;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import openkitchen.bridge.trello.Actions.Action;
import openkitchen.bridge.trello.Node.Identified;
import openkitchen.bridge.trello.TrelloCard.Role;
import org.jspecify.annotations.Nullable;

/** The cards, in the order in which Trello shows them. */
final class Cards {

    private final Map<String, Integer> placeOfList = new HashMap<>();
    private final Set<Integer> numbers = new HashSet<>();
    private final Labels labels;
    private final Fields fields;
    private final Checklists checklists;
    private final Comments comments;
    private final Attachments attachments;
    private final Actions actions;
    private final Words words;
    private final Notes notes;

    Cards(
            List<TrelloList> lists,
            Labels labels,
            Fields fields,
            Checklists checklists,
            Comments comments,
            Actions actions,
            Words words,
            Notes notes) {
        lists.forEach(list -> placeOfList.put(list.id(), placeOfList.size()));
        this.labels = labels;
        this.fields = fields;
        this.checklists = checklists;
        this.comments = comments;
        this.attachments = new Attachments(words, notes);
        this.actions = actions;
        this.words = words;
        this.notes = notes;
    }

    List<TrelloCard> inOrder(List<Identified> cards) {
        List<TrelloCard> inOrder = new ArrayList<>();
        for (Identified card : Order.byPositionAndId(cards)) {
            inOrder.add(card(card.id(), card.node()));
        }
        inOrder.sort(Comparator.comparing(card -> Objects.requireNonNull(placeOfList.get(card.listId()))));
        inOrder.forEach(this::noteRepeatedNumber);
        return List.copyOf(inOrder);
    }

    private void noteRepeatedNumber(TrelloCard card) {
        if (card.number() != null && !numbers.add(card.number())) {
            notes.repeatedNumbers++;
        }
    }

    private TrelloCard card(String id, Node card) {
        notes.powerUpEntries += card.objects("pluginData").size();
        notes.stickers += card.objects("stickers").size();
        List<TrelloAttachment> attached = attachments.of(card);
        List<String> voters = card.texts("idMembersVoted");
        Action creation = actions.creationOf(id);
        boolean archived = card.isTrue("closed");
        return new TrelloCard(
                id,
                card.count("idShort"),
                card.text("shortLink"),
                card.text("url"),
                card.text("idList"),
                words.name(card, "name"),
                words.body(card, "desc"),
                archived,
                !archived ? null : card.has("dateClosed") ? card.time("dateClosed") : actions.archivingOf(id),
                dates(card),
                labels.of(card),
                card.texts("idMembers"),
                voters,
                Math.max(
                        voters.size(),
                        Objects.requireNonNullElse(card.object("badges").count("votes"), 0)),
                role(card.text("cardRole")),
                card.isTrue("isTemplate"),
                card.textOrNull("mirrorSourceId"),
                cover(card, attached),
                place(card),
                attached,
                checklists.of(id),
                fields.valuesOf(card),
                comments.of(id),
                card.object("badges").count("comments"),
                Node.made(id) != null || creation == null ? Node.made(id) : creation.at(),
                creation != null && creation.authorId() != null
                        ? creation.authorId()
                        : card.textOrNull("idMemberCreator"),
                card.time("dateLastActivity"));
    }

    private static TrelloCard.Dates dates(Node card) {
        return new TrelloCard.Dates(
                card.time("start"),
                card.time("due"),
                card.count("dueReminder"), // -1 is "none" as well
                card.isTrue("dueComplete"),
                card.time("dateCompleted"));
    }

    private static Role role(String role) {
        return switch (role) {
            case "separator" -> Role.SEPARATOR;
            case "link" -> Role.LINK;
            case "board" -> Role.BOARD;
            case "mirror" -> Role.MIRROR;
            default -> Role.PLAIN;
        };
    }

    /** The cover object has the last word (2020); before it there was only the attachment's id, empty for none. */
    private TrelloCover cover(Node card, List<TrelloAttachment> attached) {
        Node cover = card.object("cover");
        boolean full = cover.text("size").equals("full");
        String attachment = card.has("cover") ? cover.text("idAttachment") : card.text("idAttachmentCover");
        if (!attachment.isEmpty()) {
            if (attached.stream().anyMatch(one -> one.id().equals(attachment))) {
                return new TrelloCover.Attachment(attachment, full);
            }
            notes.lostCovers++;
        }
        if (cover.has("color")) {
            return new TrelloCover.Color(cover.text("color"), full);
        }
        String shared = cover.text("sharedSourceUrl");
        return shared.isEmpty() ? new TrelloCover.None() : new TrelloCover.Shared(shared, full);
    }

    /** Coordinates are an object, in the old API a text {@code lat,long}. */
    private TrelloCard.@Nullable Place place(Node card) {
        Node at = card.object("coordinates");
        String[] pair = card.text("coordinates").split(",", 2);
        if (pair.length == 2) {
            at = new Node();
            at.put("latitude", pair[0]);
            at.put("longitude", pair[1]);
        }
        var place = new TrelloCard.Place(
                words.name(card, "locationName"),
                words.name(card, "address"),
                at.decimal("latitude"),
                at.decimal("longitude"));
        boolean known = !place.name().isEmpty()
                || !place.address().isEmpty()
                || (place.latitude() != null && place.longitude() != null);
        return known ? place : null;
    }
}
