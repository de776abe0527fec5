package openkitchen.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Opening a board of 500 cards, beside the same server sending the same bytes from memory. */
final class Opening {

    private static final String SESSION = Seed.token(0, 0);

    private final Installation server;
    private final Rounds rounds;
    private final Duration time;

    Opening(Installation server, Rounds rounds, Duration time) {
        this.server = server;
        this.rounds = rounds;
        this.time = time;
    }

    void measure(List<Board> boards, Report report) throws Exception {
        Board board = boards.getFirst();
        byte[] open = Wire.get(board.path(), SESSION);
        byte[] fromMemory = Wire.get("/bench/bytes", SESSION);
        String etag;
        try (Wire wire = new Wire(server.port())) {
            wire.sendWell(open);
            etag = wire.header("etag");
            report.row(
                    "a board of 500 cards, gzip over the wire", "%.0f KB".formatted(wire.body().length / 1024.0), "");
            keep(wire, wire.body(), etag);
        }
        for (int connections : new int[] {1, 16}) {
            Load load = new Load(connections, time);
            Rounds.Compared compared = rounds.compare(
                    () -> load.run(hand -> Load.requests(server.port(), () -> open)),
                    () -> load.run(hand -> Load.requests(server.port(), () -> fromMemory)));
            report.compared(
                    "open it, %d connection%s".formatted(connections, connections == 1 ? "" : "s"),
                    compared,
                    "the same bytes from memory",
                    "≥ 50 %");
        }
        byte[] unchanged = Wire.get(board.path(), SESSION, "If-None-Match: " + etag);
        Load load = new Load(16, time);
        Load.Maker again = hand -> Load.requests(server.port(), () -> unchanged);
        load.run(again);
        report.figures("ask for it unchanged (304), 16 connections", load.run(again), "");
        changed(boards, report);
    }

    private void keep(Wire wire, byte[] page, String etag) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                ("POST /bench/bytes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nETag: "
                                + etag + "\r\nContent-Length: " + page.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(page);
        wire.sendWell(request.toByteArray());
    }

    /** The first opening of each board, with nothing kept of it, and openings each after somebody else's move. */
    private void changed(List<Board> boards, Report report) throws Exception {
        try (Wire wire = new Wire(server.port())) {
            long[] cold = new long[boards.size() - 1];
            for (int i = 0; i < cold.length; i++) {
                cold[i] = time(wire, Wire.get(boards.get(i + 1).path(), SESSION));
            }
            report.times("open a board that nobody opened before (500 faces made)", Figures.of(cold, 1), "");
            long[] warm = new long[60];
            Board board = boards.getFirst();
            for (int i = 0; i < warm.length; i++) {
                wire.sendWell(board.move(SESSION));
                warm[i] = time(wire, Wire.get(board.path(), SESSION));
            }
            report.times("open a board after a move on it", Figures.of(warm, 1), "");
        }
    }

    static long time(Wire wire, byte[] request) throws IOException {
        long start = System.nanoTime();
        wire.sendWell(request);
        return System.nanoTime() - start;
    }
}
