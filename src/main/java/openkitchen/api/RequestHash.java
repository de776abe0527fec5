package openkitchen.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells whether two requests ask for the same: a hash over method, address and body. */
final class RequestHash {

    private RequestHash() {}

    static byte[] of(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest digest = sha256();
        String query = request.getQueryString();
        add(digest, request.getMethod() + " " + request.getRequestURI() + "?" + (query == null ? "" : query));
        if (Threshold.multipart(request)) {
            for (Part part : parts(request)) {
                add(digest, part.getName());
                add(digest, part.getSubmittedFileName() == null ? "" : part.getSubmittedFileName());
                add(digest, Long.toString(part.getSize()));
                try (InputStream bytes = part.getInputStream()) {
                    bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                }
            }
        } else {
            digest.update(request.getInputStream().readAllBytes());
        }
        return digest.digest();
    }

    private static java.util.Collection<Part> parts(HttpServletRequest request) throws IOException, ServletException {
        try {
            return request.getParts();
        } catch (IllegalStateException tooLarge) {
            throw new org.springframework.web.multipart.MaxUploadSizeExceededException(-1, tooLarge);
        } catch (ServletException | IOException broken) {
            throw new org.springframework.web.multipart.MultipartException("not multipart", broken);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
