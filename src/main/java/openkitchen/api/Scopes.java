package openkitchen.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds each request against the scopes of its token: reading, writing, managing. */
final class Scopes implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object bearer = request.getAttribute(Bearers.BEARER);
        if (bearer instanceof openkitchen.people.ApiTokens.Bearer known && handler instanceof HandlerMethod method) {
            String needed = needed(method, request.getMethod());
            if (!known.scopes().contains(needed)) {
                throw Refused.forScope(needed);
            }
        }
        refuseWhatCannotBeKept(request);
        return true;
    }

    /** The scope that a method needs when it is asked for in this way. */
    static String needed(HandlerMethod method, String verb) {
        if (verb.equals("GET") || verb.equals("HEAD")) {
            return "read";
        }
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), AdminScope.class)
                        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), AdminScope.class)
                ? "admin"
                : "write";
    }

    /** PostgreSQL keeps no U+0000. */
    private static void refuseWhatCannotBeKept(HttpServletRequest request) {
        for (String name : Collections.list(request.getParameterNames())) {
            for (String value : request.getParameterValues(name)) {
                if (!Clean.is(value)) {
                    throw Refused.field(400, name, "api.characters");
                }
            }
        }
    }
}
