package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@KitchenTest
class OpenApiTest {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private JsonNode document() {
        Caller.Answer answer = new Caller(port, null).get("/api/v1/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void theDocumentIsPublicAndOfVersion31() {
        assertThat(document().at("/openapi").asString()).startsWith("3.1");
        assertThat(document().at("/info/title").asString()).isEqualTo("Open Kitchen");
        assertThat(document().at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void itDescribesEveryRouteAndNothingElse() {
        Set<String> described = new TreeSet<>();
        document()
                .at("/paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> described.add(operation.getKey() + " " + path.getKey())));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Routes.of(requestMappingHandlerMapping).stream()
                        .map(route -> route.verb().toLowerCase(java.util.Locale.ROOT) + " " + route.pattern())
                        .toList());
    }

    @Test
    void everyOperationHasItsOwnNameAWordAboutItAndItsPathsParameters() {
        Set<String> names = new HashSet<>();
        document()
                .at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String where = operation.getKey() + " " + path.getKey();
                    assertThat(VERBS).as(where).contains(operation.getKey());
                    JsonNode told = operation.getValue();
                    assertThat(names.add(told.at("/operationId").asString()))
                            .as(where)
                            .isTrue();
                    assertThat(told.at("/operationId").asString()).as(where).matches("[a-zA-Z]+");
                    assertThat(told.at("/summary").asString()).as(where).isNotBlank();
                    List<String> parameters = new ArrayList<>();
                    told.at("/parameters").forEach(parameter -> {
                        if (parameter.at("/in").asString().equals("path")) {
                            assertThat(parameter.at("/required").asBoolean()).isTrue();
                            parameters.add("{" + parameter.at("/name").asString() + "}");
                        }
                    });
                    List<String> inPath = java.util.Arrays.stream(path.getKey().split("/"))
                            .filter(step -> step.startsWith("{"))
                            .toList();
                    assertThat(parameters).as(where).containsExactlyInAnyOrderElementsOf(inPath);
                    assertThat(told.at("/responses").properties()).as(where).isNotEmpty();
                    told.at("/responses").properties().forEach(response -> {
                        boolean described = response.getValue().has("description")
                                || response.getValue().has("$ref");
                        assertThat(described)
                                .as(where + " " + response.getKey())
                                .isTrue();
                    });
                }));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = document();
        List<JsonNode> references = document.findValues("$ref");
        assertThat(references).isNotEmpty();
        for (JsonNode reference : references) {
            String pointer = reference.asString();
            assertThat(pointer).startsWith("#/");
            assertThat(document.at(pointer.substring(1)).isMissingNode())
                    .as(pointer)
                    .isFalse();
        }
    }

    @Test
    void aFieldThatCanBeTakenAwayIsDescribedAsWhatItIs() {
        JsonNode change = document().at("/components/schemas/CardChange/properties");
        assertThat(change.at("/due/format").asString()).isEqualTo("date-time");
        assertThat(change.at("/discipline/anyOf/0/enum").toString()).contains("seo");
        assertThat(change.at("/affects/items/enum").toString()).contains("seo");
        assertThat(document().at("/components/schemas/Card/properties/number").isMissingNode())
                .isFalse();
    }

    @Test
    void itSaysWhatMayBeNullAndWhatIsAlwaysThere() {
        JsonNode schemas = document().at("/components/schemas");
        assertThat(schemas.at("/Card/properties/due/type").toString()).contains("string", "null");
        assertThat(schemas.at("/Card/properties/title/type").asString()).isEqualTo("string");
        assertThat(schemas.at("/Card/required").toString())
                .contains("title", "textVersion")
                .doesNotContain("due");
        assertThat(schemas.at("/Project/properties/client/anyOf/1/type").asString())
                .isEqualTo("null");
        assertThat(schemas.at("/NewCard/required").toString()).isEqualTo("[\"column\",\"title\"]");
        assertThat(schemas.at("/PageCardFace/required").toString()).isEqualTo("[\"items\"]");
    }

    @Test
    void whatItSaysOfAnAnswerHoldsForTheAnswer() {
        Village village = new Village(kitchen);
        Village.Home home = village.home();
        Caller caller = village.caller(port, home.account());
        caller.post(home.path() + "/cards", "{\"title\":\"x\",\"column\":" + home.first() + "}");
        JsonNode schemas = document().at("/components/schemas");
        holds(schemas.at("/Card"), caller.get(home.path() + "/cards/1").json());
        holds(schemas.at("/Project"), caller.get(home.path()).json());
        holds(schemas.at("/Problem"), caller.get("/api/v1/nothing").json());
        holds(schemas.at("/Events"), caller.get(home.path() + "/events").json());
        holds(schemas.at("/Me"), caller.get("/api/v1/me").json());
    }

    private static void holds(JsonNode schema, JsonNode answer) {
        schema.at("/required").forEach(name -> {
            assertThat(answer.has(name.asString())).as(name.asString()).isTrue();
            assertThat(answer.get(name.asString()).isNull()).as(name.asString()).isFalse();
        });
        answer.properties()
                .forEach(field -> assertThat(schema.at("/properties").has(field.getKey()))
                        .as(field.getKey())
                        .isTrue());
    }
}
