package openkitchen.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What differs between two texts, line by line.
 *
 * @param lines all of both, in order; none when {@code tooLarge}
 * @param tooLarge whether there are too many lines to compare
 */
public record TextDifference(List<Line> lines, boolean tooLarge) {

    private static final int MOST_LINES = 200_000;
    /** Beyond it lines are only gone or new, not changed. */
    private static final int MOST_LINES_BY_WORD = 20_000;

    private static final int MOST_WORDS = 4_000;
    private static final int LOOK_AHEAD = 20;
    private static final double ALIKE = 0.4;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    public enum Kind {
        SAME,
        GONE,
        NEW,
        CHANGED
    }

    /**
     * @param before the line's number from 1 in the text before, 0 when it was not there
     * @param after likewise in the text after
     * @param pieces of a changed line its words that are the same, gone and new; of any other line one piece, all of it
     */
    public record Line(Kind kind, int before, int after, List<Piece> pieces) {}

    /** @param kind never {@link Kind#CHANGED} */
    public record Piece(Kind kind, String text) {}

    public int count(Kind kind) {
        return (int) lines.stream().filter(line -> line.kind() == kind).count();
    }

    public static TextDifference between(String before, String after) {
        List<String> old = List.of(before.split("\n", -1));
        List<String> fresh = List.of(after.split("\n", -1));
        if (old.size() + fresh.size() > MOST_LINES) {
            return new TextDifference(List.of(), true);
        }
        boolean byWord = old.size() + fresh.size() <= MOST_LINES_BY_WORD;
        int[] matches = matches(old, fresh);
        List<Line> lines = new ArrayList<>();
        int b = 0;
        int a = 0;
        while (a < old.size() || b < fresh.size()) {
            int gapEnd = a;
            while (gapEnd < old.size() && matches[gapEnd] == Alignment.NONE) {
                gapEnd++;
            }
            int newEnd = gapEnd < old.size() ? matches[gapEnd] : fresh.size();
            gap(old, fresh, a, gapEnd, b, newEnd, byWord, lines);
            if (gapEnd < old.size()) {
                lines.add(whole(Kind.SAME, gapEnd + 1, newEnd + 1, old.get(gapEnd)));
            }
            a = gapEnd + 1;
            b = newEnd + 1;
        }
        return new TextDifference(List.copyOf(lines), false);
    }

    private static int[] matches(List<String> old, List<String> fresh) {
        Map<String, Long> names = new HashMap<>();
        return Alignment.of(named(old, names), named(fresh, names));
    }

    private static long[] named(List<String> texts, Map<String, Long> names) {
        return texts.stream()
                .mapToLong(text -> names.computeIfAbsent(text, unseen -> (long) names.size()))
                .toArray();
    }

    private static Line whole(Kind kind, int before, int after, String text) {
        return new Line(kind, before, after, List.of(new Piece(kind, text)));
    }

    /** Where lines were replaced: those that are alike are one changed line. */
    private static void gap(
            List<String> old,
            List<String> fresh,
            int from,
            int to,
            int newFrom,
            int newTo,
            boolean byWord,
            List<Line> lines) {
        List<Likeness> news = new ArrayList<>();
        for (int b = newFrom; byWord && from < to && b < newTo; b++) {
            news.add(new Likeness(fresh.get(b)));
        }
        int next = newFrom;
        for (int a = from; a < to; a++) {
            int like = byWord ? alike(new Likeness(old.get(a)), news, next - newFrom) + newFrom : newFrom - 1;
            if (like < newFrom) {
                lines.add(whole(Kind.GONE, a + 1, 0, old.get(a)));
                continue;
            }
            for (; next < like; next++) {
                lines.add(whole(Kind.NEW, 0, next + 1, fresh.get(next)));
            }
            lines.add(new Line(Kind.CHANGED, a + 1, like + 1, pieces(old.get(a), fresh.get(like))));
            next = like + 1;
        }
        for (; next < newTo; next++) {
            lines.add(whole(Kind.NEW, 0, next + 1, fresh.get(next)));
        }
    }

    private static int alike(Likeness old, List<Likeness> news, int from) {
        int best = -1;
        double most = ALIKE;
        for (int at = from; at < Math.min(news.size(), from + LOOK_AHEAD); at++) {
            double likeness = old.to(news.get(at));
            if (likeness > most) {
                most = likeness;
                best = at;
            }
        }
        return best;
    }

    /** The words of two lines: what is the same, gone and new, in order. */
    public static List<Piece> pieces(String before, String after) {
        List<String> old = tokens(before);
        List<String> fresh = tokens(after);
        if (old.size() > MOST_WORDS || fresh.size() > MOST_WORDS) {
            return List.of(new Piece(Kind.GONE, before), new Piece(Kind.NEW, after));
        }
        int[] matches = matches(old, fresh);
        List<Piece> pieces = new ArrayList<>();
        int b = 0;
        for (int a = 0; a < old.size(); a++) {
            if (matches[a] == Alignment.NONE) {
                add(Kind.GONE, old.get(a), pieces);
                continue;
            }
            for (; b < matches[a]; b++) {
                add(Kind.NEW, fresh.get(b), pieces);
            }
            add(Kind.SAME, fresh.get(b++), pieces);
        }
        for (; b < fresh.size(); b++) {
            add(Kind.NEW, fresh.get(b), pieces);
        }
        return List.copyOf(pieces);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find() && tokens.size() <= MOST_WORDS) {
            tokens.add(token.group());
        }
        return tokens;
    }

    private static void add(Kind kind, String text, List<Piece> pieces) {
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }
}
