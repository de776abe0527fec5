package openkitchen.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route of the pages with every role and holds the answer against the table in {@code doors.txt}. */
@KitchenTest
@org.springframework.context.annotation.Import(Rooms.class)
class DoorsTest {

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Sessions sessions;

    @Autowired
    Rooms rooms;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final List<String> wrong = new ArrayList<>();
    private House house;

    /** Who may go through a door. */
    private enum Door {
        /** Anybody. */
        OPEN,
        /** Whoever is signed in. */
        PERSON,
        /** The agency's owners and accounts. */
        LEADS,
        /** The agency's owner. */
        OWNER,
        /** Whoever is on the project, and the owner; for everybody else it does not exist. */
        PROJECT,
        /** As for a project, but the thing itself may not be there. */
        PART,
        /** Whoever wrote it; here the project's account did. */
        AUTHOR,
        /** Whoever is on the project from the agency's side, and the owner; here they are those who are asked. */
        AGENCY,
        /** Whoever decides for the client; nobody else on the project. */
        LEAD,
        /** Whoever is on the project from the client's side, which asked; not the agency. */
        CLIENT,
        /** The client's lead alone, who remarked it. */
        REMARKER,
        /** The project's account, and the owner. */
        MANAGES,
        /** As for those who manage, but the thing may not be there or not be ready for it. */
        PART_MANAGES
    }

    private record Route(String method, String pattern, HandlerMethod handler) {

        String name() {
            return method + " " + pattern;
        }
    }

    @BeforeEach
    void build() {
        house = rooms.build();
    }

    @Test
    void everyRouteStandsInTheTable() throws IOException {
        Set<String> routes = routes().stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(table().keySet()).containsExactlyElementsOf(routes);
    }

