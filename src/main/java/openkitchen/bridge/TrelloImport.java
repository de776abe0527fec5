package openkitchen.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import openkitchen.bridge.ImportChoices.ForWhom;
import openkitchen.bridge.ImportChoices.Who;
import openkitchen.bridge.trello.TrelloBoard;
import openkitchen.bridge.trello.TrelloCard;
import openkitchen.bridge.trello.TrelloComment;
import openkitchen.bridge.trello.TrelloFile;
import openkitchen.bridge.trello.TrelloFile.Reading;
import openkitchen.bridge.trello.TrelloMember;
import openkitchen.bridge.trello.TrelloRefusal;
import openkitchen.history.History;
import openkitchen.id.ClientId;
import openkitchen.people.Viewer;
import openkitchen.problem.Fault;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.project.Client;
import openkitchen.project.Clients;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.project.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a Trello board's JSON export in, all of it or nothing. A board that came before, into a project that the viewer may
 * see, comes into that project again: what is new there since is added, and nothing that is here is changed. Only the agency's
 * owners and accounts may; into a project that is there, only those who manage it.
 */
@Component
public class TrelloImport {

    /** The largest export that is taken, in megabytes. */
    public static final long MEGABYTES = TrelloFile.LIMIT >> 20;

    private final Projects projects;
    private final Clients clients;
    private final History history;
    private final Landing landing;
    private final PeopleGuess guesses;
    private final ImportRows rows;
    private final TransactionTemplate transaction;
    /** A large export takes some hundred megabytes while it is read. */
    private final Semaphore turns = new Semaphore(2, true);

