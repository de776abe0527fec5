package openkitchen.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class RankTest {

    private static final String RANK = "[0-9A-Za-z]*[1-9A-Za-z]";
    private static final int INSERTS = 10_000;

    @Property
    void betweenTwoRanksThereIsAlwaysAnother(@ForAll("ranks") String one, @ForAll("ranks") String other) {
        Assume.that(!one.equals(other));
        String low = one.compareTo(other) < 0 ? one : other;
        String high = low.equals(one) ? other : one;
        assertThat(Rank.between(low, high)).isGreaterThan(low).isLessThan(high).matches(RANK);
    }

    /** The narrowest gaps: one is the beginning of the other. */
    @Property
    void betweenARankAndOneThatBeginsWithItThereIsAnother(
            @ForAll("ranks") String low, @ForAll @IntRange(max = 6) int zeros, @ForAll("ranks") String tail) {
        String high = low + "0".repeat(zeros) + tail;
        assertThat(Rank.between(low, high)).isGreaterThan(low).isLessThan(high).matches(RANK);
    }

    @Property
    void beforeAnyRankAndBehindAnyThereIsAnother(@ForAll("ranks") String rank) {
        assertThat(Rank.between(null, rank)).isLessThan(rank).matches(RANK);
        assertThat(Rank.between(rank, null)).isGreaterThan(rank).matches(RANK);
    }

    @Example
    void anEmptyOrderHasAFirstRank() {
        assertThat(Rank.between(null, null)).matches(RANK);
    }

    @Property
    void thereIsNothingBetweenRanksInTheWrongOrder(@ForAll("ranks") String low, @ForAll("ranks") String high) {
        Assume.that(low.compareTo(high) >= 0);
        assertThatThrownBy(() -> Rank.between(low, high)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void cardsStandAsTheyWerePutWhereverThatIs(@ForAll @Size(max = 300) List<@IntRange(max = 300) Integer> places) {
        List<String> order = new ArrayList<>();
        places.forEach(place -> insert(order, Math.min(place, order.size())));
        assertThat(order).isSorted().doesNotHaveDuplicates().allMatch(rank -> rank.matches(RANK));
    }

    @Property(tries = 6)
    void tenThousandCardsPutAtOneSpotStayInOrderAndAreSeldomDealtAnew(@ForAll @IntRange(max = 2) int spot) {
        List<String> order = new ArrayList<>(List.of(Rank.dealt(0, 2), Rank.dealt(1, 2)));
        int deals = 0;
        for (int i = 0; i < INSERTS; i++) {
            if (insert(order, spot).length() >= Rank.LONG) {
                int count = order.size();
                order.clear();
                IntStream.range(0, count).forEach(each -> order.add(Rank.dealt(each, count)));
                deals++;
            }
        }
        assertThat(order).hasSize(INSERTS + 2).isSorted().doesNotHaveDuplicates();
        assertThat(order).allMatch(rank -> rank.length() < Rank.LONG);
        assertThat(deals).isLessThan(INSERTS / 200);
    }

    /** As a board's first column grows: every new card behind the last. */
    @Example
    void aColumnThatOnlyGrowsAtItsEndKeepsShortRanks() {
        List<String> order = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> insert(order, order.size()));
        assertThat(order).isSorted().allMatch(rank -> rank.length() < Rank.LONG);
    }

    private static String insert(List<String> order, int place) {
        String rank = Rank.between(at(order, place - 1), at(order, place));
        order.add(place, rank);
        return rank;
    }

    private static @Nullable String at(List<String> order, int place) {
        return place < 0 || place >= order.size() ? null : order.get(place);
    }

    @Property(tries = 60)
    void ranksDealtOutAreInOrder(@ForAll @IntRange(min = 1, max = Cards.COLUMN_LIMIT) int count) {
        List<String> dealt =
                IntStream.range(0, count).mapToObj(i -> Rank.dealt(i, count)).toList();
        assertThat(dealt).isSorted().doesNotHaveDuplicates().allMatch(rank -> rank.matches(RANK) && rank.length() < 10);
    }

    @Provide
    Arbitrary<String> ranks() {
        return Arbitraries.strings()
                .withChars("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.endsWith("0"));
    }
}
