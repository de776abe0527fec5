package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;
import openkitchen.people.Sessions;
import openkitchen.people.Theme;
import openkitchen.people.Viewer;
import openkitchen.text.Language;
import openkitchen.text.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Visit}, or the {@link Viewer} where a page needs somebody who is signed in. */
@Component
class Visits implements HandlerMethodArgumentResolver {

    private static final String KEPT = Visits.class.getName();
    private static final ZoneId UNKNOWN_ZONE = ZoneId.of("Europe/Moscow");

    private final Sessions sessions;
    private final Messages messages;
    private final Assets assets;
    private final boolean demo;

    Visits(Sessions sessions, Messages messages, Assets assets, @Value("${openkitchen.demo:false}") boolean demo) {
        this.sessions = sessions;
        this.messages = messages;
        this.assets = assets;
        this.demo = demo;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class || parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = java.util.Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Visit visit = of(request);
        return parameter.getParameterType() == Visit.class ? visit : visit.who();
    }

    Visit of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Visit visit) {
            return visit;
        }
        return keep(request, Cookies.session(request).flatMap(sessions::viewer));
    }

    /** The visit of somebody whose session cannot be looked up now, as of a stranger. */
    Visit withoutSession(HttpServletRequest request) {
        return keep(request, Optional.empty());
    }

    private Visit keep(HttpServletRequest request, Optional<Viewer> viewer) {
        Language language = viewer.map(Viewer::language).orElseGet(() -> wished(request));
        Visit visit = new Visit(
                viewer.orElse(null),
                language,
                messages.in(language),
                viewer.map(Viewer::theme).orElse(Theme.AUTO),
                viewer.map(Viewer::zone).orElse(UNKNOWN_ZONE),
                request.getRequestURI(),
                assets,
                demo);
        request.setAttribute(KEPT, visit);
        return visit;
    }

    private static Language wished(HttpServletRequest request) {
        return Cookies.language(request)
                .filter(tag -> tag.equals("ru") || tag.equals("en"))
                .map(Language::of)
                .orElseGet(() -> Language.wished(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
