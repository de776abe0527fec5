package openkitchen.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Brings large files in over one connection as a page does, 8 MB after 8 MB, and puts them on cards. */
record Carrier(Wire wire, String session) {

    private static final int PIECE = 8 << 20;

    /** A file that is read while it goes up. */
    @FunctionalInterface
    interface Source {

        /** Fills the piece with what the file has from there. */
        void fill(ByteBuffer piece, long offset) throws IOException;
    }

    /** Begins to bring a file in; returns what it is known by from then on. */
    String begin(String name, long size) throws IOException {
        wire.sendWell(Wire.post("/uploads", session, "name=" + encoded(name) + "&size=" + size));
        String location = wire.header("location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Sends all of it, or what can be sent in this time; returns how much it was. */
    long send(String token, long size, Source source, Duration most) throws IOException {
        long end = System.nanoTime() + most.toNanos();
        byte[] bytes = new byte[PIECE];
        long offset = 0;
        while (offset < size && System.nanoTime() < end) {
            int length = (int) Math.min(PIECE, size - offset);
            source.fill(ByteBuffer.wrap(bytes, 0, length), offset);
            byte[] head = Wire.patch("/uploads/" + token, session, offset, length);
            int status = wire.send(head, bytes, length);
            offset += length;
            if (status != 204 || !wire.header("upload-offset").equals(Long.toString(offset))) {
                throw new IOException(
                        "a piece was answered with " + status + " at offset " + wire.header("upload-offset"));
            }
        }
        return offset;
    }

    /** Makes what came a material of a card; returns the path of its file. */
    String put(Database database, Board board, int card, String token) throws IOException, SQLException {
        wire.sendWell(Wire.multipart(
                board.path() + "/cards/" + card + "/materials", session, "kind", "files", "upload", token));
        try (Connection connection = database.connect();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select max(id) from material where project_id = " + board.project())) {
            row.next();
            return board.path() + "/materials/" + row.getLong(1) + "/1/files/0";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
