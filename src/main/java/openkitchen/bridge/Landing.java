package openkitchen.bridge;

import java.util.LinkedHashMap;
import java.util.Map;
import openkitchen.bridge.ImportChoices.Who;
import openkitchen.bridge.ImportProgress.Step;
import openkitchen.bridge.trello.TrelloBoard;
import openkitchen.bridge.trello.TrelloFile.Reading;
import openkitchen.history.EventKind;
import openkitchen.history.Pen;
import openkitchen.id.ClientId;
import openkitchen.people.People;
import openkitchen.project.Knowledge;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import openkitchen.text.Messages;
import openkitchen.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings one board into one project, part by part, within the project's change. */
@Component
class Landing {

    private final BoardArriving boards;
    private final CardsArriving cards;
    private final PartsArriving parts;
    private final TalkArriving talk;
    private final HistoryArriving past;
    private final People people;
    private final Team team;
    private final Knowledge knowledge;
    private final Messages messages;
    private final ImportRows rows;

    Landing(
            BoardArriving boards,
            CardsArriving cards,
            PartsArriving parts,
            TalkArriving talk,
            HistoryArriving past,
            People people,
            Team team,
            Knowledge knowledge,
            Messages messages,
            ImportRows rows) {
        this.boards = boards;
        this.cards = cards;
        this.parts = parts;
        this.talk = talk;
        this.past = past;
        this.people = people;
        this.team = team;
        this.knowledge = knowledge;
        this.messages = messages;
        this.rows = rows;
    }

    /** All that is needed; {@code key} is what the board is known by. */
    record Load(
            Reading.Accepted read,
            Seat seat,
            @Nullable ClientId client,
            ImportChoices choices,
            Map<String, Who> guesses,
            boolean again,
            String key) {}

    ImportReport bring(Load load, Pen pen, ImportProgress progress) {
        TrelloBoard board = load.read().board();
        Seat seat = load.seat();
        Words words = messages.in(seat.viewer().language());
        Come come = rows.come(seat.project());
        Cast cast = new Cast(people, team, seat, load.client(), come, board, words.say("import.somebody"));
        cast.gather(load.choices().people(), load.guesses(), load.choices().services());
        Arrival arrival = new Arrival(seat, pen, board, come, cast, words);

        progress.at(Step.CARDS);
        boards.arrive(arrival, load.choices().kinds());
        cards.arrive(arrival);
        parts.attachments(arrival);
        cards.write(arrival);
        parts.checklists(arrival);
        parts.values(arrival);
        parts.count(arrival);
        progress.at(Step.TALK);
        talk.arrive(arrival);
        progress.at(Step.HISTORY);
        past.arrive(arrival);
        if (!load.again() || !arrival.tally.nothing()) {
            tell(arrival, load.key());
        }
        if (!load.again() && !board.description().isBlank()) {
            knowledge.write(seat, Knowledge.Kind.BUSINESS, 0, fit(arrival.here(board.description())));
        }
        arrival.write();
        rows.keep(seat.project(), come);
        ImportReport report = Reporting.of(load, arrival);
        rows.keep(pen, seat.viewer().person(), report);
        return report;
    }

    private static String fit(String text) {
        return text.length() > Knowledge.TEXT_LIMIT ? text.substring(0, Knowledge.TEXT_LIMIT) : text;
    }

    /** What one reads first of the import. */
    private static void tell(Arrival arrival, String key) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("from", ImportRows.TRELLO);
        data.put("name", arrival.board.name());
        data.put("id", key);
        data.put("url", arrival.board.url());
        data.put("cards", arrival.tally.cards);
        data.put("comments", arrival.tally.comments);
        arrival.pen.write(EventKind.PROJECT_IMPORTED, data);
    }
}
