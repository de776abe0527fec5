package openkitchen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static String text(TextDifference difference, TextDifference.Kind without) {
        return difference.lines().stream()
                .filter(line -> line.kind() != without)
                .map(line -> line.pieces().stream()
                        .filter(piece -> piece.kind() != without)
                        .map(TextDifference.Piece::text)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    @Property(tries = 300)
    void bothTextsCanBeReadFromTheirDifference(
            @ForAll @Size(max = 40) List<@IntRange(max = 9) Integer> one,
            @ForAll @Size(max = 40) List<@IntRange(max = 9) Integer> other) {
        String before = lines(one);
        String after = lines(other);
        TextDifference difference = TextDifference.between(before, after);
        assertThat(text(difference, TextDifference.Kind.NEW)).isEqualTo(before);
        assertThat(text(difference, TextDifference.Kind.GONE)).isEqualTo(after);
    }

    private static String lines(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> "строка номер " + number / 3 + (number % 3 == 0 ? "" : " с хвостом " + number))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aChangedLineTellsItsWords() {
        TextDifference difference =
                TextDifference.between("раз\nмама мыла раму вчера\nтри", "раз\nмама мыла окно вчера\nтри\nчетыре");
        assertThat(difference.lines())
                .extracting(TextDifference.Line::kind)
                .containsExactly(
                        TextDifference.Kind.SAME,
                        TextDifference.Kind.CHANGED,
                        TextDifference.Kind.SAME,
                        TextDifference.Kind.NEW);
        assertThat(difference.lines().get(1).pieces())
                .containsExactly(
                        new TextDifference.Piece(TextDifference.Kind.SAME, "мама мыла "),
                        new TextDifference.Piece(TextDifference.Kind.GONE, "раму"),
                        new TextDifference.Piece(TextDifference.Kind.NEW, "окно"),
                        new TextDifference.Piece(TextDifference.Kind.SAME, " вчера"));
    }

    @Test
    void hugeTextsAreComparedQuicklyOrNotAtAll() {
        Random dice = new Random(3);
        String one = random(dice, 60_000);
        String other = random(dice, 60_000);
        long start = System.nanoTime();
        TextDifference difference = TextDifference.between(one, other);
        assertThat(text(difference, TextDifference.Kind.NEW)).isEqualTo(one);
        assertThat(difference.count(TextDifference.Kind.CHANGED)).isZero();
        assertThat(TextDifference.between("\n".repeat(150_000), "x\n".repeat(150_000))
                        .tooLarge())
                .isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static String random(Random dice, int lines) {
        return IntStream.range(0, lines)
                .mapToObj(line -> Integer.toString(dice.nextInt(100_000)))
                .collect(Collectors.joining("\n"));
    }

    private static List<Row> rows(List<List<String>> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(at -> new Row(at + 2, cells.get(at)))
                .toList();
    }

    private static TableDifference.Side side(List<String> header, List<List<String>> cells) {
        List<Row> rows = rows(cells);
        return new TableDifference.Side(header, rows::stream);
    }

    @Test
    void changedNewGoneAndMovedRowsAreToldApart() {
        List<String> header = List.of("Ключ", "Частота", "Группа");
        TableDifference difference = TableDifference.between(
                side(
                        header,
                        List.of(
                                List.of("чайник", "100", "a"),
                                List.of("кружка", "200", "a"),
                                List.of("ложка", "300", "b"),
                                List.of("вилка", "400", "b"))),
                side(
                        header,
                        List.of(
                                List.of("вилка", "400", "b"),
                                List.of("чайник", "150", "a"),
                                List.of("кружка", "200", "a"),
                                List.of("блюдце", "5", "c"))));
        assertThat(difference.same()).isEqualTo(2);
        assertThat(difference.moved()).isEqualTo(1);
        assertThat(difference.changed()).isEqualTo(1);
        assertThat(difference.gone()).isEqualTo(1);
        assertThat(difference.fresh()).isEqualTo(1);
        assertThat(difference.rows())
                .anySatisfy(row -> {
                    assertThat(row.kind()).isEqualTo(TextDifference.Kind.CHANGED);
                    assertThat(row.cells()).containsExactly(1);
                    assertThat(row.after()).isEqualTo(new Row(3, List.of("чайник", "150", "a")));
                })
                .anySatisfy(row -> assertThat(row.before()).isEqualTo(new Row(4, List.of("ложка", "300", "b"))));
    }

    @Test
    void aColumnPutInBetweenDoesNotChangeEveryRow() {
        TableDifference difference = TableDifference.between(
                side(List.of("Ключ", "Частота"), List.of(List.of("чайник", "100"), List.of("кружка", "200"))),
                side(
                        List.of("Ключ", "Регион", "Частота"),
                        List.of(List.of("чайник", "Омск", "100"), List.of("кружка", "Омск", "201"))));
        assertThat(difference.columnsNew()).containsExactly("Регион");
        assertThat(difference.same()).isEqualTo(1);
        assertThat(difference.changed()).isEqualTo(1);
        assertThat(difference.rows().getFirst().cells()).containsExactly(2);
    }

    @Property(tries = 200)
    void theCountsOfATableAddUp(
            @ForAll @Size(max = 30) List<@IntRange(max = 12) Integer> one,
            @ForAll @Size(max = 30) List<@IntRange(max = 12) Integer> other) {
        TableDifference difference =
                TableDifference.between(side(List.of(), cells(one)), side(List.of(), cells(other)));
        assertThat(difference.same() + difference.changed() + difference.gone()).isEqualTo(one.size());
        assertThat(difference.same() + difference.changed() + difference.fresh())
                .isEqualTo(other.size());
        assertThat(difference.rows())
                .hasSize(difference.changed() + difference.gone() + difference.fresh())
                .filteredOn(row -> row.kind() == TextDifference.Kind.CHANGED)
                .allMatch(row -> !row.cells().isEmpty());
        if (one.equals(other)) {
            assertThat(difference.rows()).isEmpty();
        }
    }

    private static List<List<String>> cells(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> List.of("n" + number / 2, "x", "y", "z" + number))
                .toList();
    }

    @Test
    void aHundredThousandRowsAreComparedQuickly() {
        List<List<String>> before = new ArrayList<>();
        for (int row = 0; row < 100_000; row++) {
            before.add(List.of("ключ " + row, Integer.toString(row * 7), "группа " + row % 50, "x", "y"));
        }
        List<List<String>> after = new ArrayList<>(before);
        for (int row = 0; row < 100_000; row += 20) {
            after.set(row, List.of("ключ " + row, "-1", "группа " + row % 50, "x", "y"));
        }
        after.subList(40_000, 40_100).clear();
        Collections.reverse(after.subList(90_000, 90_500));
        long start = System.nanoTime();
        TableDifference difference = TableDifference.between(side(List.of(), before), side(List.of(), after));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("100000 rows compared in %d ms%n", taken.toMillis());
        assertThat(difference.gone()).isEqualTo(100);
        assertThat(difference.changed()).isEqualTo(4_995);
        assertThat(difference.fresh()).isZero();
        assertThat(difference.rows()).hasSize(TableDifference.MOST);
        assertThat(difference.more()).isTrue();
        assertThat(taken).isLessThan(Duration.ofSeconds(5));
    }
}
