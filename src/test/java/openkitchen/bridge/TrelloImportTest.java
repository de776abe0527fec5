package openkitchen.bridge;

import static openkitchen.bridge.trello.Exports.DARYA;
import static openkitchen.bridge.trello.Exports.PAVEL;
import static openkitchen.bridge.trello.Exports.START;
import static openkitchen.bridge.trello.Exports.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openkitchen.board.Card;
import openkitchen.board.Cards;
import openkitchen.board.Column;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.board.Label;
import openkitchen.board.Labels;
import openkitchen.board.Writing;
import openkitchen.bridge.ImportChoices.ForWhom;
import openkitchen.bridge.ImportChoices.Who;
import openkitchen.bridge.trello.Exports;
import openkitchen.history.Event;
import openkitchen.history.EventKind;
import openkitchen.history.Proof;
import openkitchen.history.Timeline;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.project.Discipline;
import openkitchen.project.Knowledge;
import openkitchen.project.Mate;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import openkitchen.search.SearchIndex;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@KitchenTest
@Import(Kitchen.class)
class TrelloImportTest {

    /** What an earlier test made of them must not count. */
    private static final ImportChoices BOTH = new ImportChoices(
            "",
            "",
            new ForWhom.Nobody(),
            Set.of(),
            Map.of(),
            Map.of(DARYA, new Who.OfAgency(null), PAVEL, new Who.OfAgency(null)));

    @Autowired
    TrelloImport imports;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    Team team;

    @Autowired
    People people;

    @Autowired
    Columns columns;

    @Autowired
    Labels labels;

    @Autowired
    Cards cards;

    @Autowired
    Faces faces;

    @Autowired
    Writing writing;

    @Autowired
    Comments comments;

    @Autowired
    Timeline timeline;

    @Autowired
    Proof proof;

    @Autowired
    Knowledge knowledge;

    @Autowired
    SearchIndex search;

    @Autowired
    JdbcClient sql;

    Viewer account;
    String board;

    @BeforeEach
    void begin() {
        account = kitchen.account();
        board = Boards.freshId();
    }

    private static InputStream file(Map<String, Object> board) {
        return new ByteArrayInputStream(Exports.bytes(board));
    }

    private TrelloImport.Brought bring(Map<String, Object> board) {
        return bring(board, BOTH);
    }

    private TrelloImport.Brought bring(Map<String, Object> board, ImportChoices choices) {
        return imports.bring(account, file(board), choices, step -> {});
    }

    private List<Event> events(Seat seat) {
        return timeline.since(seat.project(), 0, Long.MAX_VALUE, 10_000);
    }

    @Test
    void columnsComeInTheirOrderWithKindsLimitsAndTheArchivedOneArchived() {
        Seat seat = bring(Boards.whole(board)).seat();
        assertThat(columns.of(seat))
                .extracting(Column::name, Column::kind, Column::wipLimit)
                .containsExactly(tuple("К запуску", ColumnKind.PLANNED, 4), tuple("Готово", ColumnKind.DONE, null));
        assertThat(columns.archived(seat)).extracting(Column::name).containsExactly("Old ideas");
    }

    @Test
    void openCardsOfAnArchivedListStayWithIt() {
        Seat seat = bring(Boards.whole(board)).seat();
        Card old = cards.number(seat, 3);
        assertThat(old.column().archived()).isTrue();
        assertThat(old.archived()).isNull();
    }

    @Test
    void numbersAreKeptAndASecondCardOfOneNumberGetsANewOne() {
        TrelloImport.Brought brought = bring(Boards.whole(board));
        assertThat(cards.number(brought.seat(), 1).face().title()).isEqualTo("Запуск рекламы");
        assertThat(cards.number(brought.seat(), 5).face().title()).isEqualTo("Двойник");
        assertThat(brought.report().changed().renumbered())
                .extracting(ImportReport.Renumbered::from, ImportReport.Renumbered::to)
                .containsExactly(tuple(1, 5));
        assertThat(kitchen.card(
                        brought.seat(), columns.of(brought.seat()).getFirst().id(), "Next"))
                .isEqualTo(6);
    }

