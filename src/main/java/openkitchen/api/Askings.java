package openkitchen.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import openkitchen.people.ApiTokens;
import openkitchen.project.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.ObjectMapper;

/** Gives controllers the {@link Asking}. */
final class Askings implements HandlerMethodArgumentResolver {

    private final Projects projects;
    private final ObjectMapper json;

    Askings(Projects projects, ObjectMapper json) {
        this.projects = projects;
        this.json = json;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asking.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (request.getAttribute(Bearers.BEARER) instanceof ApiTokens.Bearer bearer) {
            return new Asking(request, bearer, projects, json);
        }
        throw new Refused(401, "token", "api.authorization", Map.of());
    }
}
