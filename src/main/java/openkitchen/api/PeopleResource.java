package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Clients;
import openkitchen.project.Mate;
import openkitchen.project.Projects;
import openkitchen.store.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/people")
@Tag(
        name = "People",
        description = "The persons whom one knows: those of one's projects; for owners and accounts, all.")
class PeopleResource {

    private final People people;
    private final Clients clients;
    private final Projects projects;
    private final Files files;

    PeopleResource(People people, Clients clients, Projects projects, Files files) {
        this.people = people;
        this.clients = clients;
        this.projects = projects;
        this.files = files;
    }

    @GetMapping
    @Operation(
            operationId = "listPeople",
            summary = "List the people whom one knows",
            description = "In the order of their ids.")
    ResponseEntity<Page<PersonView>> list(
            Asking asking,
            @Parameter(description = "Only the contacts of this client.") @RequestParam(required = false) @Nullable
                    Long client,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Page.limit(limit, Page.LIMIT);
        long after = Page.after("people", cursor);
        List<Person> known = known(asking.viewer()).values().stream()
                .filter(person -> person.id().value() > after)
                .filter(person -> client == null
                        || (person.client() != null && person.client().value() == client))
                .sorted(Comparator.comparingLong(person -> person.id().value()))
                .limit(most + 1L)
                .toList();
        return asking.answer(Page.of(
                "people",
                known,
                most,
                person -> person.id().value(),
                person -> PersonView.of(person, asking.viewer())));
    }

    private Map<PersonId, Person> known(Viewer viewer) {
        Stream<Person> found = viewer.leads()
                ? Stream.concat(
                        people.ofAgency().stream(),
                        clients.seenBy(viewer).stream().flatMap(client -> people.ofClient(client.id()).stream()))
                : Stream.concat(
                        Stream.of(people.one(viewer.person())),
                        projects.seenBy(viewer, "").stream()
                                .flatMap(project -> project.team().stream())
                                .map(Mate::person));
        Map<PersonId, Person> known = new LinkedHashMap<>();
        found.forEach(person -> known.putIfAbsent(person.id(), person));
        return known;
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readPerson", summary = "Read a person")
    ResponseEntity<PersonView> read(Asking asking, @PathVariable long id) {
        return asking.answer(PersonView.of(seen(asking, id), asking.viewer()));
    }

    private Person seen(Asking asking, long id) {
        if (!projects.share(asking.viewer(), new PersonId(id))) {
            throw new NotFound();
        }
        return people.one(new PersonId(id));
    }

    @GetMapping("/{id}/picture")
    @Operation(
            operationId = "readPersonPicture",
            summary = "Get a person's picture",
            description = "JPEG or PNG, at most 640 pixels.")
    ResponseEntity<Resource> picture(Asking asking, @PathVariable long id) {
        Person person = seen(asking, id);
        if (person.picture() == null) {
            throw new NotFound();
        }
        return Sending.small(files, person.picture());
    }
}
