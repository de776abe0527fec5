package openkitchen.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import openkitchen.people.ApiTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a repeated POST one change, by its {@code Idempotency-Key}. The change and the answer to it are kept in one
 * transaction: whoever asks again after a crash either gets the kept answer, or nothing had happened. An answer that changed
 * nothing (4xx, 5xx) is not kept.
 */
final class OnceOnly extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final Troubles troubles;

    OnceOnly(IdempotencyKeys keys, TransactionTemplate transaction, Troubles troubles) {
        this.keys = keys;
        this.transaction = transaction;
        this.troubles = troubles;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(KEY) == null
                || request.getAttribute(Bearers.BEARER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            troubles.send(request, response, Refused.field(400, KEY, "api.idempotency_key"));
            return;
        }
        ApiTokens.Bearer bearer = (ApiTokens.Bearer) request.getAttribute(Bearers.BEARER);
        IdempotencyKeys.Key place =
                keys.key(bearer.viewer().person(), Bearers.token(request).orElseThrow(), key);
        byte[] asked = RequestHash.of(request);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        transaction.executeWithoutResult(status -> {
            try {
                answerOnce(place, asked, request, answer, chain);
            } catch (IOException | ServletException failure) {
                throw new Failed(failure);
            }
            if (answer.getStatus() >= 400) {
                status.setRollbackOnly();
            }
        });
        answer.copyBodyToResponse();
    }

    private void answerOnce(
            IdempotencyKeys.Key key,
            byte[] asked,
            HttpServletRequest request,
            ContentCachingResponseWrapper answer,
            FilterChain chain)
            throws IOException, ServletException {
        if (!keys.hold(key)) {
            troubles.send(request, answer, new Refused(409, "idempotency", "api.idempotency_running", Map.of()));
            return;
        }
        IdempotencyKeys.Kept kept = keys.find(key);
        if (kept == null) {
            chain.doFilter(request, answer);
            if (answer.getStatus() < 400) {
                keys.keep(key, asked, IdempotencyKeys.Answer.of(answer));
            }
        } else if (java.util.Arrays.equals(kept.request(), asked)) {
            replay(kept.answer(), answer);
        } else {
            troubles.send(request, answer, new Refused(422, "idempotency", "api.idempotency_reused", Map.of()));
        }
    }

    private static void replay(IdempotencyKeys.Answer kept, HttpServletResponse response) throws IOException {
        response.setStatus(kept.status());
        kept.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        if (kept.body().length > 0) {
            response.setHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(kept.body().length));
            response.getOutputStream().write(kept.body());
        }
    }

    /** Carries a failure out of the transaction, which it undoes. */
    private static final class Failed extends RuntimeException {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause);
        }
    }
}
