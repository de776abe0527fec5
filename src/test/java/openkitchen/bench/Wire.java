package openkitchen.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One keep-alive connection to the server: a blocking socket, requests made beforehand, answers read and counted but not
 * decoded, so that the machine's time goes to the server.
 */
final class Wire implements Closeable {

    private final int port;
    private Socket socket;
    private InputStream in;
    private byte[] body = new byte[1 << 16];
    private int length;
    private String head = "";
    private boolean closing;

    Wire(int port) throws IOException {
        this.port = port;
        this.socket = connect();
        this.in = new Buffered(socket.getInputStream());
    }

    private Socket connect() throws IOException {
        Socket fresh = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        fresh.setSoTimeout(60_000);
        return fresh;
    }

    /** A request as a browser sends it. */
    static byte[] get(String path, String session, String... headers) {
        return request("GET", path, session, headers, "");
    }

    /** A form as a page sends it. */
    static byte[] post(String path, String session, String form) {
        String[] headers = {
            "Accept: text/vnd.turbo-stream.html, text/html, application/xhtml+xml",
            "Content-Type: application/x-www-form-urlencoded;charset=UTF-8",
            "Sec-Fetch-Site: same-origin"
        };
        return request("POST", path, session, headers, form);
    }

    /** A form with a field for files in which none is chosen, as a page sends it: names and values by turns. */
    static byte[] multipart(String path, String session, String... fields) {
        String[] headers = {
            "Accept: text/vnd.turbo-stream.html, text/html, application/xhtml+xml",
            "Content-Type: multipart/form-data; boundary=bench",
            "Sec-Fetch-Site: same-origin"
        };
        StringBuilder form =
                new StringBuilder("--bench\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n\r\n");
        for (int i = 0; i < fields.length; i += 2) {
            form.append("--bench\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n")
                    .append(fields[i + 1] + "\r\n");
        }
        return request("POST", path, session, headers, form + "--bench--\r\n");
    }

    /** What goes before a piece of a file of which so much has come, as the browser sends it. */
    static byte[] patch(String path, String session, long offset, int length) {
        String[] headers = {
            "Accept: application/json",
            "Content-Type: application/offset+octet-stream",
            "Upload-Offset: " + offset,
            "Content-Length: " + length,
            "Sec-Fetch-Site: same-origin"
        };
        return request("PATCH", path, session, headers, "");
    }

    private static byte[] request(String method, String path, String session, String[] headers, String body) {
        StringBuilder text = new StringBuilder()
                .append(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n")
                .append("User-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36\r\n")
                .append("Accept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: ru,en;q=0.8\r\n");
        if (!session.isEmpty()) {
            text.append("Cookie: kitchen=" + session + "\r\n");
        }
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        if (method.equals("POST")) {
            text.append("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a request, reads the whole answer and returns its status. */
    int send(byte[] request) throws IOException {
        return send(request, request, 0);
    }

    /** The same, with so many bytes of others behind the request's own. */
    int send(byte[] request, byte[] others, int count) throws IOException {
        int status = ask(request, others, count);
        length = 0;
        String announced = header("content-length");
        if (status == 204 || status == 304) {
            return status;
        }
        if (announced.isEmpty()) {
            readChunks();
        } else {
            read(Integer.parseInt(announced));
        }
        return status;
    }

    private int ask(byte[] request, byte[] others, int count) throws IOException {
        if (closing) {
            socket.close();
            socket = connect();
            in = new Buffered(socket.getInputStream());
        }
        socket.getOutputStream().write(request);
        socket.getOutputStream().write(others, 0, count);
        head = head();
        closing = header("connection").equalsIgnoreCase("close");
        return Integer.parseInt(head.substring(9, 12));
    }

    /** Sends a request and lets the answer pass by without keeping it; returns how many bytes it had. */
    long pass(byte[] request) throws IOException {
        int status = ask(request, request, 0);
        long size = Long.parseLong(header("content-length"));
        long left = size;
        while (left > 0) {
            int read = in.read(body, 0, (int) Math.min(left, body.length));
            if (read < 0) {
                throw new EOFException("the server hung up");
            }
            left -= read;
        }
        if (status != 200) {
            throw new IOException("answered with " + status);
        }
        return size;
    }

    /** As {@link #send}, for what must go well. */
    void sendWell(byte[] request) throws IOException {
        int status = send(request);
        if (status >= 400) {
            throw new IOException("answered with " + status + ": "
                    + new String(request, StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
    }

    /** A header of the last answer, empty when missing. */
    String header(String name) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
        if (at < 0) {
            return "";
        }
        int from = at + name.length() + 3;
        return head.substring(from, head.indexOf("\r\n", from)).strip();
    }

    /** The body of the last answer as it came over the wire. */
    byte[] body() {
        return Arrays.copyOf(body, length);
    }

    private String head() throws IOException {
        byte[] bytes = new byte[8192];
        int at = 0;
        while (at < 4 || bytes[at - 1] != '\n' || bytes[at - 2] != '\r' || bytes[at - 3] != '\n') {
            bytes[at++] = readByte();
        }
        return new String(bytes, 0, at, StandardCharsets.ISO_8859_1);
    }

    private void readChunks() throws IOException {
        while (true) {
            int size = 0;
            for (byte next = readByte(); next != '\n'; next = readByte()) {
                if (next != '\r') {
                    size = size * 16 + Character.digit(next, 16);
                }
            }
            read(size);
            readByte();
            readByte();
            if (size == 0) {
                return;
            }
        }
    }

    private void read(int count) throws IOException {
        if (length + count > body.length) {
            body = Arrays.copyOf(body, Math.max(length + count, body.length * 2));
        }
        if (in.readNBytes(body, length, count) != count) {
            throw new EOFException("the server hung up");
        }
        length += count;
    }

    private byte readByte() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the server hung up");
        }
        return (byte) next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** A buffered stream without locks. */
    private static final class Buffered extends InputStream {

        private final InputStream from;
        private final byte[] buffer = new byte[1 << 16];
        private int at;
        private int end;

        Buffered(InputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            return fill() ? buffer[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, end - at);
            System.arraycopy(buffer, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean fill() throws IOException {
            if (at == end) {
                at = 0;
                end = Math.max(0, from.read(buffer));
            }
            return at < end;
        }
    }
}
