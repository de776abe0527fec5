package openkitchen.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL is asked for one comment, one move and one approval on a page, by its own log. */
record Recorded(List<String> comment, List<String> move, List<String> approval) {

    /** An entry begins on a line that bears the time; the lines without one belong to it. */
    private static final Pattern ENTRY = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\d )");

    private static final Pattern STATEMENT =
            Pattern.compile("^[^\\n]*? LOG:  (?:execute [^:]+|statement): (.*)", Pattern.DOTALL);

    /** Runs a server of its own on a PostgreSQL that writes down every statement. */
    static Recorded record(Path folder) throws Exception {
        try (Databases databases = Databases.open(folder, Map.of("log_statement", "all"))) {
            Database database = databases.fresh("recorded");
            Installation.start(database, folder.resolve("kitchen")).close();
            try (Seed seed = new Seed(database)) {
                seed.people(1).projects("page", 1, 5);
            }
            try (Installation server = Installation.startAlone(database, folder.resolve("kitchen"))) {
                return watch(server, database, folder.resolve("postgres/openkitchen.log"));
            }
        }
    }

    private static Recorded watch(Installation server, Database database, Path log) throws Exception {
        Board board = Board.find(database, "page-1");
        String session = Seed.token(0, 0);
        byte[] comment = board.comment(session, URLEncoder.encode(Writing.SAID, StandardCharsets.UTF_8));
        try (Wire wire = new Wire(server.port());
                Connection connection = database.connect()) {
            wire.sendWell(Wire.get(board.path(), session));
            wire.sendWell(comment);
            mark(connection, "comment");
            wire.sendWell(comment);
            // not behind a card of that column: the way that needs every statement
            mark(connection, "move");
            wire.sendWell(Wire.post(
                    board.path() + "/cards/1/place",
                    session,
                    "column=" + board.columns().get(4) + "&after=2"));
            mark(connection, "moved");
            Queue<Asks.Ask> asked =
                    new Asks(database).client(1).lay(List.of(board), 2).getFirst();
            wire.sendWell(asked.remove().approve(board, Asks.session(0)));
            mark(connection, "approval");
            wire.sendWell(asked.remove().approve(board, Asks.session(0)));
            mark(connection, "end");
            return new Recorded(
                    between(log, "comment", "move"), between(log, "move", "moved"), between(log, "approval", "end"));
        }
    }

    private static void mark(Connection connection, String name) throws SQLException, InterruptedException {
        Thread.sleep(300);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 'mark " + name + "'");
        }
    }

    private static List<String> between(Path log, String from, String to) throws IOException {
        List<String> statements = new ArrayList<>();
        boolean within = false;
        for (String entry : ENTRY.split(Files.readString(log))) {
            Matcher found = STATEMENT.matcher(entry);
            if (!found.lookingAt()) {
                continue;
            }
            String statement = plain(found.group(1));
            if (statement.equals("select 'mark " + to + "'")) {
                break;
            }
            if (within && !beside(statement)) {
                statements.add(statement);
            }
            within |= statement.equals("select 'mark " + from + "'");
        }
        return statements;
    }

    /** What is asked now and then, whatever people do: who is signed in, what other nodes did. */
    private static boolean beside(String statement) {
        return statement.isEmpty() // the pool asks whether a connection lives
                || statement.contains("pg_notify")
                || statement.contains("project_id = any(?)") && statement.contains("from chain")
                || statement.contains("from session s")
                || statement.startsWith("update session");
    }

    /** One statement on one line, whatever its parameters are called. */
    static String plain(String statement) {
        return statement
                .replaceAll("\\$\\d+", "?")
                .replaceAll("\\s+", " ")
                .replaceAll("\\( ", "(")
                .strip();
    }

    /** Whether the bare statements are still those that the server sends. */
    boolean agrees() {
        return agrees("a comment", comment, Bare.Comment.STATEMENTS)
                & agrees("a move", move, Bare.Move.STATEMENTS)
                & agrees("an approval", approval, Bare.Approve.STATEMENTS);
    }

    private static boolean agrees(String what, List<String> recorded, List<String> bare) {
        List<String> expected = bare.stream().map(Recorded::plain).toList();
        if (recorded.equals(expected)) {
            return true;
        }
        System.err.println("The server sends other statements for " + what + " than Bare does:");
        recorded.stream()
                .filter(each -> !expected.contains(each))
                .forEach(each -> System.err.println("  server: " + each));
        expected.stream()
                .filter(each -> !recorded.contains(each))
                .forEach(each -> System.err.println("  bare:   " + each));
        return false;
    }
}
