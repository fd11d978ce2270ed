package ringside.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes that came from a peer and were not used yet, in an array that parsers look into. It is small until a peer
 * fills it: connections that rest are many.
 */
final class Inlet {
    private static final int SMALL = 2 * 1024;
    private static final int USUAL = 8 * 1024;

    private final Wire wire;
    private byte[] bytes = new byte[SMALL];
    private ByteBuffer view = ByteBuffer.wrap(bytes);
    private int from;
    private int to;

    Inlet(Wire wire) {
        this.wire = wire;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The index of the first unused byte. */
    int from() {
        return from;
    }

    /** The index after the last byte there is. */
    int to() {
        return to;
    }

    int available() {
        return to - from;
    }

    /** Uses up some bytes. */
    void skip(int count) {
        from += count;
    }

    /** A view of the unused bytes. */
    ByteBuffer rest() {
        return ByteBuffer.wrap(bytes, from, to - from);
    }

    /** Moves the unused bytes to the front of the array, where a head has to begin. */
    void rewind() {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, to - from);
            to -= from;
            from = 0;
        }
    }

    /**
     * Waits for more bytes, behind those that are unused: false when the peer has closed. Bytes used already may be
     * overwritten; the array grows when all of it is unused.
     */
    boolean fill() throws IOException {
        if (to == bytes.length) {
            makeRoom();
        } else if (from == to) {
            from = 0;
            to = 0;
        }
        view.limit(bytes.length).position(to);
        int n = wire.read(view);
        if (n > 0) {
            to += n;
        }
        return n > 0;
    }

    /** Of a full array; one that is small has shown to be too small. */
    private void makeRoom() {
        boolean grows = bytes.length < USUAL || available() == bytes.length;
        rewind();
        if (grows) {
            bytes = Arrays.copyOf(bytes, Math.max(USUAL, 2 * bytes.length));
            view = ByteBuffer.wrap(bytes);
        }
    }
}
