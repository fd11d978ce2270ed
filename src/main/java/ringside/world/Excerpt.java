package ringside.world;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The first bytes of something that went over a connection, as they went. */
public final class Excerpt {
    /** The most bytes that are kept of it. */
    public static final int MOST = 192;

    /** What bytes on a connection are, by their first ones (RFC 8446, section 5.1). */
    public enum Kind {
        /** A record of TLS in which keys are agreed on, or that says why they were not. */
        HANDSHAKE,
        /** A record of TLS with something sealed in it. */
        SEALED,
        /** Text that anybody can read. */
        TEXT,
        /** Anything else. */
        OTHER
    }

    private static final int CHANGE_CIPHER = 20;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int VERSION = 3;
    private static final double READABLE = 0.95;

    private final byte[] first;
    private final long length;

    /**
     * An excerpt of something so long.
     *
     * @param first its first bytes, which are copied; of more than {@link #MOST} the rest is left out
     * @param length how many bytes it has in all
     */
    public Excerpt(byte[] first, long length) {
        this.first = java.util.Arrays.copyOf(first, Math.min(first.length, MOST));
        this.length = length;
    }

    /** How many bytes the whole has. */
    public long length() {
        return length;
    }

    /** What it is. */
    public Kind kind() {
        if (first.length > 2 && first[1] == VERSION && first[0] >= CHANGE_CIPHER && first[0] <= HANDSHAKE) {
            return Kind.HANDSHAKE;
        }
        if (first.length > 2 && first[1] == VERSION && first[0] == APPLICATION_DATA) {
            return Kind.SEALED;
        }
        return readable() ? Kind.TEXT : Kind.OTHER;
    }

    /** Whether it is text: at most one byte in twenty is no letter, digit, sign, blank or line end. */
    public boolean readable() {
        int text = 0;
        for (byte b : first) {
            text += printable(b) || b == '\r' || b == '\n' || b == '\t' ? 1 : 0;
        }
        return first.length > 0 && text >= READABLE * first.length;
    }

    /** As pairs of hexadecimal digits, so many bytes a line, at most so many lines. */
    public List<String> hex(int bytesALine, int most) {
        var format = HexFormat.ofDelimiter(" ");
        var lines = new ArrayList<String>();
        for (int from = 0; from < first.length && lines.size() < most; from += bytesALine) {
            lines.add(format.formatHex(first, from, Math.min(first.length, from + bytesALine)));
        }
        return lines;
    }

    /**
     * As text, at most so many characters a line and so many lines: what follows a line end begins a new line, and bytes
     * that are no ASCII characters are dots.
     */
    public List<String> text(int charactersALine, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int i = 0; i < first.length && lines.size() < most; i++) {
            boolean ends = readable() && first[i] == '\n';
            if (!ends && !(readable() && first[i] == '\r')) {
                line.append(printable(first[i]) ? (char) first[i] : '·');
            }
            if (ends || line.length() == charactersALine || i == first.length - 1) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        return lines;
    }

    private static boolean printable(byte b) {
        return b >= ' ' && b < 127;
    }
}
