package openkitchen.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import openkitchen.id.PersonId;
import openkitchen.people.Side;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is waited for on a card, as it is kept in the card's row, so that a face needs no other. */
final class Waits {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Waits() {}

    /** Null for nobody. */
    static @Nullable String write(List<Wait> waits) {
        if (waits.isEmpty()) {
            return null;
        }
        ArrayNode all = JSON.createArrayNode();
        for (Wait wait : waits) {
            ObjectNode node = all.addObject();
            node.put("purpose", wait.purpose());
            node.put("side", wait.side().code());
            node.put("role", wait.role());
            node.put("person", wait.person() == null ? null : wait.person().value());
            node.put("since", wait.since().toString());
            node.put("from", text(wait.from()));
            node.put("due", text(wait.due()));
            node.put("urgent", wait.urgent());
            node.put("paused", wait.paused());
        }
        return JSON.writeValueAsString(all);
    }

    static List<Wait> read(@Nullable String kept) {
        if (kept == null) {
            return List.of();
        }
        List<Wait> waits = new ArrayList<>();
        for (JsonNode node : JSON.readTree(kept)) {
            JsonNode person = node.path("person");
            waits.add(new Wait(
                    node.path("purpose").asString(),
                    node.path("side").asString().equals(Side.CLIENT.code()) ? Side.CLIENT : Side.AGENCY,
                    text(node, "role"),
                    person.isNumber() ? new PersonId(person.asLong()) : null,
                    Instant.parse(node.path("since").asString()),
                    instant(node, "from"),
                    instant(node, "due"),
                    node.path("urgent").asBoolean(),
                    text(node, "paused")));
        }
        return List.copyOf(waits);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.asString() : null;
    }
}
