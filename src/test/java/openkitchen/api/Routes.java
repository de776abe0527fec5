package openkitchen.api;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All ways into the API, as the framework knows them. */
final class Routes {

    private Routes() {}

    record Route(String verb, String pattern) {

        boolean ofAProject() {
            return pattern.startsWith("/api/v1/projects/{key}");
        }

        /** The address with something in the place of each name; ids are numbers. */
        String filled(String key) {
            return pattern.replace("{key}", key).replace("{kind}", "strategy").replaceAll("\\{[a-z]+}", "1");
        }
    }

    static List<Route> of(RequestMappingHandlerMapping mapping) {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((mapped, method) -> {
            for (String pattern : mapped.getPatternValues()) {
                if (pattern.startsWith("/api/") && !pattern.startsWith("/api/v1/openapi.json")) {
                    for (RequestMethod verb : mapped.getMethodsCondition().getMethods()) {
                        routes.add(new Route(verb.name(), pattern));
                    }
                }
            }
        });
        return routes;
    }
}
