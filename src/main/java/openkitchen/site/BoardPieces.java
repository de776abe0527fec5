package openkitchen.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import openkitchen.board.Column;
import openkitchen.board.Columns;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.board.Labels;
import openkitchen.board.Wait;
import openkitchen.history.Timeline;
import openkitchen.id.CardId;
import openkitchen.id.ColumnId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.project.Discipline;
import openkitchen.project.Mate;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.text.Language;
import openkitchen.text.Messages;
import org.springframework.stereotype.Component;

/**
 * Puts boards together from kept pieces. A card's face is made once per version and language, a column is packed once per
 * state, a board is kept until its project has a new version: then only what changed is made anew. Names of people on faces
 * are not part of a project's version; a renamed person shows everywhere after {@link #OLDEST} at most.
 */
@Component
class BoardPieces {

    /** So many cards of a column are in the page at first; the rest come as one scrolls. */
    static final int AT_FIRST = 60;

    private static final Duration OLDEST = Duration.ofMinutes(2);

    private final Projects projects;
    private final Timeline timeline;
    private final Columns columns;
    private final Faces faces;
    private final Labels labels;
    private final People people;
    private final Messages messages;
    private final Assets assets;
    private final Views views;

    private final Cache<FaceKey, String> keptFaces = Caffeine.newBuilder()
            .maximumWeight(64_000_000)
            .weigher((FaceKey key, String html) -> html.length() + 64)
            .expireAfterWrite(OLDEST)
            .build();
    private final Cache<ColumnKey, KeptColumn> keptColumns = Caffeine.newBuilder()
            .maximumWeight(96_000_000)
            .weigher((ColumnKey key, KeptColumn column) -> column.segment().size())
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();
    private final Cache<BoardKey, KeptBoard> keptBoards =
            Caffeine.newBuilder().maximumSize(2000).expireAfterWrite(OLDEST).build();

    private final Cache<BoardKey, KeptView> keptViews = Caffeine.newBuilder()
            .maximumSize(2000)
            .expireAfter(Expiry.<BoardKey, KeptView>creating((key, view) -> OLDEST))
            .build();

    BoardPieces(
            Projects projects,
            Timeline timeline,
            Columns columns,
            Faces faces,
            Labels labels,
            People people,
            Messages messages,
            Assets assets,
            Views views) {
        this.projects = projects;
        this.timeline = timeline;
        this.columns = columns;
        this.faces = faces;
        this.labels = labels;
        this.people = people;
        this.messages = messages;
        this.assets = assets;
        this.views = views;
    }

    private record FaceKey(CardId card, long version, Language language) {}

    private record ColumnKey(ColumnId column, Language language) {}

    private record BoardKey(ProjectId project, Language language) {}

    /** A column's part of the page, and what it was made from. */
    private record KeptColumn(Column column, List<String> faces, int rest, Segment segment) {}

    /** What a board's pieces are made with, as it was at a version. */
    private record KeptView(long version, BoardView view) {}

    /** A board as it is kept: what the page around it needs, and its parts. */
    record KeptBoard(long version, BoardView view, List<Segment> segments) {}

    /** The board in the seat's version, in a language. */
    KeptBoard board(Seat seat, Language language) {
        BoardKey key = new BoardKey(seat.project(), language);
        KeptBoard kept = keptBoards.getIfPresent(key);
        if (kept != null && kept.version() == seat.version()) {
            return kept;
        }
        KeptBoard fresh = make(seat, language);
        keptBoards.put(key, fresh);
        return fresh;
    }

    private KeptBoard make(Seat seat, Language language) {
        Map<ColumnId, List<Faces.Standing>> standings =
                faces.standings(seat).stream().collect(Collectors.groupingBy(Faces.Standing::column));
        List<Faces.Standing> shown = standings.values().stream()
                .flatMap(column -> column.stream().limit(AT_FIRST))
                .toList();
        Set<CardId> unknown = shown.stream()
                .filter(standing ->
                        keptFaces.getIfPresent(new FaceKey(standing.card(), standing.version(), language)) == null)
                .map(Faces.Standing::card)
                .collect(Collectors.toSet());
        Map<CardId, Face> fresh = unknown.isEmpty() ? Map.of() : faces.these(seat, unknown);
        BoardView view = viewAt(seat, seat.version(), language, fresh.values());
        Map<CardId, String> made = new HashMap<>();
        fresh.values().forEach(face -> made.put(face.id(), face(view, face)));
        List<Segment> segments = new ArrayList<>();
        for (Column column : view.columns()) {
            List<Faces.Standing> here = standings.getOrDefault(column.id(), List.of());
            List<String> html = here.stream()
                    .limit(AT_FIRST)
                    .map(standing -> made.computeIfAbsent(standing.card(), card -> keptFace(seat, view, standing)))
                    .toList();
            segments.add(column(view, column, html, here, seat));
        }
        return new KeptBoard(seat.version(), view, segments);
    }

