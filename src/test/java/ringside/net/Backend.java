package ringside.net;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does with each request exactly what a test says, and remembers the heads that came. */
final class Backend implements AutoCloseable {
    /** What is done with one request: true to wait for another on the same connection. */
    interface Script {
        boolean serve(String head, InputStream in, OutputStream out) throws IOException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final Thread acceptor;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    Backend(Script script) throws IOException {
        this.script = script;
        listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        acceptor = Thread.ofVirtual().start(this::accept);
    }

    /** Answers each request with these bytes and keeps the connection. */
    static Backend answering(String bytes) throws IOException {
        return new Backend((_, _, out) -> {
            write(out, bytes);
            return true;
        });
    }

    static void write(OutputStream out, String latin) throws IOException {
        out.write(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Says that nothing more will be sent, and goes on reading. */
    static void finish(OutputStream out) throws IOException {
        ((Outgoing) out).socket.shutdownOutput();
    }

    /** A socket's way out that can be closed alone. */
    private static final class Outgoing extends FilterOutputStream {
        private final Socket socket;

        private Outgoing(Socket socket) throws IOException {
            super(socket.getOutputStream());
            this.socket = socket;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** The heads that came, in order. */
    List<String> heads() {
        return heads;
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            boolean more = true;
            for (var head = head(in); more && !head.isEmpty(); head = more ? head(in) : "") {
                heads.add(head);
                more = script.serve(head, in, new Outgoing(socket));
            }
        } catch (IOException _) {
            // the proxy broke off, as it may
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Refuses connections from now on: the port is free only once nobody waits in accept any more. */
    @Override
    public void close() {
        try {
            listener.close();
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