    @Test
    void everyDoorOpensForWhomItShouldAndForNobodyElse() throws IOException {
        Map<String, Door> table = table();
        for (Route route : routes()) {
            Door door = table.get(route.name());
            if (door != null) {
                walk(route, door);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void walk(Route route, Door door) {
        switch (door) {
            case OPEN -> expect(route, "nobody", null, status -> status != 401 && status != 403 && status < 500);
            case PERSON -> {
                refused(route, "nobody", null);
                for (Viewer viewer : List.of(house.stranger(), house.lead())) {
                    expect(route, viewer.name(), viewer, status -> status != 401 && status != 403 && status < 500);
                }
            }
            case LEADS -> {
                refused(route, "nobody", null);
                for (Viewer viewer : List.of(house.stranger(), house.specialist(), house.lead(), house.member())) {
                    expect(route, "not a leader", viewer, status -> status == 403 || status == 404);
                }
                expect(
                        route,
                        "account",
                        house.otherAccount(),
                        status -> status != 401 && status != 403 && status < 500);
            }
            case OWNER -> {
                refused(route, "nobody", null);
                for (Viewer viewer : List.of(house.stranger(), house.otherAccount(), house.lead())) {
                    expect(route, "not the owner", viewer, status -> status == 403 || status == 404);
                }
            }
            case PROJECT -> {
                foreign(route);
                for (Viewer viewer : List.of(house.lead(), house.specialist(), house.account(), house.owner())) {
                    mayEnter(route, viewer);
                }
            }
            case PART -> {
                foreign(route);
                expect(route, "lead", house.lead(), status -> status == 200 || status == 303 || status == 404);
            }
            case AUTHOR -> {
                onlyForThoseWhoManage(route);
                mayEnter(route, house.account());
            }
            case AGENCY -> {
                house = rooms.furnish(house);
                foreign(route);
                refusedAs(route, house.lead(), house.member());
                for (Viewer viewer : List.of(house.specialist(), house.account(), house.owner())) {
                    mayEnter(route, viewer);
                }
            }
            case LEAD -> {
                house = rooms.furnish(house);
                foreign(route);
                refusedAs(route, house.member(), house.specialist(), house.account(), house.owner());
                mayEnter(route, house.lead());
            }
            case CLIENT -> {
                house = rooms.furnish(house);
                foreign(route);
                refusedAs(route, house.specialist(), house.account(), house.owner());
                for (Viewer viewer : List.of(house.lead(), house.member())) {
                    mayEnter(route, viewer);
                }
            }
            case REMARKER -> {
                house = rooms.furnish(house);
                foreign(route);
                refusedAs(route, house.member(), house.specialist(), house.account(), house.owner());
                mayEnter(route, house.lead());
            }
            case MANAGES -> {
                onlyForThoseWhoManage(route);
                for (Viewer viewer : List.of(house.account(), house.owner())) {
                    mayEnter(route, viewer);
                }
            }
            case PART_MANAGES -> onlyForThoseWhoManage(route);
        }
    }

    private void onlyForThoseWhoManage(Route route) {
        foreign(route);
        refusedAs(route, house.lead(), house.member(), house.specialist());
    }

    private void refusedAs(Route route, Viewer... viewers) {
        for (Viewer viewer : viewers) {
            expect(route, "not one of theirs", viewer, status -> status == 403 || status == 404);
        }
    }

    private void foreign(Route route) {
        refused(route, "nobody", null);
        expect(route, "stranger", house.stranger(), status -> status == 404);
        expect(route, "another account", house.otherAccount(), status -> status == 404);
        expect(route, "another client's contact", house.otherContact(), status -> status == 404);
    }

    private void mayEnter(Route route, Viewer viewer) {
        if (!route.method().equals("GET")) {
            house = rooms.furnish(house);
        }
        expect(
                route,
                "on the project",
                viewer,
                status -> route.method().equals("GET")
                        ? status == 200 || status == 303
                        : status != 401 && status != 403 && status != 404 && status < 500);
    }

    private void refused(Route route, String who, @org.jspecify.annotations.Nullable Viewer viewer) {
        expect(route, who, viewer, status -> status == 401 || status == 404);
    }

    private interface Right {
        boolean is(int status);
    }

    private void expect(Route route, String who, @org.jspecify.annotations.Nullable Viewer viewer, Right right) {
        int status = status(route, viewer);
        if (!right.is(status)) {
            wrong.add(route.name() + " as " + who + " answered " + status);
        }
    }

    private int status(Route route, @org.jspecify.annotations.Nullable Viewer viewer) {
        try {
            HttpResponse<InputStream> response =
                    http.send(request(route, viewer), HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException failed) {
            return -1;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest request(Route route, @org.jspecify.annotations.Nullable Viewer viewer) {
        Map<String, String> values = parameters(route);
        String path = house.fill(route.pattern());
        String query = form(values);
        boolean get = route.method().equals("GET");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + path + (get && !query.isEmpty() ? "?" + query : "")))
                .header("Accept", "application/json");
        if (viewer != null) {
            request.header(
                    "Cookie",
                    "kitchen="
                            + sessions.open(viewer.person(), "doors", "127.0.0.1")
                                    .token());
        }
        if (get) {
            return request.GET().build();
        }
        if (hasFile(route)) {
            String body =
                    "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.txt\"\r\n\r\nhello\r\n--x--\r\n"
                            .formatted(fileName(route));
            return request.header("Content-Type", "multipart/form-data; boundary=x")
                    .method(route.method(), HttpRequest.BodyPublishers.ofString(body))
                    .build();
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .method(route.method(), HttpRequest.BodyPublishers.ofString(query))
                .build();
    }

    private static boolean hasFile(Route route) {
        return java.util.Arrays.stream(route.handler().getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
    }

    private static String fileName(Route route) {
        return java.util.Arrays.stream(route.handler().getMethodParameters())
                .filter(parameter -> parameter.getParameterType() == MultipartFile.class)
                .map(DoorsTest::name)
                .findFirst()
                .orElseThrow();
    }

    /** A value that fits for each parameter that a route cannot do without. */
    private Map<String, String> parameters(Route route) {
        Map<String, String> values = new TreeMap<>();
        for (MethodParameter parameter : route.handler().getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null
                    && asked.required()
                    && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                    && parameter.getParameterType() != MultipartFile.class) {
                String name = name(parameter);
                values.put(name, house.value(route.pattern(), name));
            }
        }
        return values;
    }

    private static String name(MethodParameter parameter) {
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        String given = asked == null ? "" : asked.name().isEmpty() ? asked.value() : asked.name();
        return given.isEmpty() ? parameter.getParameter().getName() : given;
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getPackageName().startsWith("openkitchen.site")) {
                return;
            }
            for (String pattern : info.getPatternValues()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (RequestMethod method : methods) {
                    routes.add(new Route(method.name(), pattern, handler));
                }
            }
        });
        routes.sort(java.util.Comparator.comparing(Route::name));
        return routes;
    }

    private static Map<String, Door> table() throws IOException {
        try (InputStream file = DoorsTest.class.getResourceAsStream("/doors.txt")) {
            Map<String, Door> table = new TreeMap<>();
            new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+"))
                    .forEach(line -> table.put(line[1] + " " + line[2], Door.valueOf(line[0])));
            return table;
        }
    }
}
