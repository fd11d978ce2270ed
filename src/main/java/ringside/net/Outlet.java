package ringside.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/** Bytes on their way to a peer, gathered so that what belongs together leaves together; small until they are many. */
final class Outlet {
    private static final int SMALL = 2 * 1024;
    private static final int SIZE = 8 * 1024;
    private static final byte[] CRLF = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = Ascii.bytes("0\r\n");

    /** The peer did not take what was written. */
    static final class Blocked extends IOException {
        private static final long serialVersionUID = 1;

        Blocked(IOException cause) {
            super("the peer did not take what was written", cause);
        }
    }

    private final Wire wire;
    private final Duration within;
    private byte[] bytes = new byte[SMALL];
    private ByteBuffer view = ByteBuffer.wrap(bytes);
    private int to;
    private long sent;

    Outlet(Wire wire, Duration within) {
        this.wire = wire;
        this.within = within;
    }

    void put(char ascii) throws IOException {
        room(1);
        bytes[to++] = (byte) ascii;
    }

    void put(byte[] source) throws IOException {
        put(source, 0, source.length);
    }

    /** Puts a range: a long one leaves at once, from where it lies. */
    void put(byte[] source, int from, int count) throws IOException {
        if (count <= SIZE - to) {
            grow(count);
            System.arraycopy(source, from, bytes, to, count);
            to += count;
        } else {
            send(ByteBuffer.wrap(source, from, count));
        }
    }

    /** Puts text of characters below 256. */
    @SuppressWarnings("deprecation") // the one copy of Latin-1 text into an array that allocates nothing
    void put(String text) throws IOException {
        int count = text.length();
        if (count > SIZE) {
            put(Ascii.bytes(text));
            return;
        }
        room(count);
        text.getBytes(0, count, bytes, to);
        to += count;
    }

    /** Puts a number of 0 or more in decimal digits. */
    void put(long number) throws IOException {
        room(20);
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = digits - 1; i >= 0; i--) {
            bytes[to + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        to += digits;
    }

    void endLine() throws IOException {
        put(CRLF, 0, 2);
    }

    /** Puts one chunk of a chunked body; nothing when it is empty, for that would end the body. */
    void chunk(byte[] source, int from, int count) throws IOException {
        if (count > 0) {
            room(8);
            int digits = (35 - Integer.numberOfLeadingZeros(count)) / 4;
            for (int i = digits - 1; i >= 0; i--) {
                bytes[to++] = (byte) Character.forDigit(count >> (4 * i) & 15, 16);
            }
            endLine();
            put(source, from, count);
            endLine();
        }
    }

    /** Ends a chunked body, with the fields that came behind it. */
    void lastChunk(Trailers trailers) throws IOException {
        put(LAST_CHUNK, 0, LAST_CHUNK.length);
        trailers.writeTo(this);
        endLine();
    }

    private void room(int count) throws IOException {
        if (count > SIZE - to) {
            flush();
        }
        grow(count);
    }

    private void grow(int more) {
        if (more > bytes.length - to) {
            bytes = Arrays.copyOf(bytes, SIZE);
            view = ByteBuffer.wrap(bytes);
        }
    }

    /** How many bytes have left so far. */
    long sent() {
        return sent;
    }

    /** Forgets what has not left. */
    void clear() {
        to = 0;
    }

    /** Sends everything. @throws Blocked when the peer is gone or too slow */
    void flush() throws IOException {
        if (to > 0) {
            try {
                sent += to;
                wire.write(view.limit(to).position(0), within);
                to = 0;
            } catch (IOException e) {
                throw new Blocked(e);
            }
        }
    }

    private void send(ByteBuffer more) throws IOException {
        try {
            sent += to + more.remaining();
            wire.write(new ByteBuffer[] {view.limit(to).position(0), more}, within);
            to = 0;
        } catch (IOException e) {
            throw new Blocked(e);
        }
    }
}
