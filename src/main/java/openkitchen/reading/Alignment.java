package openkitchen.reading;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which elements of two long rows of numbers are the same ones. Elements that occur once on both sides hold the rest in
 * place; only what is left between them, when it is short, is compared by Myers' way. So it never takes long, at the price
 * that the answer for very different rows is not always the shortest one.
 */
final class Alignment {

    private static final int SHORT = 600;
    private static final int DEEPEST = 40;
    static final int NONE = -1;

    private final long[] before;
    private final long[] after;
    private final int[] matches;

    private Alignment(long[] before, long[] after) {
        this.before = before;
        this.after = after;
        this.matches = new int[before.length];
        Arrays.fill(matches, NONE);
    }

    /** For each element before: where it is after, always further on, or {@link #NONE}. */
    static int[] of(long[] before, long[] after) {
        Alignment alignment = new Alignment(before, after);
        alignment.align(0, before.length, 0, after.length, 0);
        return alignment.matches;
    }

    private void align(int from, int to, int afterFrom, int afterTo, int depth) {
        int a = from;
        int b = afterFrom;
        while (a < to && b < afterTo && before[a] == after[b]) {
            matches[a++] = b++;
        }
        int aEnd = to;
        int bEnd = afterTo;
        while (aEnd > a && bEnd > b && before[aEnd - 1] == after[bEnd - 1]) {
            matches[--aEnd] = --bEnd;
        }
        if (a == aEnd || b == bEnd) {
            return;
        }
        if (aEnd - a + bEnd - b <= SHORT) {
            myers(a, aEnd, b, bEnd);
        } else if (depth < DEEPEST) {
            between(anchors(a, aEnd, b, bEnd), a, aEnd, b, bEnd, depth);
        }
    }

    private void between(List<int[]> anchors, int from, int to, int afterFrom, int afterTo, int depth) {
        int a = from;
        int b = afterFrom;
        for (int[] anchor : anchors) {
            align(a, anchor[0], b, anchor[1], depth + 1);
            matches[anchor[0]] = anchor[1];
            a = anchor[0] + 1;
            b = anchor[1] + 1;
        }
        if (!anchors.isEmpty()) {
            align(a, to, b, afterTo, depth + 1);
        }
    }

    /** The longest run, in both orders, of elements that occur once on both sides. */
    private List<int[]> anchors(int from, int to, int afterFrom, int afterTo) {
        Map<Long, Integer> once = once(before, from, to);
        Map<Long, Integer> onceAfter = once(after, afterFrom, afterTo);
        int[] olds = new int[once.size()];
        int[] news = new int[once.size()];
        int count = 0;
        for (int at = from; at < to; at++) {
            Integer there = onceAfter.get(before[at]);
            Integer here = once.get(before[at]);
            if (there != null && there >= 0 && here != null && here == at) {
                olds[count] = at;
                news[count++] = there;
            }
        }
        return rising(Arrays.copyOf(olds, count), Arrays.copyOf(news, count));
    }

    private static Map<Long, Integer> once(long[] all, int from, int to) {
        Map<Long, Integer> places = new HashMap<>();
        for (int at = from; at < to; at++) {
            places.merge(all[at], at, (one, other) -> NONE);
        }
        return places;
    }

    private static List<int[]> rising(int[] olds, int[] news) {
        int[] tails = new int[news.length];
        int[] previous = new int[news.length];
        int length = 0;
        for (int at = 0; at < news.length; at++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (news[tails[middle]] < news[at]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[at] = low == 0 ? NONE : tails[low - 1];
            tails[low] = at;
            length = Math.max(length, low + 1);
        }
        int[][] run = new int[length][];
        for (int at = length == 0 ? NONE : tails[length - 1]; at != NONE; at = previous[at]) {
            run[--length] = new int[] {olds[at], news[at]};
        }
        return List.of(run);
    }

    private void myers(int from, int to, int afterFrom, int afterTo) {
        List<Long> old = Arrays.stream(before, from, to).boxed().toList();
        List<Long> fresh = Arrays.stream(after, afterFrom, afterTo).boxed().toList();
        int a = 0;
        int b = 0;
        for (AbstractDelta<Long> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            while (a < delta.getSource().getPosition()) {
                matches[from + a++] = afterFrom + b++;
            }
            a += delta.getSource().size();
            b += delta.getTarget().size();
        }
        while (a < old.size()) {
            matches[from + a++] = afterFrom + b++;
        }
    }
}