    @Test
    void aCardComesWithDatesMarksAndWhenItWasMade() {
        Seat seat = bring(Boards.whole(board)).seat();
        Card launch = cards.number(seat, 1);
        assertThat(launch.created()).isEqualTo(START.plusSeconds(101));
        assertThat(launch.face().start()).isEqualTo(Instant.parse("2021-03-10T06:00:00Z"));
        assertThat(launch.face().due()).isEqualTo(Instant.parse("2021-03-20T15:00:00Z"));
        assertThat(launch.source())
                .containsEntry("reminderMinutes", 1440)
                .containsEntry("votes", 2)
                .containsEntry("shortLink", "cArD0001");
        Face done = faces.number(seat, 2);
        assertThat(done.done()).isNotNull();
        assertThat(done.due()).isNull();
        assertThat(done.coverColour()).isEqualTo("lime");
        Card gone = cards.number(seat, 4);
        assertThat(gone.archived()).isEqualTo(START.plusMillis(5_000_250));
        assertThat(gone.source()).containsEntry("template", true);
    }

    @Test
    void labelsKeepTheirShadesAndTheOneWithoutColour() {
        Seat seat = bring(Boards.whole(board)).seat();
        assertThat(labels.of(seat))
                .extracting(Label::name, Label::colour)
                .containsExactly(tuple("Срочно", "red_dark"), tuple("", "sky_light"), tuple("Без цвета", ""));
        assertThat(faces.number(seat, 1).labels()).hasSize(2);
    }

    @Test
    void textsPointToCardsFilesAndPeopleHere() {
        Seat seat = bring(Boards.whole(board)).seat();
        Card launch = cards.number(seat, 1);
        Card.Attachment picture = launch.attachments().getFirst();
        String darya = mate(seat, "Дарья Лебедева").person().handle();
        assertThat(launch.description())
                .isEqualTo("Смотри #2, @" + darya + ".\n\n![скрин](/p/" + seat.key() + "/files/" + picture.id() + ")");
        assertThat(launch.checklists().getFirst().items().getFirst().body()).isEqualTo("#2");
    }

    @Test
    void attachmentsComeAsLinksAndAsNamesOfFiles() {
        Seat seat = bring(Boards.whole(board)).seat();
        List<Card.Attachment> attachments = cards.number(seat, 1).attachments();
        assertThat(attachments)
                .extracting(Card.Attachment::title, Card.Attachment::url, Card.Attachment::note, Card.Attachment::size)
                .containsExactly(
                        tuple("Скриншот", null, "trello", 11L),
                        tuple("Бриф.pdf", null, "trello", 5L),
                        tuple("Сайт", "https://example.com/", "", 0L),
                        tuple("Обман — javascript:alert(1)", null, "", 0L),
                        tuple("#2 Тексты объявлений", "/p/" + seat.key() + "/cards/2", "", 0L));
        assertThat(faces.number(seat, 1).files()).isEqualTo(5);
    }

    @Test
    void checklistsComeInTheirOrderWithDatesPeopleAndTicks() {
        Seat seat = bring(Boards.whole(board)).seat();
        Card.Checklist list = cards.number(seat, 1).checklists().getFirst();
        assertThat(list.name()).isEqualTo("Перед запуском");
        assertThat(list.items().getFirst().due()).isEqualTo(Instant.parse("2021-04-01T09:00:00Z"));
        Card.Item ticked = list.items().getLast();
        PersonId pavel = mate(seat, "Pavel Kim").person().id();
        assertThat(ticked.done()).isEqualTo(START.plusMillis(1_005_250));
        assertThat(ticked.doneBy()).isEqualTo(pavel);
        assertThat(ticked.person()).isEqualTo(pavel);
        assertThat(faces.number(seat, 1))
                .extracting(Face::items, Face::itemsDone)
                .containsExactly(2, 1);
    }

    @Test
    void customFieldsKeepExactValues() {
        Seat seat = bring(Boards.whole(board)).seat();
        assertThat(cards.number(seat, 1).fields())
                .extracting(Card.FieldValue::name, Card.FieldValue::type, Card.FieldValue::value)
                .containsExactly(tuple("Бюджет", "number", "100.32"), tuple("Канал", "list", "Поиск"));
    }

