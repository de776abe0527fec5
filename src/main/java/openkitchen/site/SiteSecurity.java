package openkitchen.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What guards the pages. Who is signed in is found by {@link Visits}; what they may see, by the rooms. Here stand the headers,
 * and the rule that a change must come from our own pages.
 */
@Configuration(proxyBeanMethods = false)
class SiteSecurity implements WebMvcConfigurer {

    /** The one style sheet that Turbo 8.0.21 puts into the page itself: its progress bar. A browser test holds it. */
    private static final String TURBO_PROGRESS_BAR = "'sha256-30tKHMHRI7PWzK/x+SF9ZICZdRX3CcdVfSLF2b1J50Y='";

    private final Visits visits;

    SiteSecurity(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Assets assets) throws Exception {
        String policy = String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' " + assets.importMapHash(),
                "style-src 'self' " + TURBO_PROGRESS_BAR,
                "img-src 'self' data: blob:",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(
                        AbstractHttpConfigurer
                                ::disable) // by CrossOrigin: no token, so that what is shown is the same for all
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new CrossOrigin(), SecurityContextHolderFilter.class)
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(new StaticHeadersWriter(
                                "Permissions-Policy", "camera=(), microphone=(), geolocation=()"))
                        .addHeaderWriter((request, response) -> {
                            if (!response.containsHeader("Content-Security-Policy")) {
                                response.setHeader("Content-Security-Policy", policy);
                            }
                        }))
                .build();
    }

    /**
     * Refuses changes that another site's page sends with our cookie, by what browsers say of themselves: {@code
     * Sec-Fetch-Site}, else {@code Origin}. What sends neither is no browser, and has no cookie of a victim to misuse. Together
     * with {@code SameSite=Lax} this stands for tokens in forms.
     */
    static final class CrossOrigin extends OncePerRequestFilter {

        private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (READING.contains(request.getMethod()) || own(request)) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        }

        private static boolean own(HttpServletRequest request) {
            String site = request.getHeader("Sec-Fetch-Site");
            if (site != null) {
                return site.equals("same-origin") || site.equals("none");
            }
            String origin = request.getHeader("Origin");
            String host = request.getHeader("Host");
            return origin == null
                    || (host != null
                            && origin.toLowerCase(Locale.ROOT)
                                    .replaceFirst("^https?://", "")
                                    .equals(host.toLowerCase(Locale.ROOT)));
        }
    }
}
