package openkitchen.board;

import java.util.List;
import java.util.stream.Stream;

/** The colours of labels, columns and covers: ten, each also dark and light. */
public final class Colours {

    private static final List<String> PLAIN =
            List.of("green", "yellow", "orange", "red", "purple", "blue", "sky", "lime", "pink", "black");

    public static final List<String> ALL = PLAIN.stream()
            .flatMap(colour -> Stream.of(colour, colour + "_dark", colour + "_light"))
            .toList();

    private Colours() {}

    /** Whether it is one of the colours, or empty for none. */
    public static boolean right(String colour) {
        return colour.isEmpty() || ALL.contains(colour);
    }
}
