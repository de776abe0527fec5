package openkitchen.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost door of the API: takes bodies up to their limit, and sees to it that what fails before or behind the
 * controllers is answered with a problem too.
 */
final class Threshold extends OncePerRequestFilter {

    /** For all bodies but uploads. */
    static final int BODY_LIMIT = 2 << 20;

    static final String PIECE = "application/offset+octet-stream";

    private final Troubles troubles;
    private final Refusals refusals;

    Threshold(Troubles troubles, Refusals refusals) {
        this.troubles = troubles;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletResponse worded = new Worded(request, response);
        try {
            chain.doFilter(multipart(request) || piece(request) ? request : new Whole(request, body(request)), worded);
        } catch (Exception failure) {
            refusals.answer(request, response, failure);
        }
    }

    static boolean multipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** Whether it brings a piece of a large file, which is read as it comes. */
    static boolean piece(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("PATCH")
                && request.getRequestURI().startsWith("/api/v1/uploads/")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(PIECE);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > BODY_LIMIT) {
            throw Refused.tooLarge(BODY_LIMIT);
        }
        byte[] body = request.getInputStream().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) {
            throw Refused.tooLarge(BODY_LIMIT);
        }
        return body;
    }

    /** A request whose body is in memory, and can be read again. */
    static final class Whole extends HttpServletRequestWrapper {

        private final byte[] body;

        Whole(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        byte[] body() {
            return body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new InMemory(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class InMemory extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        InMemory(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is read at once");
        }
    }

    /** Says an error as a problem where the container would send its own page. */
    private final class Worded extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Worded(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            troubles.send(request, (HttpServletResponse) getResponse(), status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
