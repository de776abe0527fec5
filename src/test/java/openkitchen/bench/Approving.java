package openkitchen.bench;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;

/** The client's decisions about texts as the page of an ask sends them, beside the statements that they cost run bare. */
final class Approving {

    private static final int HANDS = Writing.HANDS;

    private final Installation server;
    private final Database database;
    private final Asks asks;
    private final Rounds rounds;
    private final int each;

    /** @param each how many decisions a hand makes in a round */
    Approving(Installation server, Database database, Asks asks, Rounds rounds, int each) {
        this.server = server;
        this.database = database;
        this.asks = asks;
        this.rounds = rounds;
        this.each = each;
    }

    /** The first boards are worked on one by each hand, the last of both by all hands. */
    void measure(List<Board> pages, List<Board> bare, Report report) throws Exception {
        List<Board> many = pages.subList(0, HANDS);
        List<Board> nakedMany = bare.subList(0, HANDS);
        report.compared(
                "approve texts, 16 connections on 16 projects",
                rounds.compare(() -> decide(many), () -> run(nakedMany, HANDS)),
                "bare SQL",
                "≥ 50 %");
        List<Board> one = List.of(pages.get(HANDS));
        List<Board> nakedOne = List.of(bare.get(HANDS));
        report.compared(
                "approve texts, 16 connections on one project",
                rounds.compare(() -> decide(one), () -> run(nakedOne, 1)),
                "bare SQL on one connection",
                "≥ 50 %");
    }

    private Figures decide(List<Board> boards) throws Exception {
        List<Queue<Asks.Ask>> laid = lay(boards);
        return decided(new Load(HANDS, Duration.ZERO).run(each, hand -> {
            int place = hand % boards.size();
            Queue<Asks.Ask> open = laid.get(place);
            return Load.requests(server.port(), () -> next(open).approve(boards.get(place), Asks.session(hand)));
        }));
    }

    private Figures run(List<Board> boards, int hands) throws Exception {
        List<Queue<Asks.Ask>> laid = lay(boards);
        return decided(new Load(hands, Duration.ZERO).run(each * HANDS / hands, hand -> {
            int place = hand % boards.size();
            Queue<Asks.Ask> open = laid.get(place);
            return new Bare.Approve(database, boards.get(place), () -> next(open));
        }));
    }

    private List<Queue<Asks.Ask>> lay(List<Board> boards) throws Exception {
        return asks.lay(boards, each * HANDS / boards.size());
    }

    private static Asks.Ask next(Queue<Asks.Ask> open) {
        return Objects.requireNonNull(open.poll());
    }

    private Figures decided(Figures figures) throws Exception {
        asks.mustBeDecided();
        return figures;
    }
}
