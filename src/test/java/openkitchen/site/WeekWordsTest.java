package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import openkitchen.text.Language;
import openkitchen.text.Messages;
import openkitchen.text.Words;
import openkitchen.window.Week;
import org.junit.jupiter.api.Test;

class WeekWordsTest {

    private static final Words ENGLISH = new Messages().in(Language.EN);
    private static final Words RUSSIAN = new Messages().in(Language.RU);

    private static Week.Row row(Set<DayOfWeek> days, String from, String until) {
        return new Week.Row(days, LocalTime.parse(from), LocalTime.parse(until));
    }

    @Test
    void daysThatAreAlikeStandTogether() {
        assertThat(WeekWords.of(RUSSIAN, Week.USUAL)).containsExactly("пн–пт 11–12, 17–18");
        Week week = Week.of(List.of(
                row(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY), "09:30", "10:00"),
                row(EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY), "22:00", "00:00"),
                row(EnumSet.of(DayOfWeek.SATURDAY), "11:00", "12:00")));
        assertThat(WeekWords.of(ENGLISH, week))
                .containsExactly("Mon, Wed, Sun 09:30–10:00", "Tue 22–24", "Sat 11–12, 22–24");
    }

    @Test
    void aWeekWithoutWindowsSaysNothing() {
        assertThat(WeekWords.of(ENGLISH, Week.EMPTY)).isEmpty();
    }
}
