package openkitchen.board;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.history.History;
import openkitchen.id.ChecklistId;
import openkitchen.id.ColumnId;
import openkitchen.id.LabelId;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.project.Discipline;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.text.Language;
import openkitchen.text.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts projects with a board: the usual columns, and for a client's project what its services bring from their templates,
 * in the language of whoever starts it.
 */
@Component
public class Starting {

    private final Projects projects;
    private final History history;
    private final Messages messages;
    private final Columns columns;
    private final Cards cards;
    private final Labels labels;
    private final Marking marking;
    private final Checklists checklists;

    Starting(
            Projects projects,
            History history,
            Messages messages,
            Columns columns,
            Cards cards,
            Labels labels,
            Marking marking,
            Checklists checklists) {
        this.projects = projects;
        this.history = history;
        this.messages = messages;
        this.columns = columns;
        this.cards = cards;
        this.labels = labels;
        this.marking = marking;
        this.checklists = checklists;
    }

    /**
     * Makes a project with its board, all of it or nothing. Without a client or without services it gets only the columns.
     *
     * @throws Forbidden for others than owners and accounts
     * @throws Invalid for a missing name, a wrong or taken key
     */
    @Transactional
    public Seat start(Viewer viewer, Projects.NewProject wanted) {
        Seat seat = projects.add(viewer, wanted);
        history.change(seat.project(), viewer.person(), pen -> {
            Map<ColumnKind, ColumnId> board = layColumns(seat, viewer.language());
            if (wanted.client() != null && !wanted.services().isEmpty()) {
                layCards(seat, board, templates(wanted.services(), viewer.language()));
            }
            return board;
        });
        return projects.seat(viewer, seat.key());
    }

    /** Gives a board without columns the usual ones, one of each kind. */
    public Map<ColumnKind, ColumnId> layColumns(Seat seat, Language language) {
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Map<ColumnKind, ColumnId> board = new EnumMap<>(ColumnKind.class);
            for (ColumnKind kind : ColumnKind.values()) {
                String name = messages.in(language).say("column.kind." + kind.code());
                board.put(kind, columns.add(seat, name, kind));
            }
            return board;
        });
    }

    private record Chosen(Discipline service, Template template) {}

    /** What every client's project begins with comes first: that is the account's. */
    private static List<Chosen> templates(Set<Discipline> services, Language language) {
        List<Discipline> all = new ArrayList<>(List.of(Discipline.ACCOUNT));
        services.stream().sorted().filter(service -> !all.contains(service)).forEach(all::add);
        return all.stream()
                .flatMap(service ->
                        Template.of(service, language).map(template -> new Chosen(service, template)).stream())
                .toList();
    }

    private void layCards(Seat seat, Map<ColumnKind, ColumnId> board, List<Chosen> chosen) {
        Map<String, LabelId> known = new HashMap<>();
        for (Chosen one : chosen) {
            for (Template.Mark mark : one.template().labels()) {
                known.computeIfAbsent(mark.name(), name -> labels.add(seat, name, mark.colour()));
            }
        }
        for (Chosen one : chosen) {
            for (Template.Starter starter : one.template().cards()) {
                int number = lay(seat, board, one.service(), starter, known);
                if (starter.brief()) {
                    chosen.forEach(
                            asking -> list(seat, number, asking.template().brief()));
                }
            }
        }
    }

    private int lay(
            Seat seat,
            Map<ColumnKind, ColumnId> board,
            Discipline service,
            Template.Starter starter,
            Map<String, LabelId> known) {
        ColumnId column = java.util.Objects.requireNonNull(board.get(starter.columnKind()));
        int number = cards.add(
                        seat,
                        new Cards.NewCard(column, starter.title(), starter.text(), starter.cardKind(), service, false))
                .number();
        for (String name : starter.labelNames()) {
            LabelId label = known.get(name);
            // A label of a service that was not chosen is left out.
            if (label != null) {
                marking.label(seat, number, label);
            }
        }
        starter.lists().forEach(questions -> list(seat, number, questions));
        return number;
    }

    private void list(Seat seat, int number, Template.Questions questions) {
        ChecklistId list = checklists.add(seat, number, questions.name());
        questions.items().forEach(item -> checklists.addItem(seat, number, list, item));
    }
}
