package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** A page put together from parts, sent plain or as one gzip stream made of parts that are packed already. */
record Spliced(List<Segment> segments) {

    private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    /** An empty final block: the end of a deflate stream. */
    private static final byte[] DEFLATE_END = {3, 0};

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(Views.HTML);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean packed = accepted != null && accepted.contains("gzip");
        int length = packed ? GZIP_HEAD.length + DEFLATE_END.length + 8 : 0;
        for (Segment segment : segments) {
            length += packed ? segment.packed().length : segment.plain().length;
        }
        if (packed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(length);
        OutputStream out = response.getOutputStream();
        if (packed) {
            sendPacked(out);
        } else {
            for (Segment segment : segments) {
                out.write(segment.plain());
            }
        }
    }

    private void sendPacked(OutputStream out) throws IOException {
        int crc = 0;
        int size = 0;
        out.write(GZIP_HEAD);
        for (Segment segment : segments) {
            out.write(segment.packed());
            crc = segment.crcAfter(crc);
            size += segment.plain().length;
        }
        out.write(DEFLATE_END);
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(crc)
                .putInt(size)
                .array());
    }
}
