package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openkitchen.history.Event;
import openkitchen.history.EventKind;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.AgencyRole;
import openkitchen.people.Person;
import openkitchen.people.Theme;
import openkitchen.text.Language;
import openkitchen.text.Markdown;
import openkitchen.text.Messages;
import openkitchen.text.Moments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StoryTest {

    private static final Instant NOON = Instant.parse("2026-11-24T09:00:00Z");
    private static final PersonId DARYA = new PersonId(4);
    private static final CardId CARD = new CardId(77);

    private final Messages messages = new Messages();

    static Stream<EventKind> kinds() {
        return Stream.of(EventKind.values());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsToldInBothLanguages(EventKind kind) {
        for (Language language : Language.values()) {
            for (Map<String, Object> data : List.of(everything(), Map.<String, Object>of(), sparse(), self())) {
                Told told = tell(language, event(1, NOON, kind, data)).getFirst();
                assertThat(told.plain())
                        .as("%s in %s with %s", kind, language, data.keySet())
                        .doesNotContain("[", "]", "{", "}", "null")
                        .contains("Дарья Филина");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfCardEventNamesItsCard(EventKind kind) {
        if (kind.code().startsWith("card.")
                || List.of("item", "checklist", "file", "comment").contains(kind.subject())) {
            Told told = tell(Language.RU, event(1, NOON, kind, everything())).getFirst();
            assertThat(told.sentence()).anySatisfy(phrase -> assertThat(phrase).isInstanceOf(Phrase.Link.class));
            assertThat(told.plain()).contains("#12 Тексты");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRunOfAnyKindIsToldWithoutLosingOne(EventKind kind) {
        for (Language language : Language.values()) {
            List<Told> told = tell(
                    language,
                    event(3, NOON.plusSeconds(60), kind, everything()),
                    event(2, NOON.plusSeconds(30), kind, everything()),
                    event(1, NOON, kind, everything()));
            assertThat(told).allSatisfy(line -> assertThat(line.plain()).doesNotContain("[", "{"));
            int lines = told.stream()
                    .mapToInt(line -> Math.max(
                            1, Math.max(line.items().size(), line.inner().size())))
                    .sum();
            assertThat(lines).as("%s", kind).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyWroteIsNeverTakenForAPartOfTheSentence(Language language) {
        Map<String, Object> data = new HashMap<>(everything());
        data.put("title", "{who} \uFDD0\u0000\uFDD1 '{' #");
        data.put("from", "{to}");
        Told told = tell(language, event(1, NOON, EventKind.CARD_MOVED, data)).getFirst();
        assertThat(told.plain()).contains("{who} \uFDD0\u0000\uFDD1 '{' #").contains("{to}");
    }

    @Test
    void ticksOneAfterAnotherAreOneLine() {
        List<Told> told = tell(
                Language.RU,
                event(
                        3,
                        NOON.plusSeconds(60),
                        EventKind.ITEM_DONE,
                        Map.of("n", 12, "title", "Тексты", "item", "Третий")),
                event(
                        2,
                        NOON.plusSeconds(30),
                        EventKind.ITEM_DONE,
                        Map.of("n", 12, "title", "Тексты", "item", "Второй")),
                event(1, NOON, EventKind.ITEM_DONE, Map.of("n", 12, "title", "Тексты", "item", "Первый")));
        assertThat(told).singleElement().satisfies(line -> {
            assertThat(line.plain()).isEqualTo("Дарья Филина отмечает 3 сделанных пункта в карточке #12 Тексты");
            assertThat(line.items().stream().map(item -> item.getFirst().text()))
                    .containsExactly("Первый", "Второй", "Третий");
        });
    }

    @Test
    void ticksAnHourApartAreTwoLines() {
        assertThat(tell(
                        Language.RU,
                        event(2, NOON.plusSeconds(3600), EventKind.ITEM_DONE, everything()),
                        event(1, NOON, EventKind.ITEM_DONE, everything())))
                .hasSize(2);
    }

    @Test
    void whatIsDoneWhileMakingACardIsFoldedIntoIt() {
        List<Told> told = tell(
                Language.EN,
                event(4, NOON.plusSeconds(9), EventKind.COMMENT_ADDED, everything()),
                event(3, NOON.plusSeconds(6), EventKind.CARD_LABELLED, everything()),
                event(2, NOON.plusSeconds(3), EventKind.CARD_DATED, everything()),
                event(1, NOON, EventKind.CARD_ADDED, everything()));
        assertThat(told).hasSize(2);
        assertThat(told.getLast().plain()).contains("made the card #12 Тексты");
        assertThat(told.getLast().inner()).extracting(Told::number).containsExactly(2L, 3L);
    }

    @Test
    void aCardThatIsGoneIsNoLink() {
        Event event = new Event(
                new ProjectId(1),
                1,
                NOON,
                DARYA,
                EventKind.CARD_DELETED,
                new CardId(5),
                null,
                Map.of("n", 9, "title", "Старое"));
        Told told = new Story(scene(Language.RU), new Markdown())
                .tell(List.of(event))
                .getFirst();
        assertThat(told.sentence()).noneMatch(Phrase.Link.class::isInstance);
        assertThat(told.plain()).isEqualTo("Дарья Филина удаляет карточку #9 Старое");
    }

    @Test
    void anotherProjectIsNamedOnlyToWhoMaySeeIt() {
        assertThat(tell(
                                Language.EN,
                                event(1, NOON, EventKind.CARD_LEFT, Map.of("n", 12, "title", "Тексты", "to", "secret")))
                        .getFirst()
                        .plain())
                .isEqualTo("Дарья Филина moved #12 Тексты to another project");
        assertThat(tell(
                                Language.EN,
                                event(1, NOON, EventKind.CARD_LEFT, Map.of("n", 12, "title", "Тексты", "to", "garden")))
                        .getFirst()
                        .plain())
                .isEqualTo("Дарья Филина moved #12 Тексты to The garden");
    }

    @Test
    void whatWasImportedSaysFromWhere() {
        Event event = new Event(
                new ProjectId(1),
                1,
                NOON,
                null,
                EventKind.CARD_ADDED,
                CARD,
                "trello",
                Map.of("n", 12, "title", "Тексты"));
        Told told = new Story(scene(Language.RU), new Markdown())
                .tell(List.of(event))
                .getFirst();
        assertThat(told.origin()).isEqualTo("из Trello");
        assertThat(told.plain()).isEqualTo("Кто-то создаёт карточку #12 Тексты");
    }

    @Test
    void aLongTextIsShownByItsBeginning() {
        Told told = tell(Language.RU, event(1, NOON, EventKind.COMMENT_ADDED, Map.of("body", "**Слово** ".repeat(100))))
                .getFirst();
        assertThat(told.more()).isTrue();
        assertThat(told.excerpt()).startsWith("Слово Слово").endsWith("…").hasSizeLessThan(250);
    }

    private List<Told> tell(Language language, Event... newestFirst) {
        return new Story(scene(language), new Markdown()).tell(List.of(newestFirst));
    }

    private Scene scene(Language language) {
        Moments moments = new Moments(messages, java.time.Clock.systemUTC());
        return new Scene(
                messages.in(language),
                moments.at(NOON, language, ZoneId.of("Europe/Moscow")),
                "/p/garden",
                Map.of(DARYA, person(4, "Дарья Филина"), new PersonId(5), person(5, "Анна Белова")),
                Map.of(CARD, 12),
                Map.of("garden", "The garden"),
                Map.of("1", "Лаванда"));
    }

    private static Person person(long id, String name) {
        return new Person(
                new PersonId(id),
                name,
                "p" + id,
                null,
                null,
                AgencyRole.SPECIALIST,
                "",
                Language.RU,
                "Europe/Moscow",
                Theme.AUTO,
                null,
                true,
                false);
    }

    private static Event event(long number, Instant at, EventKind kind, Map<String, Object> data) {
        boolean ofCard = kind.code().startsWith("card.")
                || List.of("item", "checklist", "file", "comment").contains(kind.subject());
        @Nullable CardId card = ofCard ? CARD : null;
        return new Event(new ProjectId(1), number, at, DARYA, kind, card, null, data);
    }

    /** All fields that any room writes. */
    private static Map<String, Object> everything() {
        Map<String, Object> data = new HashMap<>();
        data.putAll(Map.of("n", 12, "title", "Тексты", "name", "Имя", "name_from", "Прежнее", "key", "garden"));
        data.putAll(Map.of("stage", "testing", "stage_from", "brief", "services", "seo,ppc", "services_from", "seo"));
        data.putAll(Map.of("client", "1", "client_from", "", "to", "closed", "from", "live", "reason", "Всё сделано"));
        data.putAll(Map.of("text", "strategy", "version", 2, "body", "Текст", "url", "https://a.example", "person", 5));
        data.putAll(Map.of(
                "roles",
                "seo,account",
                "duty",
                "тексты",
                "column",
                "В работе",
                "kind",
                "task",
                "kind_from",
                "request"));
        data.putAll(Map.of("colour", "green", "colour_from", "", "limit", "5", "limit_from", "", "label", "Срочно"));
        data.putAll(Map.of("discipline", "seo", "discipline_from", "", "affects", "seo", "affects_from", "", "of", 3));
        data.putAll(Map.of("start", "2026-11-24T09:00:00Z", "due", "2026-11-25T15:00:00Z", "cover", "picture"));
        data.putAll(Map.of("field", "Бюджет", "value", "100", "list", "Дела", "list_from", "Список", "item", "Пункт"));
        data.putAll(Map.of(
                "item_from", "Прежний", "file", "план.pdf", "comment", 5, "items", "а\nб", "description", "О чём"));
        return data;
    }

    /** What an import may know, in other words than ours. */
    private static Map<String, Object> sparse() {
        Map<String, Object> data = new HashMap<>();
        for (String field : List.of(
                "stage", "stage_from", "kind", "kind_from", "colour", "cover", "due", "roles", "to", "from", "text")) {
            data.put(field, "чужое");
        }
        return data;
    }

    private static Map<String, Object> self() {
        Map<String, Object> data = new HashMap<>(everything());
        data.put("person", 4);
        for (String empty : new ArrayList<>(List.of("description", "value", "due", "cover", "name", "item_from"))) {
            data.put(empty, "");
        }
        data.remove("name_from");
        data.remove("url");
        return data;
    }
}
