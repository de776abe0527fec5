package openkitchen.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openkitchen.history.Event;
import openkitchen.id.PersonId;
import openkitchen.people.Person;
import openkitchen.project.Role;
import openkitchen.text.Words;
import org.jspecify.annotations.Nullable;

/** The words for what an event's data name: who, which card, which label, what changed into what. */
final class Sayings {

    private static final String NONE = "event.none";

    private final Scene scene;
    private final Event event;

    Sayings(Scene scene, Event event) {
        this.scene = scene;
        this.event = event;
    }

    /** Says the event's sentence of this key; {@code who} and {@code card} are known to every one. */
    List<Phrase> say(String key, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 4);
        all[values.length] = "who";
        all[values.length + 1] = who();
        all[values.length + 2] = "card";
        all[values.length + 3] = card();
        return Phrase.say(words(), "event." + key, all);
    }

    Words words() {
        return scene.words();
    }

    @Nullable
    Person actor() {
        return event.actor() == null ? null : scene.people().get(event.actor());
    }

    private Phrase who() {
        Person actor = actor();
        return new Phrase.Name(
                actor != null ? actor.name() : words().say(event.source() == null ? "product.name" : "event.somebody"));
    }

    /** The card as it was called then; a link while it is in the project. */
    Phrase card() {
        Integer number = event.card() == null ? null : scene.cards().get(event.card());
        String told = event.text("n").isEmpty() ? (number == null ? "" : number.toString()) : event.text("n");
        String text = ((told.isEmpty() ? "" : "#" + told + " ") + event.text("title")).strip();
        if (number == null) {
            return new Phrase.Plain(text.isEmpty() ? words().say("event.a_card") : text);
        }
        Object comment = event.data().get("comment");
        return new Phrase.Link(
                text, scene.path() + "/cards/" + number + (comment == null ? "" : "#comment-" + comment));
    }

    boolean has(String field) {
        return !event.text(field).isBlank();
    }

    Phrase text(String field) {
        return new Phrase.Plain(event.text(field));
    }

    Phrase name(String field) {
        return new Phrase.Name(event.text(field));
    }

    /** The material that the event is about, as it was called then; a link while its card is in the project. */
    Phrase material() {
        return material(event.data());
    }

    private Phrase material(Map<?, ?> of) {
        Object called = of.get("name");
        if (called == null) {
            return new Phrase.Plain(words().say("event.a_material"));
        }
        String name = called.toString();
        boolean here = event.card() != null && scene.cards().containsKey(event.card());
        return here ? new Phrase.Link(name, scene.path() + "/materials/" + of.get("material")) : new Phrase.Name(name);
    }

    /** All versions that the event names: "Ads (version 2), Texts (version 1)". */
    List<Phrase> versions() {
        List<Phrase> said = new ArrayList<>();
        if (event.data().get("versions") instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof Map<?, ?> one) {
                    if (!said.isEmpty()) {
                        said.add(new Phrase.Plain(", "));
                    }
                    said.addAll(Phrase.say(
                            words(),
                            "event.version",
                            "material",
                            material(one),
                            "version",
                            String.valueOf(one.get("version"))));
                }
            }
        }
        return said;
    }

    /** Whether the event's person is the one who did it. */
    boolean self() {
        return event.actor() != null
                && event.text("person").equals(event.actor().toString());
    }

    /** The person whom the event names, as they are called now. */
    Phrase person() {
        if (event.data().get("person") instanceof Number id
                && scene.people().get(new PersonId(id.longValue())) instanceof Person known) {
            return new Phrase.Name(known.name());
        }
        return new Phrase.Name(has("name") ? event.text("name") : words().say("event.a_person"));
    }

    /** Who is waited for from then on: a person, somebody of a role, or a side. */
    Phrase whom() {
        if (event.data().get("person") instanceof Number) {
            return person();
        }
        String code = event.text("role");
        return new Phrase.Plain(code.isEmpty() ? words().say("event.a_person") : words().say("whom." + code));
    }

    Phrase roles() {
        return new Phrase.Plain(Mentionables.what(
                words(),
                Arrays.stream(event.text("roles").split(","))
                        .flatMap(code -> Role.find(code).stream())
                        .toList()));
    }

    /** A label's name, or its colour when it has none. */
    Phrase label(String field) {
        return new Phrase.Plain(
                has(field) || !has("colour") ? event.text(field) : known("colour.", event.text("colour")));
    }

    /** A moment of the data in the reader's zone. */
    Phrase moment(String field) {
        try {
            Instant moment = Instant.parse(event.text(field));
            return new Phrase.Plain(scene.when().date(scene.when().day(moment)) + ", "
                    + scene.when().time(moment));
        } catch (DateTimeException foreign) {
            return text(field);
        }
    }

    Phrase project(String field) {
        String name = scene.projects().get(event.text(field));
        return name == null
                ? new Phrase.Plain(words().say("event.a_project"))
                : new Phrase.Link(name, "/p/" + event.text(field));
    }

    /** What of these fields changed, as "stage: brief → set-up", one after another; empty when none did. */
    List<Phrase> changes(String... fields) {
        List<Phrase> said = new ArrayList<>();
        for (String field : fields) {
            if (event.data().containsKey(field + "_from")) {
                if (!said.isEmpty()) {
                    said.add(new Phrase.Plain("; "));
                }
                said.addAll(Phrase.say(
                        words(),
                        "event.change",
                        "what",
                        words().say("event.field." + field),
                        "from",
                        value(field, event.text(field + "_from")),
                        "to",
                        value(field, event.text(field))));
            }
        }
        return said;
    }

    private Phrase value(String field, String value) {
        if (value.isBlank()) {
            return new Phrase.Plain(words().say(NONE));
        }
        return new Phrase.Plain(
                switch (field) {
                    case "stage" -> known("stage.", value);
                    case "services", "affects", "discipline" -> disciplines(value);
                    case "client" -> scene.clients().getOrDefault(value, words().say("event.a_client"));
                    case "kind" ->
                        known(event.kind().subject().equals("column") ? "column.kind." : "card.kind.", value);
                    case "colour" -> known("colour.", value);
                    default -> value;
                });
    }

    private String disciplines(String codes) {
        return Arrays.stream(codes.split(","))
                .map(code -> known("discipline.", code))
                .collect(Collectors.joining(", "));
    }

    /** What happened elsewhere: by its own sentence, else in its own words. */
    String foreign() {
        String key = "foreign." + event.text("what");
        return words().know(key)
                ? words().say(key, "name", event.text("name"), "from", event.text("from"), "to", event.text("to"))
                : has("text") ? event.text("text") : event.text("type");
    }

    /** The word for a code; the code itself where there is none. */
    String known(String prefix, String code) {
        return words().know(prefix + code) ? words().say(prefix + code) : code;
    }

    /** The text that belongs to the event, in Markdown; empty when none does. */
    static String body(Event event) {
        return switch (event.kind().subject()) {
            case "comment" -> event.text("body") + event.text("reason");
            case "material", "version" -> event.text("note");
            case "launch" -> event.text("body") + event.text("despite") + event.text("hypothesis");
            case "question", "remark", "decision", "approval" ->
                event.text("body").isBlank() ? event.text("reason") : event.text("body");
            case "checklist" ->
                event.text("items").isEmpty() ? "" : "- " + event.text("items").replace("\n", "\n- ");
            case "card" -> event.text("description") + event.text("despite");
            case "project" -> event.text("body") + event.text("reason");
            case "link" -> event.text("url");
            default -> "";
        };
    }
}
