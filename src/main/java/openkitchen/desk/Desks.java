package openkitchen.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.id.CommentId;
import openkitchen.id.ProjectId;
import openkitchen.id.TurnId;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.talk.Question;
import openkitchen.talk.Questions;
import openkitchen.turn.Pause;
import openkitchen.turn.Purpose;
import openkitchen.turn.Standing;
import openkitchen.turn.Turn;
import openkitchen.turn.Waiting;
import openkitchen.window.AnswerWindows;
import openkitchen.window.Schedule;
import org.springframework.stereotype.Component;

/** Lays everybody's desk: a fixed number of statements, however many projects and turns there are. */
@Component
public class Desks {

    /** So many things of a pile are read in full; the rest is counted, and comes up as these are done. */
    static final int SHOWN = 50;

    /** A client who lets something wait for so long is late with it. */
    static final Duration SILENCE = Duration.ofDays(3);

    private final Clock clock;
    private final AnswerWindows windows;
    private final Waiting waiting;
    private final Questions questions;
    private final Matters matters;

    Desks(Clock clock, AnswerWindows windows, Waiting waiting, Questions questions, Matters matters) {
        this.clock = clock;
        this.windows = windows;
        this.waiting = waiting;
        this.questions = questions;
        this.matters = matters;
    }

    /** Turns on their piles, before anything else about them is known. */
    private record Sorted(
            Hours hours, Map<TurnId, Instant> put, Map<CommentId, Question> questions, Map<Pile, List<Turn>> piles) {

        List<Turn> all() {
            return piles.values().stream().flatMap(List::stream).toList();
        }

        List<Turn> shown() {
            return piles.values().stream()
                    .flatMap(pile -> pile.stream().limit(SHOWN))
                    .toList();
        }
    }

    /** The viewer's whole desk. */
    public Desk of(Viewer viewer) {
        Instant now = clock.instant();
        Standing standing = waiting.standing(viewer);
        Sorted sorted = sort(standing, now, turn -> true);
        Set<TurnId> mine = sorted.all().stream().map(Turn::id).collect(Collectors.toSet());
        Predicate<Turn> notMine = turn -> !mine.contains(turn.id());
        List<Turn> others = waiting.opened(standing).stream()
                .filter(notMine)
                .filter(Desks::moves)
                .toList();
        List<Turn> late = viewer.leads()
                ? waiting.late(standing, now.minus(SILENCE), SHOWN + mine.size()).stream()
                        .filter(notMine)
                        .toList()
                : List.of();
        Map<TurnId, Matter> read = matters.of(
                Stream.of(sorted.shown(), first(others), first(late))
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                sorted.questions(),
                sorted.put());
        return new Desk(
                sorted.hours(),
                heaps(sorted, read),
                heap(others, read),
                heap(late, read),
                waiting.silent(standing),
                standing.absent());
    }

    /** What waits for the viewer, in all their projects: the piles and nothing else. */
    public Desk run(Viewer viewer) {
        return piles(viewer, turn -> true);
    }

    /** A desk with nothing on it. */
    public Desk none() {
        Map<Pile, Desk.Heap> piles = new EnumMap<>(Pile.class);
        for (Pile pile : Pile.values()) {
            piles.put(pile, Desk.Heap.NONE);
        }
        return new Desk(
                new Hours(Optional.empty(), Optional.empty()),
                piles,
                Desk.Heap.NONE,
                Desk.Heap.NONE,
                new Waiting.Silent(0, 0),
                List.of());
    }

    /** What waits for the viewer in one project. */
    public Desk in(Seat seat) {
        return piles(seat.viewer(), turn -> turn.project().equals(seat.project()));
    }

    private Desk piles(Viewer viewer, Predicate<Turn> which) {
        Instant now = clock.instant();
        Sorted sorted = sort(waiting.standing(viewer), now, which);
        Map<TurnId, Matter> read = matters.of(sorted.shown(), sorted.questions(), sorted.put());
        return new Desk(
                sorted.hours(),
                heaps(sorted, read),
                Desk.Heap.NONE,
                Desk.Heap.NONE,
                new Waiting.Silent(0, 0),
                List.of());
    }

