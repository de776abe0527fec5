package openkitchen.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Comments and moves as pages send them, 16 at once, beside the statements that they cost run bare. */
final class Writing {

    static final int HANDS = 16;
    static final String SAID =
            "Проверил новый текст посадочной: заголовок стал короче, форма работает. Please review by Friday, "
                    + "дальше запускаем кампанию и смотрим конверсию.";

    private final Installation server;
    private final Database database;
    private final Rounds rounds;
    private final Duration time;

    Writing(Installation server, Database database, Rounds rounds, Duration time) {
        this.server = server;
        this.database = database;
        this.rounds = rounds;
        this.time = time;
    }

    /** The first boards are worked on one by each hand, the last of both by all hands. */
    void measure(List<Board> pages, List<Board> bare, Report report) throws Exception {
        String said = URLEncoder.encode(SAID, StandardCharsets.UTF_8);
        Load all = new Load(HANDS, time);
        Load one = new Load(1, time);
        Board page = pages.get(HANDS);
        Board naked = bare.get(HANDS);
        report.compared(
                "add comments, 16 connections on 16 projects",
                rounds.compare(
                        () -> all.run(hand -> page(hand, () -> pages.get(hand).comment(session(hand), said))),
                        () -> all.run(hand -> new Bare.Comment(database, bare.get(hand)))),
                "bare SQL",
                "≥ 50 %, ≥ 1 500/s");
        report.compared(
                "move cards, 16 connections on 16 projects",
                rounds.compare(
                        () -> all.run(hand -> page(hand, () -> pages.get(hand).move(session(hand)))),
                        () -> all.run(hand -> new Bare.Move(database, bare.get(hand)))),
                "bare SQL",
                "≥ 50 %, ≥ 1 500/s");
        Load.Maker asking = hand -> page(hand, () -> pages.get(hand).question(session(hand), said));
        all.run(asking);
        report.figures("ask questions, 16 connections on 16 projects", all.run(asking), "");
        report.compared(
                "add comments, 16 connections on one project",
                rounds.compare(
                        () -> all.run(hand -> page(hand, () -> page.comment(session(hand), said))),
                        () -> one.run(hand -> new Bare.Comment(database, naked))),
                "bare SQL on one connection",
                "≥ 50 %");
        report.compared(
                "move cards, 16 connections on one project",
                rounds.compare(
                        () -> all.run(hand -> page(hand, () -> page.move(session(hand)))),
                        () -> one.run(hand -> new Bare.Move(database, naked))),
                "bare SQL on one connection",
                "≥ 50 %");
    }

    private Load.Work page(int hand, java.util.function.Supplier<byte[]> next) throws java.io.IOException {
        return Load.requests(server.port(), next);
    }

    private static String session(int hand) {
        return Seed.token(hand % Seed.PEOPLE, 1 + hand / Seed.PEOPLE);
    }
}
