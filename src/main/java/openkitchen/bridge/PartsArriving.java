package openkitchen.bridge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import openkitchen.board.Brought;
import openkitchen.board.Furnishing;
import openkitchen.bridge.Come.Kind;
import openkitchen.bridge.trello.TrelloAttachment;
import openkitchen.bridge.trello.TrelloCard;
import openkitchen.bridge.trello.TrelloChecklist;
import openkitchen.bridge.trello.TrelloEvent;
import openkitchen.bridge.trello.TrelloValue;
import openkitchen.id.AttachmentId;
import openkitchen.id.CardId;
import openkitchen.id.ChecklistId;
import openkitchen.id.FieldId;
import openkitchen.id.ItemId;
import openkitchen.id.PersonId;
import org.springframework.stereotype.Component;

/** Brings what is on the cards: attachments, checklists, values of custom fields. */
@Component
class PartsArriving {

    private final Furnishing furnishing;

    PartsArriving(Furnishing furnishing) {
        this.furnishing = furnishing;
    }

    void attachments(Arrival arrival) {
        List<String> fresh = new ArrayList<>();
        List<Brought.OfAttachment> brought = new ArrayList<>();
        for (TrelloCard card : arrival.board.cards()) {
            CardId id = arrival.cards.get(card.id());
            for (TrelloAttachment attachment : card.attachments()) {
                if (id != null && !arrival.come.has(Kind.ATTACHMENT, Come.key(card.id(), attachment.id()))) {
                    fresh.add(Come.key(card.id(), attachment.id()));
                    brought.add(attachment(arrival, card, id, attachment));
                    arrival.tally.count(attachment);
                    touch(arrival, card);
                }
            }
        }
        List<AttachmentId> ids = furnishing.attachments(arrival.pen, brought);
        for (int i = 0; i < fresh.size(); i++) {
            arrival.come.note(Kind.ATTACHMENT, fresh.get(i), ids.get(i).value());
        }
    }

    private static Brought.OfAttachment attachment(
            Arrival arrival, TrelloCard card, CardId id, TrelloAttachment attachment) {
        Instant at = attachment.at() != null
                ? attachment.at()
                : card.createdAt() != null ? card.createdAt() : arrival.pen.now();
        PersonId by = arrival.cast.author(attachment.memberId());
        return switch (attachment) {
            case TrelloAttachment.Upload upload ->
                new Brought.OfAttachment(
                        id, null, arrival.untitled(upload.name()), ImportRows.TRELLO, upload.bytes(), at, by);
            case TrelloAttachment.Link link -> {
                boolean live = link.url().strip().matches("(?i)https?://\\S+");
                arrival.tally.deadLinks += live ? 0 : 1;
                yield new Brought.OfAttachment(
                        id, live ? link.url().strip() : null, live ? link.name() : words(link), "", null, at, by);
            }
            case TrelloAttachment.CardLink link -> {
                String here = arrival.cardAddress(link.url());
                yield new Brought.OfAttachment(
                        id, here != null ? here : https(link.url()), name(arrival, link), "", null, at, by);
            }
        };
    }

    /** A link of a kind that we do not let anybody follow, such as {@code javascript:}, stays as words. */
    private static String words(TrelloAttachment.Link link) {
        String url = link.url().strip();
        return link.name().equals(url) || url.isEmpty() ? link.name() : link.name() + " — " + url;
    }

    private static String https(String url) {
        return url.matches("(?i)https?://.*") ? url : "https://" + url;
    }

    /** The address as a name says nothing: the card's own name does. */
    private static String name(Arrival arrival, TrelloAttachment.CardLink link) {
        TrelloCard card = arrival.byKey.get(link.cardKey());
        boolean bare = link.name().equals(link.url());
        return bare && card != null && arrival.numbers.containsKey(card.id())
                ? "#" + arrival.numbers.get(card.id()) + " " + CardsArriving.title(card)
                : link.name();
    }

