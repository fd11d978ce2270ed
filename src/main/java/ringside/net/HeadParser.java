package ringside.net;

/**
 * Reads one message head, strictly, as its bytes come (RFC 9112 §2 to §5).
 *
 * <p>It takes bytes, not a socket: the head begins at index 0 of an array that is filled from the left and offered
 * again whenever it holds more. Nothing is repaired. A line ends in CR LF; a lone CR, a lone LF, any other control
 * byte, a folded line, a blank before a colon: each is refused as soon as it is seen.
 */
final class HeadParser {
    private static final boolean[] PLAIN = plain();

    private final Limits limits;
    private final StartLine start;
    private final Fields fields;
    private int line;
    private int scan;
    private boolean started;
    private boolean skippedOne;

    HeadParser(Limits limits, StartLine start, Fields fields) {
        this.limits = limits;
        this.start = start;
        this.fields = fields;
    }

    private static boolean[] plain() {
        var plain = new boolean[256];
        for (int b = 0; b < 256; b++) {
            plain[b] = (b >= ' ' && b != 0x7f) || b == '\t';
        }
        return plain;
    }

    /** Makes ready for the next head. */
    void reset() {
        line = 0;
        scan = 0;
        started = false;
        skippedOne = false;
        fields.clear();
    }

    /** Where the head ends, once it is complete: the index of the first byte after it. */
    int end() {
        return scan;
    }

    /** Goes on to the last byte there is: true when the head is complete, false when more is needed. */
    boolean parse(byte[] bytes, int to) throws BadMessage {
        while (scan < to) {
            byte b = bytes[scan];
            if (PLAIN[b & 0xff]) {
                scan++;
            } else if (b != '\r') {
                throw BadMessage.malformed(
                        b == '\n' ? "a line ends in CR LF, not in LF alone" : "a control byte in the head");
            } else if (scan + 1 == to) {
                break;
            } else if (bytes[scan + 1] != '\n') {
                throw BadMessage.malformed("a line ends in CR LF, not in CR alone");
            } else if (endLine(bytes)) {
                return true;
            }
        }
        checkSize(to);
        return false;
    }

    private boolean endLine(byte[] bytes) throws BadMessage {
        int from = line;
        int to = scan;
        checkSize(to);
        scan += 2;
        line = scan;
        if (!started) {
            startWith(bytes, from, to);
        } else if (from == to) {
            fields.in(bytes);
            return true;
        } else {
            fields.add(bytes, from, to);
        }
        return false;
    }

    private void startWith(byte[] bytes, int from, int to) throws BadMessage {
        if (from < to) {
            start.read(bytes, from, to);
            started = true;
        } else if (skippedOne || !start.afterEmptyLine()) {
            throw BadMessage.malformed("an empty line where a message should begin");
        } else {
            skippedOne = true;
        }
    }

    private void checkSize(int to) throws BadMessage {
        if (to - line > limits.lineBytes()) {
            throw started
                    ? new BadMessage(431, "a field line has " + limits.lineBytes() + " bytes at most")
                    : new BadMessage(414, "a request line has " + limits.lineBytes() + " bytes at most");
        }
        if (to > limits.headBytes()) {
            throw new BadMessage(431, "a head has " + limits.headBytes() + " bytes at most");
        }
    }
}