    /** How many things wait for the viewer, without what is for later: the number beside the desk's name. */
    public int count(Viewer viewer) {
        Instant now = clock.instant();
        Sorting sorting = new Sorting(now, hours(viewer, now), waiting.snoozed(viewer));
        return (int) waiting.waitingFor(waiting.standing(viewer)).stream()
                .flatMap(turn -> sorting.pile(turn, false).stream())
                .filter(pile -> pile != Pile.LATER)
                .count();
    }

    /** One thing that somebody waits for in a project that the viewer may see; empty when it is settled. */
    public Optional<Matter> one(Viewer viewer, TurnId id) {
        return waiting.one(viewer, id)
                .map(turn -> matters.of(List.of(turn), asked(List.of(turn)), waiting.snoozed(viewer)))
                .flatMap(read -> Optional.ofNullable(read.get(id)));
    }

    /** What waits for one's own side's opposite in a project: for the client, as the team sees it, and the other way round. */
    public List<Matter> awaitedOf(Seat seat, List<Turn> open) {
        List<Turn> theirs = open.stream()
                .filter(turn -> turn.awaited().side() != seat.side())
                .filter(Desks::moves)
                .toList();
        Map<TurnId, Matter> read = matters.of(first(theirs), asked(theirs), Map.of());
        return first(theirs).stream()
                .flatMap(turn -> Optional.ofNullable(read.get(turn.id())).stream())
                .toList();
    }

    /**
     * Puts something off until the next answer window, for the viewer alone.
     *
     * @return until when
     * @throws NotFound when it does not wait for the viewer
     */
    public Instant snooze(Viewer viewer, TurnId turn) {
        Instant now = clock.instant();
        Schedule schedule = windows.of(viewer.person());
        Instant until = Hours.at(now, schedule).afterThis(now, schedule, viewer.zone());
        waiting.snooze(viewer, turn, until);
        return until;
    }

    /** Takes up again what was put off. */
    public void wake(Viewer viewer, TurnId turn) {
        waiting.wake(viewer, turn);
    }

    private Hours hours(Viewer viewer, Instant now) {
        return Hours.at(now, windows.of(viewer.person()));
    }

    private Sorted sort(Standing standing, Instant now, Predicate<Turn> which) {
        Viewer viewer = standing.viewer();
        Sorting sorting = new Sorting(now, hours(viewer, now), waiting.snoozed(viewer));
        List<Turn> turns = waiting.waitingFor(standing).stream()
                .filter(which)
                .filter(turn -> turn.card() != null && turn.comment() != null)
                .toList();
        Map<CommentId, Question> asked = asked(turns);
        Map<Pile, List<Turn>> piles = new EnumMap<>(Pile.class);
        for (Turn turn : turns) {
            sorting.pile(turn, Matters.astray(turn, asked.get(turn.comment())))
                    .ifPresent(pile -> piles.computeIfAbsent(pile, none -> new ArrayList<>())
                            .add(turn));
        }
        return new Sorted(sorting.hours(), sorting.snoozed(), asked, piles);
    }

    private Map<CommentId, Question> asked(List<Turn> turns) {
        List<CommentId> ids = turns.stream()
                .filter(turn -> turn.purpose() == Purpose.ANSWER || turn.purpose() == Purpose.CLARIFY)
                .flatMap(turn -> Optional.ofNullable(turn.comment()).stream())
                .toList();
        Set<ProjectId> projects = turns.stream().map(Turn::project).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : questions.these(projects, ids);
    }

    /** A question that waits for its asker is waited for by way of the turn that asks back. */
    private static boolean moves(Turn turn) {
        Pause pause = turn.pause();
        return turn.card() != null && turn.comment() != null && (pause == null || pause.why() != Pause.Why.ASKER);
    }

    private static List<Turn> first(List<Turn> turns) {
        return turns.subList(0, Math.min(SHOWN, turns.size()));
    }

    private static Map<Pile, Desk.Heap> heaps(Sorted sorted, Map<TurnId, Matter> read) {
        Map<Pile, Desk.Heap> heaps = new EnumMap<>(Pile.class);
        for (Pile pile : Pile.values()) {
            heaps.put(pile, heap(sorted.piles().getOrDefault(pile, List.of()), read));
        }
        return heaps;
    }

    private static Desk.Heap heap(List<Turn> turns, Map<TurnId, Matter> read) {
        List<Matter> shown = first(turns).stream()
                .flatMap(turn -> Optional.ofNullable(read.get(turn.id())).stream())
                .toList();
        return new Desk.Heap(shown, turns.size() - (first(turns).size() - shown.size()));
    }
}
