package openkitchen.bench;

import java.nio.file.Path;
import java.time.Duration;

/** A desk over 62 projects, beside a board, and in an installation of very many turns. */
final class Desks {

    private static final String SESSION = Seed.token(1, 0);

    private final Databases databases;
    private final Path folder;
    private final Rounds rounds;
    private final Duration time;

    Desks(Databases databases, Path folder, Rounds rounds, Duration time) {
        this.databases = databases;
        this.folder = folder;
        this.rounds = rounds;
        this.time = time;
    }

    void measure(int turns, Report report) throws Exception {
        Database few = seeded("desk");
        Database many = seeded("crowd");
        new Backlog(many).crowd(turns);
        Board board = Board.find(few, "page-1");
        try (Installation inFew = Installation.start(few, folder.resolve("desk"));
                Installation inMany = Installation.start(many, folder.resolve("crowd"))) {
            byte[] desk = Wire.get("/desk", SESSION);
            byte[] page = Wire.get(board.path(), SESSION);
            Load load = new Load(1, time);
            report.compared(
                    "open the desk: %d live projects, %d others, %,d past turns"
                            .formatted(Backlog.LIVE, Backlog.RESTING, Backlog.PAST)
                            .replace(',', ' '),
                    rounds.compare(
                            () -> load.run(hand -> Load.requests(inFew.port(), () -> desk)),
                            () -> load.run(hand -> moving(inFew, board, page))),
                    "a board's page after a move on it, with the move",
                    "≥ 100 %");
            report.growth(
                    "open the desk among %,d turns".formatted(turns).replace(',', ' '),
                    rounds.compare(
                            () -> load.run(hand -> Load.requests(inMany.port(), () -> desk)),
                            () -> load.run(hand -> Load.requests(inFew.port(), () -> desk))),
                    "among %,d".formatted(Backlog.PAST).replace(',', ' '));
        }
    }

    private Database seeded(String name) throws Exception {
        Database database = databases.fresh(name);
        Installation.start(database, folder.resolve(name)).close();
        try (Seed seed = new Seed(database)) {
            seed.people(1).projects("page", 1, 5);
        }
        new Backlog(database).lay();
        return database;
    }

    private static Load.Work moving(Installation server, Board board, byte[] page) throws Exception {
        Wire wire = new Wire(server.port());
        return new Load.Work() {
            @Override
            public void once() throws Exception {
                wire.sendWell(board.move(SESSION));
                wire.sendWell(page);
            }

            @Override
            public void close() throws Exception {
                wire.close();
            }
        };
    }
}
