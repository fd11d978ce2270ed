package ringside.net;

import java.io.IOException;
import java.util.List;

/** The fields behind a chunked body, read strictly and kept to be passed on (RFC 9112 §7.1.2). */
final class Trailers {
    /** The longest trailer section that is taken, in bytes. */
    static final int MOST = 4096;

    /*
     * Fields that frame, route, authenticate, or change what the head said have no place here (RFC 9110 §6.5.1): those
     * that frame or route are refused, for somebody may count on them; the others are passed over.
     */
    private static final List<byte[]> PASSED_OVER = List.of(
            Ascii.bytes("age"),
            Ascii.bytes("authentication-info"),
            Ascii.bytes("authorization"),
            Ascii.bytes("cache-control"),
            Ascii.bytes("content-encoding"),
            Ascii.bytes("content-location"),
            Ascii.bytes("content-range"),
            Ascii.bytes("content-type"),
            Ascii.bytes("cookie"),
            Ascii.bytes("date"),
            Ascii.bytes("expires"),
            Ascii.bytes("if-match"),
            Ascii.bytes("if-modified-since"),
            Ascii.bytes("if-none-match"),
            Ascii.bytes("if-range"),
            Ascii.bytes("if-unmodified-since"),
            Ascii.bytes("location"),
            Ascii.bytes("max-forwards"),
            Ascii.bytes("pragma"),
            Ascii.bytes("range"),
            Ascii.bytes("retry-after"),
            Ascii.bytes("set-cookie"),
            Ascii.bytes("vary"),
            Ascii.bytes("warning"),
            Ascii.bytes("www-authenticate"));

    private static final byte[] NOTHING = {};

    private final Fields line = new Fields();
    private byte[] kept = NOTHING;
    private int length;

    /** Makes ready for the next body. */
    void clear() {
        length = 0;
    }

    /** Takes in one line without its line end; one that frames or routes the message is refused. */
    void take(byte[] bytes, int from, int to) throws BadMessage {
        line.clear();
        line.in(bytes);
        line.add(bytes, from, to);
        switch (line.name(0)) {
            case CONTENT_LENGTH, TRANSFER_ENCODING, HOST, CONNECTION ->
                throw BadMessage.malformed(line.name(0) + " has no place in a trailer");
            case OTHER -> keepUnlessPassedOver();
            default -> {}
        }
    }

    private void keepUnlessPassedOver() {
        for (var name : PASSED_OVER) {
            if (Ascii.same(line.bytes(), line.nameFrom(0), line.nameTo(0), name)) {
                return;
            }
        }
        if (kept.length == 0) {
            kept = new byte[2 * MOST];
        }
        append(line.nameFrom(0), line.nameTo(0));
        kept[length++] = ':';
        kept[length++] = ' ';
        append(line.valueFrom(0), line.valueTo(0));
        kept[length++] = '\r';
        kept[length++] = '\n';
    }

    private void append(int from, int to) {
        System.arraycopy(line.bytes(), from, kept, length, to - from);
        length += to - from;
    }

    /** Writes those that were kept, each on a line of its own. */
    void writeTo(Outlet out) throws IOException {
        out.put(kept, 0, length);
    }
}
