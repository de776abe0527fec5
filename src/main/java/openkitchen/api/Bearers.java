package openkitchen.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import openkitchen.people.ApiTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds whom a request's token stands for. Cookies mean nothing here, so no other site's page can act for anybody. */
final class Bearers extends OncePerRequestFilter implements AuthenticationEntryPoint {

    /** The request attribute that holds the {@link ApiTokens.Bearer}. */
    static final String BEARER = Bearers.class.getName() + ".bearer";

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final Troubles troubles;

    Bearers(ApiTokens tokens, Troubles troubles) {
        this.tokens = tokens;
        this.troubles = troubles;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token(request).flatMap(tokens::bearer).ifPresent(bearer -> {
            request.setAttribute(BEARER, bearer);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new ByToken(bearer));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    /** Asks for a token (RFC 6750). */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException none)
            throws IOException {
        boolean sent = token(request).isPresent();
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"Open Kitchen\"" + (sent ? ", error=\"invalid_token\"" : ""));
        troubles.send(request, response, new Refused(401, "token", sent ? "api.token" : "api.authorization", Map.of()));
    }

    private static final class ByToken extends AbstractAuthenticationToken {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final transient ApiTokens.Bearer bearer;

        ByToken(ApiTokens.Bearer bearer) {
            super(AuthorityUtils.createAuthorityList(bearer.scopes().toArray(String[]::new)));
            this.bearer = bearer;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return bearer.viewer();
        }
    }
}
