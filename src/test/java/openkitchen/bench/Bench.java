package openkitchen.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Measures everything that {@code docs/performance.md} tells, and writes it there. */
public final class Bench {

    private static final int PROJECTS = 16;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Wishes wishes = Wishes.of(arguments);
        Path folder = Files.createTempDirectory("open-kitchen-bench");
        Leftovers.add(() -> FileSystemUtils.deleteRecursively(folder));
        Report report = new Report();
        String load = Page.load();
        String agreement = wishes.wants("statements") ? agreement(folder.resolve("recorded")) : "";
        String postgreSql;
        try (Databases databases = Databases.open(folder.resolve("postgresql"), Map.of())) {
            postgreSql = databases.version();
            kitchen(wishes, databases, folder, report);
            growth(wishes, databases, folder, report);
            desks(wishes, databases, folder, report);
            materials(wishes, databases, folder, report);
        }
        if (wishes.wants("start")) {
            report.part("Start");
            new Starting(folder.resolve("start"), wishes.rounds()).measure(report);
        }
        if (wishes.whole()) {
            Page.write(report, postgreSql, load, agreement + "\n\n" + Page.statements(), List.of(arguments));
        }
    }

    private static String agreement(Path folder) throws Exception {
        if (Databases.outside()) {
            return "An outside PostgreSQL was measured on, which was not asked to write down what the server sends.";
        }
        return Recorded.record(folder).agrees()
                ? "They are those that PostgreSQL's log shows for the server, in this run."
                : "**They are no longer quite those that PostgreSQL's log shows for the server: see the console.**";
    }

    private static void kitchen(Wishes wishes, Databases databases, Path folder, Report report) throws Exception {
        if (!wishes.wants("open", "write", "live", "visit")) {
            return;
        }
        Database database = databases.fresh("kitchen");
        Installation.start(database, folder.resolve("kitchen")).close();
        try (Seed seed = new Seed(database)) {
            seed.people(1 + Live.LISTENERS / Seed.PEOPLE)
                    .projects("page", PROJECTS + 2, 5)
                    .projects("bare", PROJECTS + 1, 5);
        }
        Rounds rounds = new Rounds(wishes.rounds());
        List<Board> boards = Board.all(database, "page", PROJECTS + 2);
        try (Installation server = Installation.start(database, folder.resolve("kitchen"))) {
            if (wishes.wants("open")) {
                report.part("Opening a board");
                new Opening(server, rounds, wishes.time()).measure(boards, report);
            }
            if (wishes.wants("write")) {
                report.part("Writing");
                new Writing(server, database, rounds, wishes.time())
                        .measure(boards, Board.all(database, "bare", PROJECTS + 1), report);
            }
            if (wishes.wants("live")) {
                report.part("Live");
                new Live(server, wishes.moves()).measure(boards.getLast(), report);
            }
            if (wishes.wants("visit")) {
                report.part("First visit");
                Starting.firstVisit(server, boards.getFirst(), report);
                report.row("memory of the JVM after all of this", server.megabytes() + " MB", "");
            }
        }
    }

    private static void desks(Wishes wishes, Databases databases, Path folder, Report report) throws Exception {
        if (wishes.wants("desk")) {
            report.part("The desk");
            new Desks(databases, folder, new Rounds(wishes.rounds()), wishes.time()).measure(wishes.turns(), report);
        }
    }

    private static void materials(Wishes wishes, Databases databases, Path folder, Report report) throws Exception {
        if (!wishes.wants("files", "approve", "table")) {
            return;
        }
        report.part("Files and approvals");
        Database database = databases.fresh("files");
        Installation.start(database, folder.resolve("files")).close();
        try (Seed seed = new Seed(database)) {
            seed.people(1).projects("page", PROJECTS + 1, 0).projects("bare", PROJECTS + 1, 0);
        }
        Asks asks = new Asks(database).client(PROJECTS);
        List<Board> boards = Board.all(database, "page", PROJECTS + 1);
        Rounds rounds = new Rounds(wishes.rounds());
        try (Installation server = Installation.start(database, folder.resolve("files"))) {
            if (wishes.wants("files")) {
                new Filing(server, database, rounds, folder).measure(boards.getLast(), wishes.megabytes(), report);
            }
            if (wishes.wants("approve")) {
                new Approving(server, database, asks, rounds, wishes.decisions())
                        .measure(boards, Board.all(database, "bare", PROJECTS + 1), report);
            }
            if (wishes.wants("table")) {
                new Tables(server, database, wishes.rounds(), wishes.time()).measure(boards.getLast(), report);
            }
        }
    }

    private static void growth(Wishes wishes, Databases databases, Path folder, Report report) throws Exception {
        if (!wishes.wants("growth")) {
            return;
        }
        report.part("Growth");
        Database small = databases.fresh("small");
        Database large = databases.fresh("large");
        Installation.start(small, folder.resolve("small")).close();
        Installation.start(large, folder.resolve("large")).close();
        try (Seed seed = new Seed(small)) {
            seed.people(1).projects("page", 1, 5).projects("other", 1, 0);
        }
        int others = wishes.cards() / Seed.CARDS - 1;
        try (Seed seed = new Seed(large)) {
            seed.people(1);
            for (int made = 0; made < others; made += 200) {
                seed.projects("other" + made, Math.min(200, others - made), 0);
            }
            seed.projects("page", 1, 5);
        }
        try (Installation inSmall = Installation.start(small, folder.resolve("small"));
                Installation inLarge = Installation.start(large, folder.resolve("large"))) {
            new Growth(
                            inSmall,
                            inLarge,
                            new Rounds(wishes.rounds()),
                            Duration.ofMillis(wishes.time().toMillis() / 2))
                    .measure(Board.find(small, "page-1"), Board.find(large, "page-1"), wishes.cards(), report);
        }
    }
}
