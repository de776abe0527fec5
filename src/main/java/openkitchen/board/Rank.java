package openkitchen.board;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A place in an order: a string over 0–9A–Za–z that never ends in '0', compared byte by byte. Between any two there is always
 * another, so a move changes one row and nobody else's place. Read a rank as the fraction 0.xyz in base 62.
 */
public final class Rank {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();

    /** From this length on an order is dealt out anew. */
    static final int LONG = 60;

    private Rank() {}

    /**
     * A rank after {@code before} and before {@code after}; null stands for the beginning and the end.
     *
     * @throws IllegalArgumentException when {@code before} does not stand before {@code after}
     */
    public static String between(@Nullable String before, @Nullable String after) {
        String low = before == null ? "" : before;
        if (after != null && low.compareTo(after) >= 0) {
            throw new IllegalArgumentException("no place between " + before + " and " + after);
        }
        StringBuilder rank = new StringBuilder();
        boolean open = after == null;
        for (int i = 0; ; i++) {
            int from = i < low.length() ? DIGITS.indexOf(low.charAt(i)) : 0;
            int to = open || after == null ? BASE : i < after.length() ? DIGITS.indexOf(after.charAt(i)) : 0;
            if (from == to) {
                rank.append(DIGITS.charAt(from));
            } else if (to - from > 1) {
                // At the end a small step leaves room for many more; in between the middle does.
                int digit =
                        open && i < low.length() ? Math.min(from + 1 + (BASE - from) / 8, BASE - 1) : (from + to) / 2;
                return rank.append(DIGITS.charAt(digit)).toString();
            } else {
                rank.append(DIGITS.charAt(from));
                open = true;
            }
        }
    }

    /** n ranks, one after another, all after {@code last}; null when there is none yet. */
    static List<String> behind(@Nullable String last, int n) {
        String before = last == null ? "" : between(last, null);
        return IntStream.range(0, n)
                .mapToObj(i -> last != null && n == 1 ? before : before + dealt(i, n))
                .toList();
    }

    /** The i-th of n ranks dealt out evenly, 0 ≤ i &lt; n. */
    public static String dealt(int i, int n) {
        int width = 1;
        for (long room = BASE; room < 4L * (n + 1); room *= BASE) {
            width++;
        }
        long room = Math.round(Math.pow(BASE, width));
        long place = (long) ((i + 1) * ((double) room / (n + 1)));
        char[] digits = new char[width];
        for (int at = width - 1; at >= 0; at--) {
            digits[at] = DIGITS.charAt((int) (place % BASE));
            place /= BASE;
        }
        String rank = new String(digits);
        return rank.endsWith("0") ? rank + "V" : rank;
    }
}