    TrelloImport(
            Projects projects,
            Clients clients,
            History history,
            Landing landing,
            PeopleGuess guesses,
            ImportRows rows,
            PlatformTransactionManager transactions) {
        this.projects = projects;
        this.clients = clients;
        this.history = history;
        this.landing = landing;
        this.guesses = guesses;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What came into which project. */
    public record Brought(Seat seat, ImportReport report) {}

    /**
     * Looks at an export without bringing anything.
     *
     * @throws Forbidden for others than owners and accounts
     * @throws Invalid when it is no board's export, with the reason
     * @throws UncheckedIOException when the stream fails
     */
    public ImportPlan plan(Viewer viewer, InputStream file) {
        mustLead(viewer);
        turns.acquireUninterruptibly();
        try {
            return plan(viewer, read(file));
        } finally {
            turns.release();
        }
    }

    private static void mustLead(Viewer viewer) {
        if (!viewer.leads()) {
            throw new Forbidden("error.only_leads");
        }
    }

    private static Reading.Accepted read(InputStream file) {
        try {
            return switch (TrelloFile.read(file)) {
                case Reading.Accepted accepted -> accepted;
                case Reading.Refused(TrelloRefusal why) ->
                    throw new Invalid(List.of(new Fault("file", why.messageKey(), why.arguments())));
            };
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ImportPlan plan(Viewer viewer, Reading.Accepted read) {
        TrelloBoard board = read.board();
        Optional<Seat> before = before(viewer, board);
        ClientId client = before.map(projects::one)
                .map(project -> project.client())
                .map(Client::id)
                .orElse(null);
        Map<String, Who> who = guesses.of(board, client);
        Map<String, Integer> cardsOfList = new HashMap<>();
        Map<String, Integer> cardsOfMember = new HashMap<>();
        Map<String, Integer> commentsOfMember = new HashMap<>();
        for (TrelloCard card : board.cards()) {
            cardsOfList.merge(card.listId(), 1, Integer::sum);
            card.memberIds().forEach(member -> cardsOfMember.merge(member, 1, Integer::sum));
            for (TrelloComment comment : card.comments()) {
                if (comment.authorId() != null) {
                    commentsOfMember.merge(comment.authorId(), 1, Integer::sum);
                }
            }
        }
        return new ImportPlan(
                new ImportReport.Board(key(board), board.name(), board.url(), board.archived()),
                before.map(Seat::key).orElse(null),
                Tally.of(read.report().held()),
                read.report().missing().comments(),
                read.report().missing().files().size(),
                read.report().missing().actionsCut(),
                board.lists().stream()
                        .map(list -> new ImportPlan.OfList(
                                list.id(),
                                list.name(),
                                list.archived(),
                                cardsOfList.getOrDefault(list.id(), 0),
                                ColumnGuess.of(list.name())))
                        .toList(),
                board.members().stream()
                        .filter(member -> member.standing() != TrelloMember.Standing.UNKNOWN)
                        .map(member -> new ImportPlan.OfMember(
                                member.id(),
                                member.shownName(),
                                member.username() == null ? "" : member.username(),
                                member.standing() != TrelloMember.Standing.FORMER,
                                cardsOfMember.getOrDefault(member.id(), 0),
                                commentsOfMember.getOrDefault(member.id(), 0),
                                who.getOrDefault(member.id(), new Who.LeftOut())))
                        .toList());
    }

    /** What a board is known by: its id; in the odd file without one, what else names it. */
    static String key(TrelloBoard board) {
        if (!board.id().isEmpty()) {
            return board.id();
        }
        return !board.shortLink().isEmpty() ? board.shortLink() : "name:" + board.name();
    }

    /** The viewer's seat in the project to which the board came before. */
    private Optional<Seat> before(Viewer viewer, TrelloBoard board) {
        return rows.projects(key(board)).stream()
                .flatMap(project -> projects.seat(viewer, project).stream())
                .findFirst();
    }

    /**
     * Brings a board in one transaction.
     *
     * @throws Forbidden for others than owners and accounts
     * @throws Invalid when it is no board's export, or a choice does not fit
     * @throws UncheckedIOException when the stream fails
     */
    @SuppressWarnings("NullAway") // the template returns what the work returns
    public Brought bring(Viewer viewer, InputStream file, ImportChoices choices, ImportProgress progress) {
        mustLead(viewer);
        turns.acquireUninterruptibly();
        try {
            progress.at(ImportProgress.Step.READING);
            Reading.Accepted read = read(file);
            return transaction.execute(status -> bring(viewer, read, choices, progress));
        } finally {
            turns.release();
        }
    }

    private Brought bring(Viewer viewer, Reading.Accepted read, ImportChoices choices, ImportProgress progress) {
        TrelloBoard board = read.board();
        rows.lock(key(board));
        Optional<Seat> before = before(viewer, board);
        before.ifPresent(Seat::mustManage);
        progress.at(ImportProgress.Step.PEOPLE);
        Seat seat = before.orElseGet(() -> made(viewer, board, choices));
        Client client = projects.one(seat).client();
        ClientId of = client == null ? null : client.id();
        Landing.Load load =
                new Landing.Load(read, seat, of, choices, guesses.of(board, of), before.isPresent(), key(board));
        ImportReport report =
                history.change(seat.project(), viewer.person(), pen -> landing.bring(load, pen, progress));
        return new Brought(seat, report);
    }

    private Seat made(Viewer viewer, TrelloBoard board, ImportChoices choices) {
        String wanted = choices.name().isBlank() ? board.name() : choices.name();
        String name = wanted.isBlank() ? "Trello" : wanted;
        boolean own = choices.name().isBlank();
        return projects.add(
                viewer,
                new Projects.NewProject(
                        own && name.length() > Projects.NAME_LIMIT ? name.substring(0, Projects.NAME_LIMIT) : name,
                        choices.key(),
                        client(viewer, choices.client()),
                        choices.services(),
                        Stage.STEADY));
    }

    private @Nullable ClientId client(Viewer viewer, ForWhom client) {
        return switch (client) {
            case ForWhom.Nobody() -> null;
            case ForWhom.Known(ClientId id) -> {
                if (clients.seenBy(viewer).stream().noneMatch(one -> one.id().equals(id))) {
                    throw new Invalid("client", "error.choice");
                }
                yield id;
            }
            case ForWhom.Newcomer(String name) -> clients.add(viewer, name);
        };
    }

    /** The report of the last import into a project; empty when none was. Of the agency's people only. */
    public Optional<ImportReport> report(Seat seat) {
        return seat.side() == openkitchen.people.Side.AGENCY ? rows.report(seat.project()) : Optional.empty();
    }
}