    private String keptFace(Seat seat, BoardView view, Faces.Standing standing) {
        String kept = keptFaces.getIfPresent(
                new FaceKey(standing.card(), standing.version(), view.words().language()));
        if (kept != null) {
            return kept;
        }
        Face face = faces.these(seat, List.of(standing.card())).get(standing.card());
        return face == null ? "" : face(view, face);
    }

    private Segment column(BoardView view, Column column, List<String> html, List<Faces.Standing> here, Seat seat) {
        ColumnKey key = new ColumnKey(column.id(), view.words().language());
        int rest = Math.max(0, here.size() - AT_FIRST);
        KeptColumn kept = keptColumns.getIfPresent(key);
        if (kept != null
                && kept.column().equals(column)
                && kept.rest() == rest
                && kept.faces().equals(html)) {
            return kept.segment();
        }
        String after = rest == 0 ? "" : rankOf(seat, here.get(AT_FIRST - 1).card());
        Segment segment = Segment.kept(views.piece(
                "board/column",
                Map.of(
                        "board",
                        view,
                        "column",
                        column,
                        "faces",
                        html,
                        "rest",
                        rest,
                        "after",
                        after,
                        "count",
                        here.size())));
        keptColumns.put(key, new KeptColumn(column, html, rest, segment));
        return segment;
    }

    private String rankOf(Seat seat, CardId card) {
        Face face = faces.these(seat, List.of(card)).get(card);
        return face == null ? "" : face.rank();
    }

    /** A card's face, kept. */
    String face(BoardView view, Face face) {
        return Objects.requireNonNull(keptFaces.get(
                new FaceKey(face.id(), face.version(), view.words().language()),
                key -> views.piece("board/face", Map.of("board", view, "face", face))));
    }

    /** What pieces of this board need to be made, with at least the people on these faces. */
    BoardView view(Seat seat, Language language, Collection<Face> faces) {
        openkitchen.project.Project project = projects.one(seat);
        Map<PersonId, Person> known = new HashMap<>();
        for (Mate mate : project.team()) {
            known.put(mate.person().id(), mate.person());
        }
        Set<PersonId> others = new HashSet<>();
        faces.forEach(face -> name(others, face));
        others.removeAll(known.keySet());
        if (!others.isEmpty()) {
            known.putAll(people.these(others));
        }
        Set<Discipline> disciplines = new TreeSet<>(project.services());
        disciplines.add(Discipline.ACCOUNT);
        return new BoardView(
                project,
                messages.in(language),
                columns.of(seat),
                BoardView.byId(labels.of(seat)),
                known,
                disciplines,
                assets);
    }

    /**
     * As {@link #view}, but kept from one version to the next as long as nothing happened that changes it. It is of the given
     * version or a later one.
     */
    BoardView viewAt(Seat seat, long version, Language language, Collection<Face> faces) {
        BoardKey key = new BoardKey(seat.project(), language);
        KeptView kept = keptViews.getIfPresent(key);
        if (kept != null
                && kept.version() < version
                && !timeline.any(seat.project(), kept.version(), version, Changes.FRAME)) {
            kept = new KeptView(version, kept.view());
            keptViews.put(key, kept);
        }
        if (kept != null && kept.version() >= version) {
            return withPeople(kept.view(), faces);
        }
        BoardView fresh = view(seat, language, faces);
        keptViews.put(key, new KeptView(version, fresh));
        return fresh;
    }

    private BoardView withPeople(BoardView view, Collection<Face> faces) {
        Set<PersonId> others = new HashSet<>();
        faces.forEach(face -> name(others, face));
        others.removeAll(view.people().keySet());
        if (others.isEmpty()) {
            return view;
        }
        Map<PersonId, Person> known = new HashMap<>(view.people());
        known.putAll(people.these(others));
        return view.with(known);
    }

    private static void name(Set<PersonId> people, Face face) {
        people.addAll(face.people());
        face.waits().stream().map(Wait::person).filter(Objects::nonNull).forEach(people::add);
    }

    /** Whoever read the events between these versions found none that changes what boards are made with. */
    void frameStays(ProjectId project, long since, long until) {
        for (Language language : Language.values()) {
            keptViews
                    .asMap()
                    .computeIfPresent(
                            new BoardKey(project, language),
                            (key, kept) -> kept.version() >= since && kept.version() < until
                                    ? new KeptView(until, kept.view())
                                    : kept);
        }
    }

    /** The cards of a column that stand behind a rank: what the page did not hold at first. */
    List<String> rest(Seat seat, Language language, ColumnId column, String after) {
        List<Face> rest = faces.inColumn(seat, column, after);
        BoardView view = view(seat, language, rest);
        return rest.stream().map(face -> face(view, face)).toList();
    }

    /** A person was renamed or has a new picture: what was made with the old one goes. */
    void forgetPeople() {
        keptFaces.invalidateAll();
        keptBoards.invalidateAll();
        keptViews.invalidateAll();
    }
}
