package openkitchen.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A seeded project, as whoever works on it by HTTP or by SQL needs it. */
record Board(long project, String key, List<Long> columns) {

    static Board find(Database database, String key) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement("""
                        select p.id, k.id from project p join board_column k on k.project_id = p.id where p.key = ? order by k.rank
                        """)) {
            select.setString(1, key);
            ResultSet rows = select.executeQuery();
            List<Long> columns = new ArrayList<>();
            long project = 0;
            while (rows.next()) {
                project = rows.getLong(1);
                columns.add(rows.getLong(2));
            }
            return new Board(project, key, columns);
        }
    }

    static List<Board> all(Database database, String name, int count) throws SQLException {
        List<Board> boards = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            boards.add(find(database, Seed.key(name, i)));
        }
        return boards;
    }

    String path() {
        return "/p/" + key;
    }

    int anyCard() {
        return ThreadLocalRandom.current().nextInt(1, Seed.CARDS + 1);
    }

    long anyColumn() {
        return columns.get(ThreadLocalRandom.current().nextInt(columns.size()));
    }

    /** Moves some card behind some other, as dragging does. */
    byte[] move(String session) {
        int card = anyCard();
        int after = card % Seed.CARDS + 1;
        return Wire.post(path() + "/cards/" + card + "/place", session, "column=" + anyColumn() + "&after=" + after);
    }

    /** Moves one card to another column each time, so that every move is one. */
    byte[] moveOn(String session, int times) {
        return Wire.post(
                path() + "/cards/1/place",
                session,
                "column=" + columns.get(1 + Math.floorMod(times, columns.size() - 1)));
    }

    /** Asks the team something on some card. */
    byte[] question(String session, String encoded) {
        return Wire.post(
                path() + "/cards/" + anyCard() + "/comments", session, "kind=question&to=team&text=" + encoded);
    }

    /** Says something on some card. */
    byte[] comment(String session, String encoded) {
        return Wire.post(path() + "/cards/" + anyCard() + "/comments", session, "text=" + encoded);
    }
}