    @Test
    void commentsHaveTheirAuthorsAndTimesCopiedOnesTheirFirst() {
        Seat seat = bring(Boards.whole(board)).seat();
        List<Comment> talk = comments.on(seat, 1);
        assertThat(talk)
                .extracting(Comment::at)
                .containsExactly(START.plusMillis(1_008_250), START.plusMillis(1_009_250));
        assertThat(talk.getFirst().body()).startsWith("Готово, @");
        assertThat(talk.getFirst().edited()).isEqualTo(START.plusMillis(1_100_250));
        assertThat(people.one(talk.getFirst().author()).name()).isEqualTo("Pavel Kim");
        assertThat(people.one(talk.getLast().author()).name()).isEqualTo("Бывший Сотрудник");
        assertThat(faces.number(seat, 1).comments()).isEqualTo(2);
    }

    @Test
    void whoIsNotOnTheTeamKeepsTheirNameAndCannotBeChosen() {
        Seat seat = bring(Boards.whole(board)).seat();
        assertThat(team.of(seat)).extracting(mate -> mate.person().name()).doesNotContain("Бывший Сотрудник");
        assertThat(people.one(comments.on(seat, 1).getLast().author()).left()).isTrue();
    }

    @Test
    void theTeamIsWhoWasOnTheBoardAsOneDecides() {
        Viewer colleague = kitchen.specialist();
        ImportChoices choices = new ImportChoices(
                "Пекарня 2",
                "",
                new ForWhom.Newcomer("Пекарня"),
                Set.of(Discipline.PPC),
                Map.of(),
                Map.of(DARYA, new Who.OfClient(Role.LEAD), PAVEL, new Who.Known(colleague.person())));
        TrelloImport.Brought brought = bring(Boards.whole(board), choices);
        assertThat(mate(brought.seat(), "Дарья Лебедева").roles()).containsExactly(Role.LEAD);
        assertThat(mate(brought.seat(), colleague.name()).roles()).containsExactly(Role.PPC);
        assertThat(faces.number(brought.seat(), 1).people())
                .contains(colleague.person())
                .hasSize(2);
        assertThat(brought.report().changed().placeholders()).containsExactly("Дарья Лебедева");
        assertThat(java.util.Objects.requireNonNull(projects.one(brought.seat()).client())
                        .name())
                .isEqualTo("Пекарня");
    }

