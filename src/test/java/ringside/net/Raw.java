package ringside.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly the bytes it is given and shows exactly those it gets. */
final class Raw implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    /** One answer: its head in full, its body without framing, and the lines behind a chunked body. */
    record Answer(String head, String body, String trailers) {
        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        /** The value of a field, or nothing. */
        String field(String name) {
            for (var line : head.lines().toList()) {
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return "";
        }
    }

    private Raw(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    static Raw to(int port) throws IOException {
        var socket = new Socket();
        socket.connect(Loopback.at(port));
        return new Raw(socket);
    }

    static Raw to(LiveWorld world) throws IOException {
        return to(port(world));
    }

    static int port(LiveWorld world) {
        var entrance = world.entrance().orElseThrow();
        return Integer.parseInt(entrance.substring(entrance.lastIndexOf(':') + 1));
    }

    /** Asks for a path on a connection of its own. */
    static Answer get(LiveWorld world, String path) throws IOException {
        try (var raw = to(world)) {
            return raw.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .answer();
        }
    }

    Raw send(String latin) throws IOException {
        return send(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    Raw send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    InputStream in() {
        return in;
    }

    Socket socket() {
        return socket;
    }

    /** Reads one answer that has a body as its fields say. */
    Answer answer() throws IOException {
        return answer(false);
    }

    /** Reads one answer; without a body when it is one to HEAD. */
    Answer answer(boolean toHead) throws IOException {
        var head = head();
        var answer = new Answer(head, "", "");
        int status = answer.status();
        if (toHead || status < 200 || status == 204 || status == 304) {
            return answer;
        }
        if (answer.field("Transfer-Encoding").equals("chunked")) {
            return chunked(head);
        }
        var length = answer.field("Content-Length");
        return new Answer(head, length.isEmpty() ? rest() : latin(in.readNBytes(Integer.parseInt(length))), "");
    }

    private String head() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("closed after: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("closed within a line");
            }
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }

    private Answer chunked(String head) throws IOException {
        var body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(latin(in.readNBytes(size)));
            line();
        }
        var trailers = new StringBuilder();
        for (var line = line(); !line.isEmpty(); line = line()) {
            trailers.append(line).append('\n');
        }
        return new Answer(head, body.toString(), trailers.toString());
    }

    /** Everything up to the close; a reset shows as {@code (reset)}. */
    String rest() throws IOException {
        var all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException _) {
            all.writeBytes("(reset)".getBytes(StandardCharsets.ISO_8859_1));
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
