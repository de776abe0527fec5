package openkitchen.bridge.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openkitchen.board.Whereabouts;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.notice.Passes;
import openkitchen.notice.PublicAddress;
import openkitchen.notice.Reason;
import openkitchen.notice.Seals;
import openkitchen.notice.Tellings.Telling;
import openkitchen.notice.Topic;
import openkitchen.notice.Unsubscribing;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.talk.Comment;
import openkitchen.text.Html;
import openkitchen.text.Markdown;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into words what a letter tells: each thing with what can be done with it. */
@Component
class LetterWords {

    /** More of a text is read on the card. */
    private static final int LONGEST = 3000;

    private static final int QUOTE = 200;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final People people;
    private final Markdown markdown;
    private final PublicAddress address;
    private final ReplyAddresses replies;
    private final Unsubscribing unsubscribing;
    private final Seals seals;
    private final Passes passes;
    private final MailSettings settings;

    LetterWords(
            People people,
            Markdown markdown,
            PublicAddress address,
            ReplyAddresses replies,
            Unsubscribing unsubscribing,
            Seals seals,
            Passes passes,
            MailSettings settings) {
        this.people = people;
        this.markdown = markdown;
        this.address = address;
        this.replies = replies;
        this.unsubscribing = unsubscribing;
        this.seals = seals;
        this.passes = passes;
        this.settings = settings;
    }

    /** The names of those of whom a letter tells. */
    Map<PersonId, Person> names(Collection<PersonId> ids) {
        return people.these(ids);
    }

    /**
     * Something that happened.
     *
     * @param about what it is about, for a quote; null for nothing
     * @param digest whether the letter is about many cards
     */
    Told.Item item(
            Reader reader, Telling telling, Map<PersonId, Person> names, @Nullable Comment about, boolean digest) {
        List<Told.Link> links = new ArrayList<>();
        approval(reader, telling.reason(), telling.about()).ifPresent(links::add);
        links.add(new Told.Link(reader.say("letter.open"), link(telling)));
        if (digest && asks(telling.reason())) {
            byMail(reader, new ReplyAddresses.Meant(reader.person().id(), telling.card(), telling.about()))
                    .ifPresent(links::add);
        }
        return new Told.Item(
                sentence(reader, telling.reason(), name(names, telling.actor())),
                digest ? card(telling.number(), telling.title()) : "",
                telling.said() == null || about == null ? "" : markdown.plain(about.body(), QUOTE),
                words(telling.words()),
                telling.words(),
                "",
                links);
    }

    /** Somebody is waited for. */
    Told.Item item(
            Reader reader, Turn turn, Whereabouts.Spot spot, @Nullable Comment about, Map<PersonId, Person> names) {
        String url = address.url() + "/p/" + spot.projectKey() + "/cards/" + spot.number();
        List<Told.Link> links = new ArrayList<>();
        links.add(new Told.Link(reader.say("letter.open"), about == null ? url : url + "#comment-" + about.id()));
        if (turn.purpose() == Purpose.ANSWER || turn.purpose() == Purpose.CLARIFY) {
            byMail(reader, new ReplyAddresses.Meant(reader.person().id(), spot.card(), turn.comment()))
                    .ifPresent(links::add);
        }
        String body = about == null ? "" : about.body();
        return new Told.Item(
                sentence(
                        reader,
                        turn.urgent() ? Reason.URGENT : Reason.of(turn.purpose()),
                        name(names, about == null ? turn.opener() : about.author())),
                card(spot.number(), spot.title()),
                "",
                words(body),
                body,
                due(reader, turn),
                links);
    }

    /** To the page on which a decision maker decides, signed in by the link. */
    private Optional<Told.Link> approval(Reader reader, Reason reason, @Nullable CommentId ask) {
        boolean decides = reason == Reason.APPROVE || reason == Reason.REMINDED;
        return decides && ask != null && reader.person().side() == Side.CLIENT
                ? Optional.of(new Told.Link(
                        reader.say("letter.approve"),
                        address.url()
                                + passes.path(new Passes.Pass(reader.person().id(), ask))))
                : Optional.empty();
    }

    private static boolean asks(Reason reason) {
        return Set.of(Reason.ASKED, Reason.URGENT, Reason.ASKED_BACK, Reason.REOPENED, Reason.CLARIFIED)
                .contains(reason);
    }

    private Optional<Told.Link> byMail(Reader reader, ReplyAddresses.Meant meant) {
        String to = replies.of(meant);
        return to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Told.Link(
                        reader.say("letter.by_mail"),
                        "mailto:" + to + "?subject="
                                + URLEncoder.encode(reader.say("letter.answer"), StandardCharsets.UTF_8)
                                        .replace("+", "%20")));
    }

    private static String due(Reader reader, Turn turn) {
        Instant due = turn.due();
        return due == null
                ? ""
                : reader.say(
                        turn.promised() ? "letter.due" : "letter.term",
                        "when",
                        reader.when().due(due));
    }

    private static String sentence(Reader reader, Reason reason, @Nullable String who) {
        return reader.say("notice." + reason.code(), "who", who == null ? reader.say("product.name") : who);
    }

    private static @Nullable String name(Map<PersonId, Person> names, @Nullable PersonId id) {
        Person person = id == null ? null : names.get(id);
        return person == null ? null : person.name();
    }

    static String card(int number, String title) {
        return "#" + number + " " + title;
    }

    private String link(Telling telling) {
        CommentId said = telling.said() == null ? telling.about() : telling.said();
        String card = address.url() + "/p/" + telling.key() + "/cards/" + telling.number();
        return said == null ? card : card + "#comment-" + said;
    }

    private @Nullable Html words(String body) {
        if (body.isBlank()) {
            return null;
        }
        return new Html(markdown.html(body.length() <= LONGEST ? body : markdown.plain(body, LONGEST)));
    }

    /** The Message-ID under which all letters about a card stand together. */
    String thread(CardId card) {
        byte[] id = ByteBuffer.allocate(8).putLong(card.value()).array();
        return "<card-%d-%s@%s>"
                .formatted(card.value(), HexFormat.of().formatHex(seals.seal("thread", id), 0, 5), settings.domain());
    }

    /** Whole as HTML. */
    String html(Told told, String subject) {
        StringOutput output = new StringOutput(8192);
        templates.render("letter/told.jte", Map.of("told", told, "subject", subject), output);
        return output.toString();
    }

    /** The links by which the reader stops letters of this topic, and sets what else they want. */
    List<Told.Link> stops(Reader reader, Topic topic) {
        return List.of(
                new Told.Link(
                        reader.say("letter.stop", "topic", reader.say("notice.topic." + topic.code())),
                        address.url() + unsubscribe(reader, topic)),
                new Told.Link(reader.say("letter.wishes"), address.url() + "/me/notices/wishes"));
    }

    String unsubscribe(Reader reader, Topic topic) {
        return unsubscribing.path(reader.person().id(), topic);
    }
}
