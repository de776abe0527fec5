package openkitchen.bench;

import java.time.Duration;

/** One board in an installation of a thousand cards, and the same board in one of very many. */
final class Growth {

    private static final String SESSION = Seed.token(0, 0);

    private final Installation small;
    private final Installation large;
    private final Rounds rounds;
    private final Duration time;

    Growth(Installation small, Installation large, Rounds rounds, Duration time) {
        this.small = small;
        this.large = large;
        this.rounds = rounds;
        this.time = time;
    }

    void measure(Board inSmall, Board inLarge, int cards, Report report) throws Exception {
        String many = "%,d cards".formatted(cards).replace(',', ' ');
        Load load = new Load(1, time);
        Rounds.Compared unchanged = rounds.compare(
                () -> load.run(hand -> opening(large, inLarge)), () -> load.run(hand -> opening(small, inSmall)));
        report.growth("open a board with " + many, unchanged);
        Rounds.Compared changed = rounds.compare(
                () -> load.run(hand -> openingChanged(large, inLarge)),
                () -> load.run(hand -> openingChanged(small, inSmall)));
        report.growth("move a card and open the board with " + many, changed);
    }

    private static Load.Work opening(Installation server, Board board) throws Exception {
        byte[] open = Wire.get(board.path(), SESSION);
        return Load.requests(server.port(), () -> open);
    }

    private static Load.Work openingChanged(Installation server, Board board) throws Exception {
        byte[] open = Wire.get(board.path(), SESSION);
        Wire wire = new Wire(server.port());
        return new Load.Work() {
            @Override
            public void once() throws Exception {
                wire.sendWell(board.move(SESSION));
                wire.sendWell(open);
            }

            @Override
            public void close() throws Exception {
                wire.close();
            }
        };
    }
}
