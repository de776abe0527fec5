package openkitchen.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import openkitchen.material.Launch;
import openkitchen.text.When;
import org.jspecify.annotations.Nullable;

/** A project's launches over time, as a visitor sees them. */
public record LaunchesView(Visit visit, When when, LocalDate today, List<LaunchView> all) {

    /** How wide the line is on which they are drawn. */
    public static final int WIDTH = 600;

    private static final int LEAST = 6;

    /** Those that are this far: what is planned with what comes next first, what was with the latest first. */
    public List<LaunchView> of(Launch.State state) {
        Comparator<LaunchView> byBegin =
                Comparator.comparing(this::from, Comparator.nullsLast(Comparator.naturalOrder()));
        return all.stream()
                .filter(each -> each.launch().state() == state)
                .sorted(state == Launch.State.PLANNED ? byBegin : byBegin.reversed())
                .toList();
    }

    /** What it says of when: since when, from when, from when to when. */
    public String dates(LaunchView launch) {
        LocalDate from = from(launch);
        LocalDate until = until(launch);
        if (from == null) {
            return until == null ? visit.say("launch.when.open") : visit.say("launch.when.until", "until", said(until));
        }
        if (until == null) {
            return visit.say(
                    launch.launch().state() == Launch.State.LAUNCHED ? "launch.when.since" : "launch.when.from",
                    "from",
                    said(from));
        }
        return from.equals(until)
                ? said(from)
                : visit.say("launch.when.both", "from", said(from), "until", said(until));
    }

    /** From when to when an earlier run went. */
    public String dates(Launch.Run run) {
        LocalDate from = LocalDate.ofInstant(run.launched(), visit.zone());
        LocalDate until = LocalDate.ofInstant(run.stopped(), visit.zone());
        return from.equals(until)
                ? said(from)
                : visit.say("launch.when.both", "from", said(from), "until", said(until));
    }

    private String said(LocalDate day) {
        return when.shortDate(day);
    }

    public @Nullable LocalDate from(LaunchView launch) {
        return launch.from(visit.zone());
    }

    public @Nullable LocalDate until(LaunchView launch) {
        return launch.until(visit.zone());
    }

    /** Whether there is enough to draw a line of time. */
    public boolean drawn() {
        return all.stream().filter(each -> from(each) != null).count() > 1;
    }

    private LocalDate first() {
        return days(this::from).min(Comparator.naturalOrder()).orElse(today).minusDays(2);
    }

    private LocalDate last() {
        return Stream.concat(days(this::until), days(this::from))
                .max(Comparator.naturalOrder())
                .orElse(today)
                .plusDays(3);
    }

    private Stream<LocalDate> days(Function<LaunchView, @Nullable LocalDate> day) {
        return Stream.concat(
                Stream.of(today),
                all.stream().filter(each -> from(each) != null).map(day).filter(Objects::nonNull));
    }

    /** Where a day is on the line. */
    private long at(LocalDate day) {
        long whole = Math.max(1, ChronoUnit.DAYS.between(first(), last()));
        return Math.max(0, ChronoUnit.DAYS.between(first(), day)) * WIDTH / whole;
    }

    public long now() {
        return at(today);
    }

    public long begins(LaunchView launch) {
        LocalDate from = from(launch);
        return from == null ? 0 : Math.min(at(from), WIDTH - LEAST);
    }

    /** How long its bar is; what has no end yet goes on until now, or is a mark. */
    public long lasts(LaunchView launch) {
        LocalDate until = until(launch);
        LocalDate end = until != null ? until : launch.launch().state() == Launch.State.LAUNCHED ? today : null;
        return end == null ? LEAST : Math.max(LEAST, at(end.plusDays(1)) - begins(launch));
    }
}
