package ringside.net;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import ringside.world.Behaviour;

/** Writes the answers of one of our servers, as well or as badly as it behaves. */
final class AnswerWriter {
    private static final long BREATH_NANOS = 1_000_000;
    private static final int LINES_A_BREATH = 64;
    private static final byte[] SERVER = Ascii.bytes("\r\nX-Ringside-Server: ");
    private static final byte[] TYPE = Ascii.bytes("\r\nContent-Type: text/");
    private static final byte[] LENGTH = Ascii.bytes("; charset=utf-8\r\nContent-Length: ");
    private static final byte[] VERSION = Ascii.bytes("Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n");
    private static final byte[] CLOSE = Ascii.bytes("Connection: close\r\n");
    private static final byte[] FULL = Ascii.bytes("X-Ringside-Queue: full\r\n");
    private static final byte[] COOKIE = Ascii.bytes("Set-Cookie: " + LocalConnection.SESSION + "=");
    private static final byte[] COOKIE_END = Ascii.bytes("; Path=/; HttpOnly; SameSite=Lax\r\n");
    private static final byte[] ONE_MORE = Ascii.bytes("X-Ringside-Endless: and one more field follows\r\n");

    private final LocalServer server;
    private final Wire wire;
    private final Outlet out;

    AnswerWriter(LocalServer server, Client client) {
        this.server = server;
        this.wire = client.wire();
        this.out = client.out();
    }

    /** Answers as the server behaves: whether another request may follow on the connection. */
    boolean write(Answer answer, boolean keep, boolean toHead) throws IOException {
        server.turnstile().pass();
        var behaviour = server.behaviour();
        if (behaviour instanceof Behaviour.EndlessHead) {
            putHead(answer, answer.text().length(), keep);
            return goOnForEver();
        }
        if (toHead) {
            return writeWell(answer, keep, true);
        }
        return switch (behaviour) {
            case Behaviour.Resetting _ -> {
                writeHalf(answer, keep);
                wire.cut();
                yield false;
            }
            case Behaviour.Truncating _ -> {
                writeHalf(answer, keep);
                yield false;
            }
            case Behaviour.Miscounting(int by) -> {
                var text = Ascii.bytes(answer.text());
                putHead(answer, Math.max(0, text.length + by), keep);
                yield end(text, keep);
            }
            case Behaviour.Trickling(var gap) -> trickle(answer, keep, gap.toNanos());
            default -> writeWell(answer, keep, false);
        };
    }

    /** Answers as it should be: whether another request may follow. */
    boolean writeWell(Answer answer, boolean keep, boolean toHead) throws IOException {
        var text = Ascii.bytes(answer.text());
        putHead(answer, text.length, keep);
        return end(toHead ? new byte[0] : text, keep);
    }

    /** Puts the head but for its last line. */
    private void putHead(Answer answer, int length, boolean keep) throws IOException {
        out.put("HTTP/1.1 ");
        out.put(answer.status());
        out.put(' ');
        out.put(Page.reason(answer.status()));
        out.put(SERVER);
        out.put(server.id().name());
        out.put(TYPE);
        out.put(answer.type());
        out.put(LENGTH);
        out.put(length);
        out.endLine();
        if (answer.queueFull()) {
            out.put(FULL);
        }
        if (!answer.session().isEmpty()) {
            out.put(COOKIE);
            out.put(answer.session());
            out.put(COOKIE_END);
        }
        if (answer.status() == 426) {
            out.put(VERSION);
        }
        if (!keep) {
            out.put(CLOSE);
        }
    }

    private boolean end(byte[] text, boolean keep) throws IOException {
        out.endLine();
        out.put(text);
        out.flush();
        return keep;
    }

    private void writeHalf(Answer answer, boolean keep) throws IOException {
        var text = Ascii.bytes(answer.text());
        putHead(answer, text.length, keep);
        out.endLine();
        out.put(text, 0, text.length / 2);
        out.flush();
    }

    private boolean trickle(Answer answer, boolean keep, long gapNanos) throws IOException {
        var text = Ascii.bytes(answer.text());
        putHead(answer, text.length, keep);
        out.endLine();
        out.flush();
        for (int i = 0; i < text.length; i++) {
            if (!server.workers().work(gapNanos)) {
                return false;
            }
            out.put(text, i, 1);
            out.flush();
        }
        return keep;
    }

    /** One field after another, until the peer has had enough or the server behaves otherwise. */
    private boolean goOnForEver() throws IOException {
        while (server.behaviour() instanceof Behaviour.EndlessHead) {
            for (int i = 0; i < LINES_A_BREATH; i++) {
                out.put(ONE_MORE);
            }
            out.flush();
            LockSupport.parkNanos(BREATH_NANOS);
        }
        wire.cut();
        return false;
    }
}