    private Mate mate(Seat seat, String name) {
        return team.of(seat).stream()
                .filter(mate -> mate.person().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatHappenedStandsInTheTimelineWithItsTimesAndAuthors() {
        Seat seat = bring(Boards.whole(board)).seat();
        List<Event> events = events(seat);
        assertThat(events).extracting(Event::kind).startsWith(EventKind.PROJECT_CREATED, EventKind.MEMBER_ADDED);
        assertThat(events.stream().filter(event -> event.kind() == EventKind.PROJECT_IMPORTED))
                .hasSize(1);
        Event moved = events.stream()
                .filter(event -> event.kind() == EventKind.CARD_MOVED)
                .findFirst()
                .orElseThrow();
        assertThat(moved.at()).isEqualTo(START.plusMillis(1_004_250));
        assertThat(moved.source()).isEqualTo("trello");
        assertThat(moved.data())
                .containsEntry("n", 2)
                .containsEntry("from", "К запуску")
                .containsEntry("to", "Готово")
                .containsEntry("to_kind", "done");
        assertThat(events.stream().filter(event -> event.kind() == EventKind.FOREIGN))
                .extracting(event -> event.text("what"))
                .containsExactly("card_deleted", "board_renamed");
        assertThat(events.stream().filter(event -> "trello".equals(event.source())))
                .extracting(Event::at)
                .isSorted();
    }

    @Test
    void everyCardIsMadeOnceAndEveryCommentSaidOnce() {
        Seat seat = bring(Boards.whole(board)).seat();
        List<Event> events = events(seat);
        assertThat(events.stream().filter(event -> event.kind() == EventKind.CARD_ADDED))
                .extracting(event -> event.text("n"))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5");
        assertThat(events.stream().filter(event -> event.kind() == EventKind.COMMENT_ADDED))
                .hasSize(2);
        Event old = events.stream()
                .filter(event ->
                        event.kind() == EventKind.CARD_ADDED && event.text("n").equals("3"))
                .findFirst()
                .orElseThrow();
        assertThat(old.at()).isEqualTo(START.plusSeconds(103));
        assertThat(old.actor()).isEqualTo(mate(seat, "Дарья Лебедева").person().id());
    }

    @Test
    void theChainHolds() {
        Seat seat = bring(Boards.whole(board)).seat();
        bring(Boards.later(board));
        assertThat(proof.walk(seat.project()).sound()).isTrue();
    }

    @Test
    void theBoardsDescriptionBecomesTheBusinessContext() {
        Seat seat = bring(Boards.whole(board)).seat();
        assertThat(knowledge.text(seat, Knowledge.Kind.BUSINESS).body())
                .isEqualTo("Пекарня на углу, печём с 1998 года");
    }

    @Test
    void whatCameIsFound() {
        Seat seat = bring(Boards.whole(board)).seat();
        assertThat(search.find(Set.of(seat.project()), "рекламы", 10)).hasSize(1);
        assertThat(search.find(Set.of(seat.project()), "скопировано", 10)).hasSize(1);
    }

    @Test
    void theReportCountsWhatCameAndWhatDidNot() {
        ImportReport report = bring(Boards.whole(board)).report();
        assertThat(report.brought()).isEqualTo(report.file());
        assertThat(report.brought().cards()).isEqualTo(5);
        assertThat(report.brought().openCardsInArchivedLists()).isEqualTo(1);
        assertThat(report.brought().uploads()).isEqualTo(2);
        assertThat(report.missing().comments()).isEqualTo(3);
        assertThat(report.missing().commentsByCard())
                .containsExactly(new ImportReport.CommentsOf(1, "Запуск рекламы", 3));
        assertThat(report.missing().files())
                .extracting(ImportReport.File::name, ImportReport.File::cover)
                .containsExactly(tuple("Скриншот", true), tuple("Бриф.pdf", false));
        assertThat(report.changed().deadLinks()).isEqualTo(1);
    }

    @Test
    void theReportCanBeReadLater() {
        TrelloImport.Brought brought = bring(Boards.whole(board));
        assertThat(imports.report(brought.seat())).contains(brought.report());
    }

    @Test
    void aSecondImportBringsNothingTwice() {
        Seat seat = bring(Boards.whole(board)).seat();
        Map<String, Long> before = rows();
        TrelloImport.Brought again = bring(Boards.whole(board));
        assertThat(again.seat().key()).isEqualTo(seat.key());
        assertThat(again.report().again()).isTrue();
        assertThat(again.report().brought())
                .isEqualTo(new ImportReport.Numbers(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aLaterExportAddsWhatIsNewAndChangesNothingHere() {
        Seat seat = bring(Boards.whole(board)).seat();
        writing.title(seat, 2, -1, "Своё название");
        ImportReport report = bring(Boards.later(board)).report();
        assertThat(report.brought().cards()).isEqualTo(1);
        assertThat(report.brought().comments()).isEqualTo(1);
        assertThat(report.brought().lists()).isZero();
        assertThat(cards.number(seat, 2).face().title()).isEqualTo("Своё название");
        assertThat(comments.on(seat, 2)).extracting(Comment::body).containsExactly("Ещё слово");
        assertThat(cards.number(seat, 6).description()).isEqualTo("Как в #1");
    }

    @Test
    void anotherAccountWhoCannotSeeTheProjectGetsOneOfTheirOwn() {
        Seat seat = bring(Boards.whole(board)).seat();
        Viewer other = kitchen.account();
        Seat own = imports.bring(other, file(Boards.whole(board)), ImportChoices.AS_GUESSED, step -> {})
                .seat();
        assertThat(own.project()).isNotEqualTo(seat.project());
    }

    @Test
    void twoAtOnceMakeOneProject() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<TrelloImport.Brought> one = () -> bring(Boards.whole(board));
            List<Future<TrelloImport.Brought>> futures = both.invokeAll(List.of(one, one));
            TrelloImport.Brought first = futures.get(0).get();
            TrelloImport.Brought second = futures.get(1).get();
            assertThat(first.seat().project()).isEqualTo(second.seat().project());
            assertThat(first.report().again()).isNotEqualTo(second.report().again());
        }
    }

    @Test
    void aRefusedFileLeavesNothing() {
        Map<String, Long> before = rows();
        for (String wrong : List.of("", "[]", "{}", "{\"cards\":[]}", "name,list\n1,2", "{\"lists\":[],\"cards\":[{")) {
            InputStream bytes = new ByteArrayInputStream(wrong.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> imports.bring(account, bytes, ImportChoices.AS_GUESSED, step -> {}))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            invalid -> assertThat(invalid.faults().getFirst().key())
                                    .startsWith("trello.refusal."));
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aWrongChoiceLeavesNothing() {
        Seat taken = kitchen.project(account);
        Viewer contact = kitchen.contact(kitchen.client(account));
        Map<String, Long> before = rows();
        for (ImportChoices wrong : List.of(
                new ImportChoices("", taken.key(), new ForWhom.Newcomer("Новый"), Set.of(), Map.of(), Map.of()),
                new ImportChoices("", "Not a key", new ForWhom.Nobody(), Set.of(), Map.of(), Map.of()),
                new ImportChoices(
                        "", "", new ForWhom.Nobody(), Set.of(), Map.of(), Map.of(DARYA, new Who.OfClient(null))),
                new ImportChoices(
                        "",
                        "",
                        new ForWhom.Newcomer("Новый"),
                        Set.of(),
                        Map.of(),
                        Map.of(DARYA, new Who.OfAgency(null), PAVEL, new Who.Known(contact.person()))))) {
            assertThatThrownBy(() -> bring(Boards.whole(board), wrong)).isInstanceOf(Invalid.class);
        }
        assertThat(rows()).isEqualTo(before);
    }

    private static final List<String> TABLES = List.of(
            "client",
            "person",
            "departure",
            "project",
            "chain",
            "event",
            "member",
            "board_column",
            "label",
            "card",
            "card_text",
            "card_label",
            "card_person",
            "checklist",
            "checklist_item",
            "custom_field",
            "custom_field_value",
            "comment",
            "attachment",
            "search_document",
            "import",
            "imported",
            "project_text");

    private Map<String, Long> rows() {
        return TABLES.stream()
                .collect(java.util.stream.Collectors.toMap(
                        table -> table,
                        table -> sql.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
    }

    @Test
    void onlyOwnersAndAccountsMay() {
        for (Viewer viewer : List.of(kitchen.specialist(), kitchen.contact(kitchen.client(account)))) {
            assertThatThrownBy(() -> imports.plan(viewer, file(Boards.whole(board))))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() ->
                            imports.bring(viewer, file(Boards.whole(board)), ImportChoices.AS_GUESSED, step -> {}))
                    .isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void aPlanTellsWhatWillComeAndGuesses() {
        ImportPlan plan = imports.plan(account, file(Boards.whole(board)));
        assertThat(plan.project()).isNull();
        assertThat(plan.lists())
                .extracting(ImportPlan.OfList::kind)
                .containsExactly(ColumnKind.INTAKE, ColumnKind.PLANNED, ColumnKind.DONE);
        assertThat(plan.members())
                .extracting(ImportPlan.OfMember::id, ImportPlan.OfMember::guess)
                .contains(tuple(STRANGER, new Who.LeftOut()));
        Seat seat = bring(Boards.whole(board)).seat();
        assertThat(imports.plan(account, file(Boards.whole(board))).project()).isEqualTo(seat.key());
    }

    @Test
    void boardsOfEveryYearCome() {
        for (Map<String, Object> old : openkitchen.bridge.trello.Generations.all()) {
            old.put("id", Boards.freshId());
            ImportReport report = bring(old).report();
            assertThat(report.brought()).isEqualTo(report.file());
        }
    }

    @Test
    void fiveThousandCardsComeWithinSeconds() {
        Instant start = Instant.now();
        ImportReport report = bring(Boards.large(board, 5000)).report();
        assertThat(report.brought().cards()).isEqualTo(5000);
        assertThat(report.brought().comments()).isEqualTo(1000);
        Duration took = Duration.between(start, Instant.now());
        assertThat(took).isLessThan(Duration.ofSeconds(40));
        System.out.println("5,000 cards and 1,000 comments: " + took.toMillis() + " ms");
    }
}