    void checklists(Arrival arrival) {
        List<TrelloChecklist> fresh = new ArrayList<>();
        List<Brought.OfChecklist> brought = new ArrayList<>();
        for (TrelloCard card : arrival.board.cards()) {
            CardId id = arrival.cards.get(card.id());
            for (TrelloChecklist checklist : card.checklists()) {
                if (id != null && !arrival.come.has(Kind.CHECKLIST, checklist.id())) {
                    fresh.add(checklist);
                    brought.add(new Brought.OfChecklist(id, arrival.untitled(checklist.name())));
                    arrival.tally.checklists++;
                    touch(arrival, card);
                }
            }
        }
        Set<ChecklistId> there = new HashSet<>(furnishing.there(
                arrival.pen,
                arrival.come.all(Kind.CHECKLIST).values().stream()
                        .map(ChecklistId::new)
                        .toList()));
        List<ChecklistId> ids = furnishing.checklists(brought);
        there.addAll(ids);
        for (int i = 0; i < fresh.size(); i++) {
            arrival.come.note(Kind.CHECKLIST, fresh.get(i).id(), ids.get(i).value());
        }
        items(arrival, there);
    }

    private void items(Arrival arrival, Set<ChecklistId> there) {
        Map<String, TrelloEvent> ticks = ticks(arrival);
        List<String> fresh = new ArrayList<>();
        List<Brought.OfItem> brought = new ArrayList<>();
        for (TrelloCard card : arrival.board.cards()) {
            for (TrelloChecklist checklist : card.checklists()) {
                OptionalLong own = arrival.come.own(Kind.CHECKLIST, checklist.id());
                if (own.isEmpty() || !there.contains(new ChecklistId(own.getAsLong()))) {
                    continue;
                }
                for (TrelloChecklist.Item item : checklist.items()) {
                    if (!arrival.come.has(Kind.ITEM, Come.key(checklist.id(), item.id()))) {
                        fresh.add(Come.key(checklist.id(), item.id()));
                        brought.add(item(arrival, card, new ChecklistId(own.getAsLong()), item, ticks));
                        arrival.tally.items++;
                        arrival.tally.itemsDone += item.done() ? 1 : 0;
                        touch(arrival, card);
                    }
                }
            }
        }
        List<ItemId> ids = furnishing.items(brought);
        for (int i = 0; i < fresh.size(); i++) {
            arrival.come.note(Kind.ITEM, fresh.get(i), ids.get(i).value());
        }
    }

    /** The last time that each item was ticked, by card and the item's name: the actions do not tell more. */
    private static Map<String, TrelloEvent> ticks(Arrival arrival) {
        Map<String, TrelloEvent> ticks = new HashMap<>();
        for (TrelloEvent event : arrival.board.events()) {
            if (event.kind() == TrelloEvent.Kind.ITEM_DONE && event.cardId() != null) {
                ticks.put(event.cardId() + " " + event.detail("item"), event);
            }
        }
        return ticks;
    }

    private static Brought.OfItem item(
            Arrival arrival,
            TrelloCard card,
            ChecklistId checklist,
            TrelloChecklist.Item item,
            Map<String, TrelloEvent> ticks) {
        TrelloEvent tick = item.done() ? ticks.get(card.id() + " " + item.name()) : null;
        Instant otherwise = card.lastActivityAt() != null ? card.lastActivityAt() : card.createdAt();
        return new Brought.OfItem(
                checklist,
                arrival.untitled(arrival.here(item.name())),
                item.due(),
                arrival.cast.mate(item.memberId()),
                !item.done()
                        ? null
                        : tick != null ? tick.at() : Objects.requireNonNullElse(otherwise, arrival.pen.now()),
                tick == null ? null : arrival.cast.author(tick.authorId()));
    }

    /** Only of cards that are new: elsewhere somebody may have set the value here. */
    void values(Arrival arrival) {
        List<Brought.OfValue> values = new ArrayList<>();
        for (TrelloCard card : arrival.board.cards()) {
            CardId id = arrival.cards.get(card.id());
            if (id != null && arrival.freshCards.contains(card.id())) {
                card.values().forEach((field, value) -> {
                    OptionalLong own = arrival.come.own(Kind.FIELD, field);
                    if (own.isPresent()) {
                        values.add(new Brought.OfValue(id, new FieldId(own.getAsLong()), text(value)));
                        arrival.tally.values++;
                    }
                });
            }
        }
        furnishing.values(values);
    }

    private static String text(TrelloValue value) {
        return value instanceof TrelloValue.Checked ? "true" : value.shown();
    }

    private static void touch(Arrival arrival, TrelloCard card) {
        CardId id = arrival.cards.get(card.id());
        if (id != null) {
            arrival.touched.add(id);
        }
    }

    void count(Arrival arrival) {
        furnishing.count(arrival.pen, arrival.touched);
    }
}
