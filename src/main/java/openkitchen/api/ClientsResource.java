package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Comparator;
import openkitchen.id.ClientId;
import openkitchen.project.Client;
import openkitchen.project.Clients;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clients")
@Tag(name = "Clients", description = "The companies that the agency works for. Owners and accounts see the list.")
class ClientsResource {

    private final Clients clients;

    ClientsResource(Clients clients) {
        this.clients = clients;
    }

    @Schema(name = "Client")
    record ClientView(long id, String name) {

        static ClientView of(Client client) {
            return new ClientView(client.id().value(), client.name());
        }
    }

    @Schema(name = "NewClient")
    record NewClient(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 120) @Nullable
            String name) {}

    @GetMapping
    @Operation(
            operationId = "listClients",
            summary = "List the clients",
            description = "In the order of their ids; empty for others than owners and accounts.")
    ResponseEntity<Page<ClientView>> list(
            Asking asking,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Page.limit(limit, Page.LIMIT);
        long after = Page.after("clients", cursor);
        return asking.answer(Page.of(
                "clients",
                clients.seenBy(asking.viewer()).stream()
                        .filter(client -> client.id().value() > after)
                        .sorted(Comparator.comparingLong(client -> client.id().value()))
                        .limit(most + 1L)
                        .toList(),
                most,
                client -> client.id().value(),
                ClientView::of));
    }

    @PostMapping
    @AdminScope
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addClient", summary = "Add a client")
    ResponseEntity<ClientView> add(Asking asking, @RequestBody NewClient wanted) {
        ClientId id = clients.add(asking.viewer(), Input.line(wanted.name()));
        return ResponseEntity.created(URI.create("/api/v1/clients/" + id))
                .body(ClientView.of(clients.one(asking.viewer(), id)));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readClient", summary = "Read a client")
    ResponseEntity<ClientView> read(Asking asking, @PathVariable long id) {
        return asking.answer(ClientView.of(clients.one(asking.viewer(), new ClientId(id))));
    }
}
