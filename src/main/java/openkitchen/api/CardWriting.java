package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openkitchen.board.Card;
import openkitchen.board.CardKind;
import openkitchen.board.CardPages;
import openkitchen.board.Cards;
import openkitchen.board.Face;
import openkitchen.board.Marking;
import openkitchen.board.Moving;
import openkitchen.board.Writing;
import openkitchen.history.History;
import openkitchen.id.ColumnId;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import openkitchen.people.Side;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes and changes a card with many fields at once, as one change. */
@Component
class CardWriting {

    private static final int WHATEVER_STANDS_THERE = -1;

    private final Cards cards;
    private final Writing writing;
    private final Marking marking;
    private final Moving moving;
    private final History history;

    CardWriting(Cards cards, Writing writing, Marking marking, Moving moving, History history) {
        this.cards = cards;
        this.writing = writing;
        this.marking = marking;
        this.moving = moving;
        this.history = history;
    }

    @Schema(name = "NewCard")
    record NewCard(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 500) @Nullable
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The column's id.") @Nullable
            Long column,

            @Schema(description = "The number of the card that it shall stand behind.") @Nullable
            Integer after,

            @Schema(
                    description = "Where in the column, if not behind a card.",
                    allowableValues = {"top", "end"},
                    defaultValue = "end")
            @Nullable
            String at,

            @Schema(description = "Markdown.", maxLength = 50_000) @Nullable
            String description,

            @Schema(
                    description = "Left out: a request when a client's contact makes it, else a task.",
                    allowableValues = {"task", "request", "launch", "report", "reference"})
            @Nullable
            String kind,

            @Schema(
                    allowableValues = {
                        "seo",
                        "ppc",
                        "social",
                        "development",
                        "design",
                        "analytics",
                        "copywriting",
                        "account"
                    })
            @Nullable
            String discipline,

            @Schema(
                    allowableValues = {
                        "seo",
                        "ppc",
                        "social",
                        "development",
                        "design",
                        "analytics",
                        "copywriting",
                        "account"
                    })
            @Nullable
            List<String> affects,

            @Nullable Instant start,
            @Nullable Instant due,

            @Schema(description = "Ids of labels.") @Nullable
            List<Long> labels,

            @Schema(description = "Ids of people of the team.") @Nullable
            List<Long> people) {}

    @Schema(name = "CardChange", description = "What is left out stays as it is.")
    record CardChange(
            @Schema(maxLength = 500) @Nullable String title,

            @Schema(description = "Markdown.", maxLength = 50_000) @Nullable
            String description,

            @Schema(description = "The text version that was edited.") @Nullable
            Integer textVersion,

            @Schema(allowableValues = {"task", "request", "launch", "report", "reference"}) @Nullable
            String kind,

            @Schema(
                    allowableValues = {
                        "seo",
                        "ppc",
                        "social",
                        "development",
                        "design",
                        "analytics",
                        "copywriting",
                        "account"
                    })
            @Nullable
            Change<String> discipline,

            @Schema(
                    allowableValues = {
                        "seo",
                        "ppc",
                        "social",
                        "development",
                        "design",
                        "analytics",
                        "copywriting",
                        "account"
                    })
            @Nullable
            List<String> affects,

            @Nullable Change<Instant> start,
            @Nullable Change<Instant> due,

            @Schema(description = "Whether it is done, wherever it stands.") @Nullable
            Boolean done) {}

    static Optional<CardPages.Place> place(String code) {
        return Arrays.stream(CardPages.Place.values())
                .filter(place -> place.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    /** Makes the card and returns its number. */
    int add(Seat seat, NewCard wanted) {
        CardKind usual = seat.side() == Side.CLIENT ? CardKind.REQUEST : CardKind.TASK;
        CardKind kind = wanted.kind() == null ? usual : Input.choice("kind", wanted.kind(), CardKind::find);
        ColumnId column = new ColumnId(Input.needed("column", wanted.column()));
        Cards.NewCard card = new Cards.NewCard(
                column,
                Input.line(wanted.title()),
                Input.text(wanted.description()),
                kind,
                Input.choiceOrNone("discipline", wanted.discipline(), Discipline::find),
                atTop(wanted.at()));
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            int number = in("column", () -> cards.add(seat, card)).number();
            if (wanted.after() != null) {
                moving.place(seat, number, column, wanted.after());
            }
            mark(seat, number, card, wanted);
            return number;
        });
    }

    static boolean atTop(@Nullable String at) {
        return at != null
                && Input.choice("at", at, code -> Optional.of(code).filter(List.of("top", "end")::contains))
                        .equals("top");
    }

    private void mark(Seat seat, int number, Cards.NewCard card, NewCard wanted) {
        if (wanted.affects() != null && !wanted.affects().isEmpty()) {
            marking.as(seat, number, card.kind(), card.discipline(), Input.disciplines("affects", wanted.affects()));
        }
        if (wanted.start() != null || wanted.due() != null) {
            marking.date(seat, number, wanted.start(), wanted.due());
        }
        for (LabelId label : Input.ids("labels", wanted.labels(), LabelId::new)) {
            in("labels", () -> done(() -> marking.label(seat, number, label)));
        }
        for (PersonId person : Input.ids("people", wanted.people(), PersonId::new)) {
            in("people", () -> done(() -> marking.assign(seat, number, person)));
        }
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }

    /** What is not found here was named in the body, not in the address. */
    private static <T> T in(String field, java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (NotFound none) {
            throw new Invalid(field, "error.choice");
        }
    }

    /** Does all that the change names; to be called under the project's lock. */
    void change(Seat seat, int number, CardChange wanted) {
        Card now = cards.number(seat, number);
        Face face = now.face();
        write(seat, now, wanted);
        if (wanted.kind() != null || wanted.discipline() != null || wanted.affects() != null) {
            String discipline = Change.or(
                    wanted.discipline(),
                    face.discipline() == null ? null : face.discipline().code());
            marking.as(
                    seat,
                    number,
                    wanted.kind() == null ? face.kind() : Input.choice("kind", wanted.kind(), CardKind::find),
                    Input.choiceOrNone("discipline", discipline, Discipline::find),
                    wanted.affects() == null ? face.affects() : Input.disciplines("affects", wanted.affects()));
        }
        if (wanted.start() != null || wanted.due() != null) {
            marking.date(seat, number, Change.or(wanted.start(), face.start()), Change.or(wanted.due(), face.due()));
        }
        if (wanted.done() != null) {
            marking.done(seat, number, wanted.done());
        }
    }

    private void write(Seat seat, Card now, CardChange wanted) {
        String title = Input.line(wanted.title(), now.face().title());
        String description = wanted.description() == null ? now.description() : wanted.description();
        boolean changed = !title.equals(now.face().title()) || !description.equals(now.description());
        if (changed && wanted.textVersion() != null && wanted.textVersion() != now.textVersion()) {
            throw new Stale(now.textVersion(), CardAnswers.texts(now));
        }
        if (wanted.title() != null) {
            writing.title(seat, now.face().number(), WHATEVER_STANDS_THERE, title);
        }
        if (wanted.description() != null) {
            writing.describe(seat, now.face().number(), WHATEVER_STANDS_THERE, description);
        }
    }
}
