package ringside.net;

import java.io.EOFException;
import java.io.IOException;

/** A client's WebSocket frames, read strictly one by one, and a server's written (RFC 6455 §5). */
final class Frames {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;
    private static final int MOST_IN_CONTROL = 125;
    private static final int TWO_BYTES_FOLLOW = 126;
    private static final int EIGHT_BYTES_FOLLOW = 127;

    private final Inlet in;
    private final Outlet out;
    private final byte[] mask = new byte[4];
    private boolean last;
    private int kind;
    private long length;

    Frames(Inlet in, Outlet out) {
        this.in = in;
        this.out = out;
    }

    /** Reads the next frame up to its payload. @throws BadMessage with a close code when it breaks the rules */
    void next() throws IOException, BadMessage {
        need(2);
        int first = in.bytes()[in.from()] & 0xff;
        int second = in.bytes()[in.from() + 1] & 0xff;
        in.skip(2);
        last = (first & FINAL) != 0;
        kind = first & 15;
        length = second & 0x7f;
        if ((first & RESERVED) != 0 || (kind > BINARY && kind < CLOSE) || kind > PONG) {
            throw broken("no extension was agreed on that this frame could be of");
        }
        if ((second & MASKED) == 0) {
            throw broken("a client's frame is masked");
        }
        if (control() && (!last || length > MOST_IN_CONTROL)) {
            throw broken("a control frame is whole and has 125 bytes at most");
        }
        if (length == TWO_BYTES_FOLLOW) {
            length = number(2, MOST_IN_CONTROL);
        } else if (length == EIGHT_BYTES_FOLLOW) {
            length = number(8, 0xffff);
        }
        need(mask.length);
        System.arraycopy(in.bytes(), in.from(), mask, 0, mask.length);
        in.skip(mask.length);
    }

    /** A length in as many bytes as it needs: one that fewer could have said is refused. */
    private long number(int bytes, int tooSmall) throws IOException, BadMessage {
        need(bytes);
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = (number << 8) | (in.bytes()[in.from() + i] & 0xff);
        }
        in.skip(bytes);
        if (number <= tooSmall) {
            throw broken("a length is written as briefly as can be, and is not negative");
        }
        return number;
    }

    static BadMessage broken(String sentence) {
        return new BadMessage(1002, sentence);
    }

    boolean last() {
        return last;
    }

    int kind() {
        return kind;
    }

    long length() {
        return length;
    }

    /** Whether it is about the connection and not a part of a message. */
    boolean control() {
        return kind >= CLOSE;
    }

    /** Reads the payload, unmasked, into an array from a place on. */
    void payload(byte[] into, int at) throws IOException {
        int done = 0;
        while (done < length) {
            need(1);
            int count = (int) Math.min(in.available(), length - done);
            for (int i = 0; i < count; i++) {
                into[at + done + i] = (byte) (in.bytes()[in.from() + i] ^ mask[(done + i) & 3]);
            }
            in.skip(count);
            done += count;
        }
    }

    private void need(int count) throws IOException {
        while (in.available() < count) {
            if (!in.fill()) {
                throw new EOFException("closed within a frame");
            }
        }
    }

    /** Writes one whole frame, unmasked as a server's are, and sends it. */
    void write(int ofKind, byte[] payload, int count) throws IOException {
        out.put((char) (FINAL | ofKind));
        if (count <= MOST_IN_CONTROL) {
            out.put((char) count);
        } else if (count <= 0xffff) {
            out.put((char) TWO_BYTES_FOLLOW);
            putNumber(count, 2);
        } else {
            out.put((char) EIGHT_BYTES_FOLLOW);
            putNumber(count, 8);
        }
        out.put(payload, 0, count);
        out.flush();
    }

    private void putNumber(long number, int bytes) throws IOException {
        for (int i = bytes - 1; i >= 0; i--) {
            out.put((char) ((number >> (8 * i)) & 0xff));
        }
    }
}
