package openkitchen.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openkitchen.board.ColumnKind;
import openkitchen.bridge.ImportChoices;
import openkitchen.bridge.ImportChoices.ForWhom;
import openkitchen.bridge.ImportChoices.Who;
import openkitchen.bridge.ImportPlan;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.project.Client;
import openkitchen.project.Clients;
import openkitchen.project.Discipline;
import openkitchen.project.Project;
import openkitchen.project.Projects;
import openkitchen.text.CleanText;
import org.springframework.stereotype.Component;

/** Makes the form in which an import is decided, and reads it. */
@Component
class ImportForms {

    private static final int MOST_CONTACTS = 300;

    private final People people;
    private final Clients clients;
    private final Projects projects;

    ImportForms(People people, Clients clients, Projects projects) {
        this.people = people;
        this.clients = clients;
        this.projects = projects;
    }

    ImportPage page(
            Viewer viewer,
            Visit visit,
            String token,
            ImportPlan plan,
            Map<String, String> typed,
            Set<Discipline> services,
            FieldFaults faults) {
        Optional<Project> into =
                Optional.ofNullable(plan.project()).map(key -> projects.one(projects.seat(viewer, key)));
        List<Client> known = clients.seenBy(viewer);
        List<Client> possible = into.isEmpty()
                ? known
                : Optional.ofNullable(into.get().client()).map(List::of).orElse(List.of());
        List<ImportPage.Group> groups = new ArrayList<>();
        groups.add(new ImportPage.Group(visit.say("side.agency"), choices(people.ofAgency())));
        int contacts = 0;
        for (Client client : possible) {
            List<ImportPage.Choice> some = choices(people.ofClient(client.id()));
            contacts += some.size();
            if (!some.isEmpty() && contacts <= MOST_CONTACTS) {
                groups.add(new ImportPage.Group(client.name(), some));
            }
        }
        return new ImportPage(
                token,
                plan,
                typed,
                services,
                faults,
                groups,
                known,
                into.map(Project::name).orElse(""));
    }

    private static List<ImportPage.Choice> choices(List<Person> persons) {
        return persons.stream()
                .filter(person -> !person.left())
                .map(person -> new ImportPage.Choice("person:" + person.id(), person.name()))
                .toList();
    }

    ImportChoices choices(Viewer viewer, Map<String, String> fields, Set<Discipline> services) {
        Map<String, ColumnKind> kinds = new HashMap<>();
        Map<String, Who> who = new HashMap<>();
        fields.forEach((field, value) -> {
            if (field.startsWith("list-")) {
                ColumnKind.find(value).ifPresent(kind -> kinds.put(field.substring("list-".length()), kind));
            } else if (field.startsWith("member-")) {
                who(value).ifPresent(one -> who.put(field.substring("member-".length()), one));
            }
        });
        return new ImportChoices(
                CleanText.line(fields.getOrDefault("name", "")),
                fields.getOrDefault("key", "").strip(),
                client(viewer, CleanText.line(fields.getOrDefault("client", ""))),
                services,
                kinds,
                who);
    }

    private ForWhom client(Viewer viewer, String name) {
        if (name.isEmpty()) {
            return new ForWhom.Nobody();
        }
        return clients.seenBy(viewer).stream()
                .filter(client -> client.name().equalsIgnoreCase(name))
                .findFirst()
                .<ForWhom>map(client -> new ForWhom.Known(client.id()))
                .orElseGet(() -> new ForWhom.Newcomer(name));
    }

    private static Optional<Who> who(String value) {
        return switch (value) {
            case "agency" -> Optional.of(new Who.OfAgency(null));
            case "client" -> Optional.of(new Who.OfClient(null));
            case "nobody" -> Optional.of(new Who.LeftOut());
            default ->
                value.matches("person:\\d{1,18}")
                        ? Optional.of(new Who.Known(new PersonId(Long.parseLong(value.substring("person:".length())))))
                        : Optional.empty();
        };
    }
}
