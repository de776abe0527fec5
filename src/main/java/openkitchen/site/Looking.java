package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import openkitchen.notice.Notices;
import openkitchen.notice.PublicAddress;
import openkitchen.people.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What looking at pages does beside showing them: who looks at a card has seen what they were told about it, and where the
 * agency's leaders come from is where letters lead to, as long as nobody has set that.
 */
@Configuration(proxyBeanMethods = false)
class Looking implements WebMvcConfigurer {

    private final Visits visits;
    private final Notices notices;
    private final PublicAddress address;
    private final OwnAddress own;

    Looking(Visits visits, Notices notices, PublicAddress address, OwnAddress own) {
        this.visits = visits;
        this.notices = notices;
        this.address = address;
        this.own = own;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AtCard()).addPathPatterns("/p/*/cards/*");
        registry.addInterceptor(new AtProjects()).addPathPatterns("/projects", "/p/*");
    }

    private static boolean looks(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getHeader("X-Sec-Purpose") == null // the page only gets ready for a click
                && request.getHeader("Sec-Purpose") == null;
    }

    /** Before the card is shown, so that the page that shows it counts right; what is not theirs to see has no news for them. */
    private final class AtCard implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Viewer viewer = looks(request) ? visits.of(request).viewer() : null;
            if (viewer != null
                    && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                    && path.get("key") instanceof String key
                    && path.get("number") instanceof String number
                    && number.matches("[0-9]{1,9}")) {
                notices.seen(viewer, key, Integer.parseInt(number));
            }
            return true;
        }
    }

    private final class AtProjects implements HandlerInterceptor {

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
            if (address.unknown() && looks(request) && response.getStatus() == HttpStatus.OK.value()) {
                Viewer viewer = visits.of(request).viewer();
                if (viewer != null && viewer.leads()) {
                    address.note(own.of(request));
                }
            }
        }
    }
}
