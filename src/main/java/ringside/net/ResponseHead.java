package ringside.net;

/** One answer's head, read strictly; reused from answer to answer on one connection. */
final class ResponseHead implements StartLine {
    private final Fields fields = new Fields();
    private final Options options = new Options();
    private final HeadParser parser;
    private int status;
    private int reasonFrom;
    private int reasonTo;
    private boolean http11;
    private Framing framing = Framing.NONE;
    private Framing said = Framing.NONE;

    ResponseHead(Limits limits) {
        parser = new HeadParser(limits, this, fields);
    }

    /** Makes ready for the next answer. */
    void reset() {
        parser.reset();
        status = 0;
    }

    /** Goes on to the last byte there is: true when the head is complete and good. */
    boolean parse(byte[] bytes, int to, boolean toHead) throws BadMessage {
        if (!parser.parse(bytes, to)) {
            return false;
        }
        options.read(fields);
        said = Framing.of(fields, http11, Framing.UNTIL_CLOSE);
        framing = toHead || status < 200 || status == 204 || status == 304 ? Framing.NONE : said;
        return true;
    }

    @Override
    public boolean afterEmptyLine() {
        return false;
    }

    @Override
    public void read(byte[] bytes, int from, int to) throws BadMessage {
        boolean shaped = to - from >= 12
                && bytes[from] == 'H'
                && bytes[from + 1] == 'T'
                && bytes[from + 2] == 'T'
                && bytes[from + 3] == 'P'
                && bytes[from + 4] == '/'
                && bytes[from + 5] == '1'
                && bytes[from + 6] == '.'
                && (bytes[from + 7] == '1' || bytes[from + 7] == '0')
                && bytes[from + 8] == ' '
                && (to - from == 12 || bytes[from + 12] == ' ');
        if (!shaped) {
            throw BadMessage.malformed("a status line is HTTP/1.1, a status and a reason");
        }
        for (int i = from + 9; i < from + 12; i++) {
            if (!Ascii.digit(bytes[i])) {
                throw BadMessage.malformed("a status has three digits");
            }
            status = status * 10 + bytes[i] - '0';
        }
        if (status < 100 || status > 599) {
            throw BadMessage.malformed("a status is 100 to 599");
        }
        http11 = bytes[from + 7] == '1';
        reasonFrom = Math.min(from + 13, to);
        reasonTo = to;
    }

    /** Where the head ends: the index of the body's first byte. */
    int end() {
        return parser.end();
    }

    int status() {
        return status;
    }

    int reasonFrom() {
        return reasonFrom;
    }

    int reasonTo() {
        return reasonTo;
    }

    Fields fields() {
        return fields;
    }

    Options options() {
        return options;
    }

    Framing framing() {
        return framing;
    }

    /** The framing that the fields tell of, whether or not a body follows: answers to HEAD tell the length they would have. */
    Framing saidLength() {
        return status == 204 ? Framing.NONE : said;
    }

    boolean interim() {
        return status < 200;
    }

    /** Whether the server will take another request on the same connection. */
    boolean keepAlive() {
        boolean told = http11 ? !options.close() : options.keepAlive() && !options.close();
        return told && !(framing instanceof Framing.UntilClose);
    }
}
