package openkitchen.bench;

import java.util.ArrayList;
import java.util.List;

/** Two things measured by turns, so that whatever else the machine does falls on both. */
record Rounds(int count) {

    /** A measurement that can be taken again. */
    @FunctionalInterface
    interface Measured {

        Figures once() throws Exception;
    }

    /** What came out in the middle for each. */
    record Compared(Figures ours, Figures best) {

        double share() {
            return ours.perSecond() / best.perSecond();
        }
    }

    /** Warms both up once, then takes them by turns, each going first as often as the other. */
    Compared compare(Measured ours, Measured best) throws Exception {
        ours.once();
        best.once();
        List<Figures> first = new ArrayList<>();
        List<Figures> second = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            if (round % 2 == 0) {
                first.add(ours.once());
                second.add(best.once());
            } else {
                second.add(best.once());
                first.add(ours.once());
            }
        }
        return new Compared(Figures.median(first), Figures.median(second));
    }
}
