package openkitchen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextPlaceTest {

    private static final String TEXT = """
            Стратегия на первый квартал.
            Сначала мы готовим посадочные страницы, потом запускаем рекламу в поиске.
            Бюджет на месяц составляет сто тысяч рублей без налогов.
            Отчёт приходит каждую вторую пятницу.
            """;

    private static String found(String text, TextPlace place) {
        return place.in(text).map(at -> text.substring(at[0], at[1])).orElse("–");
    }

    private static TextPlace place(String quote) {
        int start = TEXT.indexOf(quote);
        return TextPlace.of(TEXT, start, start + quote.length());
    }

    @Test
    void itIsFoundWhereItMoved() {
        TextPlace place = place("запускаем рекламу");
        assertThat(found("Новое введение.\n".repeat(30) + TEXT, place)).isEqualTo("запускаем рекламу");
        assertThat(place.in(TEXT).orElseThrow()).containsExactly(TEXT.indexOf("запускаем"), TEXT.indexOf(" в поиске"));
    }

    @Test
    void whatWasChangedBetweenItsSurroundingsIsFound() {
        TextPlace place = place("составляет сто тысяч рублей");
        assertThat(found(TEXT.replace("составляет сто тысяч рублей", "равен миллиону"), place))
                .isEqualTo("равен миллиону");
    }

    @Test
    void whatIsStillAlikeIsFound() {
        TextPlace place = place("мы готовим посадочные страницы, потом запускаем рекламу в поиске");
        String other = "Иначе.\nТеперь мы готовим новые посадочные страницы, потом запускаем рекламу везде.\nКонец.";
        assertThat(found(other, place)).isEqualTo("мы готовим новые посадочные страницы, потом запускаем рекламу");
    }

    @Test
    void whatIsGoneIsNotFound() {
        assertThat(place("Бюджет на месяц").in("Совсем другой текст о погоде и природе."))
                .isEmpty();
        assertThat(place("Бюджет на месяц").in("")).isEmpty();
        String without = TEXT.replace("Бюджет на месяц составляет сто тысяч рублей без налогов.\n", "");
        assertThat(place("Бюджет на месяц составляет сто тысяч рублей без налогов.\n")
                        .in(without))
                .isEmpty();
    }

    @Test
    void ofSeveralTheOneWithItsSurroundingsIsTaken() {
        String text = "один да\nдва да\nтри да\n";
        TextPlace second = TextPlace.of(text, text.indexOf("два ") + 4, text.indexOf("два ") + 6);
        String later = "ноль да\n".repeat(5) + text;
        assertThat(second.in(later).orElseThrow()[0]).isEqualTo(later.indexOf("два ") + 4);
    }

    @Property(tries = 300)
    void inTheSameTextItIsAtItsPlace(
            @ForAll @StringLength(min = 1, max = 900) @CharRange(from = 'a', to = 'c') String text,
            @ForAll @IntRange(max = 899) int one,
            @ForAll @IntRange(max = 900) int other) {
        int start = Math.min(Math.min(one, other), text.length() - 1);
        int end = Math.clamp(Math.max(one, other), start + 1, text.length());
        TextPlace place = TextPlace.of(text, start, end);
        assertThat(place.quote().length()).isLessThanOrEqualTo(TextPlace.MOST_QUOTED);
        assertThat(place.in(text))
                .hasValueSatisfying(at ->
                        assertThat(at).containsExactly(start, Math.min(end, start + TextPlace.MOST_QUOTED)));
    }

    @Property(tries = 300)
    void whateverTheTextsThePlaceIsInside(
            @ForAll @StringLength(min = 1, max = 200) String text,
            @ForAll @StringLength(max = 200) String other,
            @ForAll @IntRange(max = 199) int from) {
        int start = Math.min(from, text.length() - 1);
        Optional<int[]> found = TextPlace.of(text, start, text.length()).in(other);
        found.ifPresent(at -> {
            assertThat(at[0]).isBetween(0, other.length());
            assertThat(at[1]).isBetween(at[0], other.length());
        });
    }

    @Property(tries = 200)
    void textPutInFrontOfItMovesIt(
            @ForAll @StringLength(max = 300) String front, @ForAll @IntRange(max = 200) int from) {
        int start = Math.min(from, TEXT.length() - 20);
        TextPlace place = TextPlace.of(TEXT, start, start + 15);
        assertThat(found(front + TEXT, place)).isEqualTo(place.quote());
    }
}
