package ringside.net;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import ringside.engine.ServerId;

/** The opening of a WebSocket at one of our servers (RFC 6455 §4.2). */
final class Handshake {
    private static final String ECHO = "/echo";
    private static final String KEY = "sec-websocket-key";
    private static final String VERSION = "sec-websocket-version";
    private static final int KEY_BYTES = 16;

    /** What RFC 6455 has every server put behind a key, so that none agrees by accident. */
    private static final String AGREED = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final byte[] SWITCHING =
            Ascii.bytes("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n");
    private static final byte[] SERVER = Ascii.bytes("X-Ringside-Server: ");
    private static final byte[] ACCEPT = Ascii.bytes("\r\nSec-WebSocket-Accept: ");

    private Handshake() {}

    /**
     * What to answer to a key, when a request would open a WebSocket at {@code /echo}; nothing when it is any other.
     *
     * @throws BadMessage when it would, but not in the one way there is
     */
    static Optional<String> read(RequestHead head, String target) throws BadMessage {
        boolean wanted = target.equals(ECHO)
                && head.upgrade().filter("websocket"::equalsIgnoreCase).isPresent();
        if (!wanted) {
            return Optional.empty();
        }
        if (!head.fields().first(VERSION).equals("13")) {
            throw new BadMessage(426, "a WebSocket of version 13 is spoken here");
        }
        var key = head.fields().first(KEY);
        if (!head.method().equals("GET") || !isKey(key)) {
            throw BadMessage.malformed("a WebSocket opens with GET and a Sec-WebSocket-Key of 16 bytes in base64");
        }
        return Optional.of(answer(key));
    }

    private static boolean isKey(String key) {
        try {
            return key.endsWith("==") && Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String answer(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(Ascii.bytes(key + AGREED));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /** Agrees: from here on frames are spoken. */
    static void agree(String answer, ServerId server, Outlet out) throws IOException {
        out.put(SWITCHING);
        out.put(SERVER);
        out.put(server.name());
        out.put(ACCEPT);
        out.put(answer);
        out.endLine();
        out.endLine();
        out.flush();
    }
}
