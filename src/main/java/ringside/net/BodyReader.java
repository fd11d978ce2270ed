package ringside.net;

import java.io.EOFException;
import java.io.IOException;

/** Reads one body at a time from an inlet, unwrapped of its framing (RFC 9112 §6 and §7). */
final class BodyReader {
    private final Inlet in;
    private final Trailers trailers = new Trailers();
    private Framing framing = Framing.NONE;
    private long left;
    private boolean inChunks;
    private boolean ended = true;

    BodyReader(Inlet in) {
        this.in = in;
    }

    /** Begins a body at the inlet's first unused byte. */
    void begin(Framing framed) {
        framing = framed;
        inChunks = false;
        trailers.clear();
        left = framed instanceof Framing.Length(var bytes) ? bytes : 0;
        ended = framed instanceof Framing.None || (framed instanceof Framing.Length && left == 0);
    }

    /** The fields that came behind the body, once it has ended. */
    Trailers trailers() {
        return trailers;
    }

    /** Whether nothing of the body is left to be read. */
    boolean ended() {
        return ended;
    }

    /** Whether the whole body has come, so that it can be read without waiting; never for chunked ones. */
    boolean buffered() {
        return ended || (framing instanceof Framing.Length && in.available() >= left);
    }

    /**
     * Makes the body's next bytes stand first in the inlet: how many, and 0 at the body's end. Before it has to wait,
     * what was put into {@code pending} leaves.
     *
     * @throws BadMessage when the framing is broken
     * @throws EOFException when the peer closed before the end
     */
    int next(Outlet pending) throws IOException, BadMessage {
        if (ended) {
            return 0;
        }
        if (framing instanceof Framing.Chunked && left == 0 && !openChunk(pending)) {
            ended = true;
            return 0;
        }
        if (in.available() == 0 && !more(pending)) {
            if (framing instanceof Framing.UntilClose) {
                ended = true;
                return 0;
            }
            throw new EOFException("closed within a body");
        }
        return framing instanceof Framing.UntilClose ? in.available() : (int) Math.min(in.available(), left);
    }

    /** Uses up bytes that {@link #next} made stand first. */
    void take(int count) {
        in.skip(count);
        if (!(framing instanceof Framing.UntilClose)) {
            left -= count;
            ended = left == 0 && framing instanceof Framing.Length;
        }
    }

    private boolean openChunk(Outlet pending) throws IOException, BadMessage {
        if (inChunks) {
            need(2, pending);
            if (in.bytes()[in.from()] != '\r' || in.bytes()[in.from() + 1] != '\n') {
                throw BadMessage.malformed("a chunk ends where its size says, with CR LF");
            }
            in.skip(2);
        }
        inChunks = true;
        int end = line(pending);
        left = ChunkLine.size(in.bytes(), in.from(), end);
        endLine();
        if (left == 0) {
            readTrailers(pending);
        }
        return left > 0;
    }

    private void readTrailers(Outlet pending) throws IOException, BadMessage {
        int most = Trailers.MOST;
        for (int end = line(pending); end > in.from(); end = line(pending)) {
            most -= end - in.from();
            if (most < 0) {
                throw new BadMessage(431, "a trailer section has " + Trailers.MOST + " bytes at most");
            }
            trailers.take(in.bytes(), in.from(), end);
            endLine();
        }
        endLine();
    }

    private int lineEnd;

    /** Where the line that begins the inlet ends: the index of its CR. */
    private int line(Outlet pending) throws IOException, BadMessage {
        int length = 0;
        while (true) {
            while (length < in.available()) {
                byte b = in.bytes()[in.from() + length];
                if (b == '\r') {
                    break;
                }
                if ((b < ' ' && b != '\t' && b >= 0) || b == 0x7f) {
                    throw BadMessage.malformed("a control byte in a chunk's line");
                }
                length++;
            }
            if (length + 1 < in.available()) {
                if (in.bytes()[in.from() + length + 1] != '\n') {
                    throw BadMessage.malformed("a line ends in CR LF, not in CR alone");
                }
                lineEnd = in.from() + length;
                return lineEnd;
            }
            if (length > ChunkLine.MOST) {
                throw BadMessage.malformed("a chunk's line has " + ChunkLine.MOST + " bytes at most");
            }
            need(in.available() + 1, pending);
        }
    }

    private void endLine() {
        in.skip(lineEnd + 2 - in.from());
    }

    private void need(int count, Outlet pending) throws IOException {
        while (in.available() < count) {
            if (!more(pending)) {
                throw new EOFException("closed within a chunked body");
            }
        }
    }

    private boolean more(Outlet pending) throws IOException {
        pending.flush();
        return in.fill();
    }
}
