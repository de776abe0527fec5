package openkitchen.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import openkitchen.id.FileId;
import openkitchen.problem.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two sheets, row by row. Columns with the same name are the same, wherever they stand; a row that is
 * only somewhere else now is the same row.
 *
 * @param same how many rows are the same, with those that moved
 * @param moved how many of them are at another place among the others
 * @param columnsGone names of columns that are only before
 * @param columnsNew names of columns that are only after
 * @param rows those that differ, in order, at most {@value #MOST}
 */
public record TableDifference(
        int same,
        int moved,
        int gone,
        int fresh,
        int changed,
        List<String> columnsGone,
        List<String> columnsNew,
        List<DifferentRow> rows) {

    public static final int MOST = 2_000;
    private static final int MOST_COMPARED = 200_000;
    private static final int LOOK_AHEAD = 50;
    private static final double ALIKE = 0.5;

    /**
     * @param before null when the row is new
     * @param after null when it is gone
     * @param cells which columns differ when it is changed, from 0, as they stand after
     */
    public record DifferentRow(
            @Nullable Row before, @Nullable Row after, List<Integer> cells) {

        public TextDifference.Kind kind() {
            if (before == null) {
                return TextDifference.Kind.NEW;
            }
            return after == null ? TextDifference.Kind.GONE : TextDifference.Kind.CHANGED;
        }
    }

    /** @param header may be empty; {@code rows} are asked for three times, and closed */
    public record Side(List<String> header, Supplier<Stream<Row>> rows) {}

    /** Whether not all that differ are listed. */
    public boolean more() {
        return gone + fresh + changed > rows.size();
    }

    /** @throws NotFound when one is no table or has no such sheet */
    public static TableDifference between(Readings readings, FileId before, int sheet, FileId after, int afterSheet) {
        return between(side(readings, before, sheet), side(readings, after, afterSheet));
    }

    private static Side side(Readings readings, FileId file, int sheet) {
        if (readings.of(file) instanceof Reading.Table table
                && sheet >= 0
                && sheet < table.sheets().size()) {
            return new Side(table.sheets().get(sheet).header(), () -> readings.all(file, sheet));
        }
        throw new NotFound();
    }

    public static TableDifference between(Side before, Side after) {
        return new Comparing(before, after).compare();
    }

    /** Which columns of one are which of the other, when both have names. */
    private record Columns(int @Nullable [] before, int @Nullable [] after, List<String> gone, List<String> fresh) {

        private static final Columns AS_THEY_ARE = new Columns(null, null, List.of(), List.of());

        static Columns of(List<String> before, List<String> after) {
            Map<String, Integer> olds = places(before);
            Map<String, Integer> news = places(after);
            int[] partner = new int[after.size()];
            Arrays.fill(partner, -1);
            boolean[] taken = new boolean[before.size()];
            int named = 0;
            for (int column = 0; column < partner.length; column++) {
                String name = Folded.of(after.get(column)).strip();
                Integer old = olds.get(name);
                if (old != null && old >= 0 && news.getOrDefault(name, -1) == column) {
                    partner[column] = old;
                    taken[old] = true;
                    named++;
                }
            }
            if (named == 0 || named * 2 < Math.min(before.size(), after.size())) {
                return AS_THEY_ARE;
            }
            return renamed(before, after, partner, taken);
        }

        /** A column without a partner goes with the one at the same place, when that has none either. */
        private static Columns renamed(List<String> before, List<String> after, int[] partner, boolean[] taken) {
            List<Integer> olds = new ArrayList<>();
            List<Integer> news = new ArrayList<>();
            List<String> fresh = new ArrayList<>();
            for (int column = 0; column < partner.length; column++) {
                if (partner[column] < 0 && column < taken.length && !taken[column]) {
                    partner[column] = column;
                    taken[column] = true;
                }
                if (partner[column] < 0) {
                    fresh.add(after.get(column));
                } else {
                    olds.add(partner[column]);
                    news.add(column);
                }
            }
            List<String> gone = new ArrayList<>();
            for (int column = 0; column < taken.length; column++) {
                if (!taken[column]) {
                    gone.add(before.get(column));
                }
            }
            return new Columns(ints(olds), ints(news), List.copyOf(gone), List.copyOf(fresh));
        }

        private static Map<String, Integer> places(List<String> names) {
            Map<String, Integer> places = new HashMap<>();
            for (int column = 0; column < names.size(); column++) {
                String name = Folded.of(names.get(column)).strip();
                if (!name.isEmpty()) {
                    places.merge(name, column, (one, other) -> -1);
                }
            }
            return places;
        }

        private static int[] ints(List<Integer> numbers) {
            return numbers.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** One row that differs: its place before, or after, or both; {@code gap} and place put it in order. */
    private record Entry(int gap, int before, int after) {}

    private static final class Comparing {

        private final Side before;
        private final Side after;
        private final Columns columns;
        private final CellHash hashBefore;
        private final CellHash hashAfter;

        Comparing(Side before, Side after) {
            this.before = before;
            this.after = after;
            this.columns = Columns.of(before.header(), after.header());
            this.hashBefore = new CellHash(columns.before());
            this.hashAfter = new CellHash(columns.after());
        }

        TableDifference compare() {
            long[] olds = hashes(before, hashBefore);
            long[] news = hashes(after, hashAfter);
            int[] matches = Alignment.of(olds, news);
            int[] gapBefore = new int[olds.length];
            int[] gapAfter = new int[news.length];
            int aligned = gaps(matches, gapBefore, gapAfter);
            List<Integer> gone = new ArrayList<>();
            List<Integer> fresh = new ArrayList<>();
            int moved = unmoved(olds, news, matches, gone, fresh);
            Map<Integer, Integer> pairs = pairs(gone, fresh, gapBefore, gapAfter);
            List<Entry> entries = new ArrayList<>();
            for (int old : gone) {
                Integer partner = pairs.get(old);
                entries.add(
                        partner == null
                                ? new Entry(gapBefore[old], old, -1)
                                : new Entry(gapAfter[partner], old, partner));
            }
            List<Integer> paired = pairs.values().stream().sorted().toList();
            for (int one : fresh) {
                if (Collections.binarySearch(paired, one) < 0) {
                    entries.add(new Entry(gapAfter[one], -1, one));
                }
            }
            entries.sort(Comparator.comparingInt(Entry::gap)
                    .thenComparingInt(Entry::after)
                    .thenComparingInt(Entry::before));
            return new TableDifference(
                    aligned + moved,
                    moved,
                    gone.size() - pairs.size(),
                    fresh.size() - pairs.size(),
                    pairs.size(),
                    columns.gone(),
                    columns.fresh(),
                    shown(entries.subList(0, Math.min(MOST, entries.size()))));
        }

        private static long[] hashes(Side side, CellHash hash) {
            try (Stream<Row> rows = side.rows().get()) {
                LongStream.Builder hashes = LongStream.builder();
                rows.forEachOrdered(row -> hashes.add(hash.row(row)));
                return hashes.build().toArray();
            }
        }

        /** How many rows stayed before each row: those with the same number lie between the same two. */
        private static int gaps(int[] matches, int[] gapBefore, int[] gapAfter) {
            int stayed = 0;
            int at = 0;
            for (int old = 0; old < matches.length; old++) {
                gapBefore[old] = stayed;
                if (matches[old] != Alignment.NONE) {
                    while (at <= matches[old]) {
                        gapAfter[at++] = stayed;
                    }
                    gapAfter[matches[old]] = -1;
                    stayed++;
                }
            }
            while (at < gapAfter.length) {
                gapAfter[at++] = stayed;
            }
            return stayed;
        }

        /** Puts what has no partner with the same content into the lists; answers how many have one elsewhere. */
        private static int unmoved(long[] olds, long[] news, int[] matches, List<Integer> gone, List<Integer> fresh) {
            boolean[] matched = new boolean[news.length];
            Map<Long, Integer> left = new HashMap<>();
            for (int old = 0; old < olds.length; old++) {
                if (matches[old] == Alignment.NONE) {
                    left.merge(olds[old], 1, Integer::sum);
                } else {
                    matched[matches[old]] = true;
                }
            }
            Map<Long, Integer> found = new HashMap<>();
            for (int at = 0; at < news.length; at++) {
                if (matched[at]) {
                    continue;
                }
                if (left.getOrDefault(news[at], 0) > found.getOrDefault(news[at], 0)) {
                    found.merge(news[at], 1, Integer::sum);
                } else {
                    fresh.add(at);
                }
            }
            int moved = found.values().stream().mapToInt(Integer::intValue).sum();
            for (int old = 0; old < olds.length; old++) {
                if (matches[old] != Alignment.NONE) {
                    continue;
                }
                int still = found.getOrDefault(olds[old], 0);
                if (still > 0) {
                    found.put(olds[old], still - 1);
                } else {
                    gone.add(old);
                }
            }
            return moved;
        }

        /** Which of the rows that are gone became which of the new ones. */
        private Map<Integer, Integer> pairs(List<Integer> gone, List<Integer> fresh, int[] gapBefore, int[] gapAfter) {
            Map<Integer, Integer> pairs = new HashMap<>();
            if (gone.isEmpty() || fresh.isEmpty()) {
                return pairs;
            }
            Map<Integer, long[]> olds = cells(before, hashBefore, gone);
            Map<Integer, long[]> news = cells(after, hashAfter, fresh);
            byFirstCell(olds, news, pairs);
            pairs.forEach((old, one) -> {
                olds.remove(old);
                news.remove(one);
            });
            byLikeness(olds, news, gapBefore, gapAfter, pairs);
            return pairs;
        }

        private static Map<Integer, long[]> cells(Side side, CellHash hash, List<Integer> wanted) {
            Map<Integer, long[]> cells = new TreeMap<>();
            pick(
                    side,
                    wanted.subList(0, Math.min(wanted.size(), MOST_COMPARED)),
                    (at, row) -> cells.put(at, hash.cells(row)));
            return cells;
        }

        private interface Picked {
            void take(int at, Row row);
        }

        /** @param wanted in order */
        private static void pick(Side side, List<Integer> wanted, Picked picked) {
            try (Stream<Row> rows = side.rows().get()) {
                Iterator<Row> each = rows.iterator();
                int at = 0;
                for (int one : wanted) {
                    while (at < one) {
                        each.next();
                        at++;
                    }
                    picked.take(one, each.next());
                    at++;
                }
            }
        }

        /** What stands in the first column, when it is there once, is what the row is about. */
        private static void byFirstCell(
                Map<Integer, long[]> olds, Map<Integer, long[]> news, Map<Integer, Integer> pairs) {
            Map<Long, Integer> firstOlds = firsts(olds);
            Map<Long, Integer> firstNews = firsts(news);
            firstOlds.forEach((first, old) -> {
                Integer one = firstNews.get(first);
                if (old >= 0 && one != null && one >= 0) {
                    pairs.put(old, one);
                }
            });
        }

        private static Map<Long, Integer> firsts(Map<Integer, long[]> rows) {
            Map<Long, Integer> firsts = new HashMap<>();
            rows.forEach((at, cells) -> {
                if (cells.length > 0 && cells[0] != 0) {
                    firsts.merge(cells[0], at, (one, other) -> -1);
                }
            });
            return firsts;
        }

        private static void byLikeness(
                Map<Integer, long[]> olds,
                Map<Integer, long[]> news,
                int[] gapBefore,
                int[] gapAfter,
                Map<Integer, Integer> pairs) {
            Map<Integer, List<Integer>> newsByGap = new HashMap<>();
            news.keySet()
                    .forEach(one -> newsByGap
                            .computeIfAbsent(gapAfter[one], gap -> new ArrayList<>())
                            .add(one));
            Map<Integer, Integer> next = new HashMap<>();
            olds.forEach((old, cells) -> {
                int gap = gapBefore[old];
                List<Integer> there = newsByGap.getOrDefault(gap, List.of());
                int from = next.getOrDefault(gap, 0);
                int best = -1;
                double most = ALIKE;
                for (int at = from; at < Math.min(there.size(), from + LOOK_AHEAD); at++) {
                    double alike = alike(cells, news.getOrDefault(there.get(at), new long[0]));
                    if (alike > most || best < 0 && alike >= ALIKE) {
                        most = alike;
                        best = at;
                    }
                }
                if (best >= 0) {
                    pairs.put(old, there.get(best));
                    next.put(gap, best + 1);
                }
            });
        }

        private static double alike(long[] one, long[] other) {
            int same = 0;
            int filled = 0;
            for (int at = 0; at < Math.max(one.length, other.length); at++) {
                long a = at < one.length ? one[at] : 0;
                long b = at < other.length ? other[at] : 0;
                filled += a == 0 && b == 0 ? 0 : 1;
                same += a == b && a != 0 ? 1 : 0;
            }
            return filled == 0 ? 0 : (double) same / filled;
        }

        private List<DifferentRow> shown(List<Entry> entries) {
            Map<Integer, Row> olds = new HashMap<>();
            Map<Integer, Row> news = new HashMap<>();
            pick(before, places(entries.stream().map(Entry::before)), olds::put);
            pick(after, places(entries.stream().map(Entry::after)), news::put);
            return entries.stream()
                    .map(entry -> different(olds.get(entry.before()), news.get(entry.after())))
                    .toList();
        }

        private static List<Integer> places(Stream<Integer> places) {
            return places.filter(place -> place >= 0).sorted().toList();
        }

        private DifferentRow different(@Nullable Row old, @Nullable Row fresh) {
            if (old == null || fresh == null) {
                return new DifferentRow(old, fresh, List.of());
            }
            int[] mapped = columns.after();
            int size =
                    mapped == null ? Math.max(old.cells().size(), fresh.cells().size()) : mapped.length;
            List<Integer> cells = new ArrayList<>();
            for (int at = 0; at < size; at++) {
                if (!hashBefore.text(old, at).equals(hashAfter.text(fresh, at))) {
                    cells.add(mapped == null ? at : mapped[at]);
                }
            }
            return new DifferentRow(old, fresh, List.copyOf(cells));
        }
    }
}
