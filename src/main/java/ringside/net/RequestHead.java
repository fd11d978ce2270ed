package ringside.net;

import java.util.Optional;

/** One request's head, read strictly; reused from request to request on one connection. */
final class RequestHead implements StartLine {
    private static final byte[] CONTINUE = Ascii.bytes("100-continue");
    private static final byte[] HTTP = Ascii.bytes("http/");
    private static final byte[] GET = Ascii.bytes("GET");
    private static final byte[] HEAD = Ascii.bytes("HEAD");
    private static final byte[] TRAILERS = Ascii.bytes("trailers");

    private final Fields fields = new Fields();
    private final Options options = new Options();
    private final Target target = new Target();
    private final Authority host = new Authority();
    private final HeadParser parser;
    private int methodFrom;
    private int methodTo;
    private boolean http11;
    private boolean hosted;
    private boolean awaitsContinue;
    private Framing framing = Framing.NONE;
    private Optional<String> upgrade = Optional.empty();

    RequestHead(Limits limits) {
        parser = new HeadParser(limits, this, fields);
    }

    /** Makes ready for the next request. */
    void reset() {
        parser.reset();
        methodFrom = 0;
        methodTo = 0;
        http11 = true;
        hosted = false;
        awaitsContinue = false;
        framing = Framing.NONE;
        upgrade = Optional.empty();
    }

    /** Goes on to the last byte there is: true when the head is complete and good. */
    boolean parse(byte[] bytes, int to) throws BadMessage {
        if (!parser.parse(bytes, to)) {
            return false;
        }
        options.read(fields);
        framing = Framing.of(fields, http11, Framing.NONE);
        readHost();
        readExpectation();
        upgrade = http11 && !hasBody() ? Upgrade.of(fields, options) : Optional.empty();
        return true;
    }

    @Override
    public boolean afterEmptyLine() {
        return true;
    }

    @Override
    public void read(byte[] bytes, int from, int to) throws BadMessage {
        methodFrom = from;
        methodTo = from;
        while (methodTo < to && Ascii.token(bytes[methodTo])) {
            methodTo++;
        }
        int blank = to - 1;
        while (blank > methodTo && bytes[blank] != ' ') {
            blank--;
        }
        if (methodTo == from || blank <= methodTo + 1 || bytes[methodTo] != ' ') {
            throw BadMessage.malformed("a request line is a method, a target and a version, with one blank between");
        }
        readVersion(bytes, blank + 1, to);
        target.read(bytes, methodTo + 1, blank);
        target.checkFor(bytes, methodFrom, methodTo);
    }

    private void readVersion(byte[] bytes, int from, int to) throws BadMessage {
        boolean shaped = to - from == 8
                && bytes[from] == 'H'
                && Ascii.same(bytes, from, from + 5, HTTP)
                && bytes[from + 1] == 'T'
                && bytes[from + 2] == 'T'
                && bytes[from + 3] == 'P'
                && Ascii.digit(bytes[from + 5])
                && bytes[from + 6] == '.'
                && Ascii.digit(bytes[from + 7]);
        if (!shaped) {
            throw BadMessage.malformed("a version is HTTP/1.1 or HTTP/1.0");
        }
        if (bytes[from + 5] != '1' || bytes[from + 7] > '1') {
            throw new BadMessage(505, "HTTP/1.1 and HTTP/1.0 are spoken here");
        }
        http11 = bytes[from + 7] == '1';
    }

    private void readHost() throws BadMessage {
        int hosts = fields.count(FieldName.HOST);
        if (hosts > 1 || (hosts == 0 && http11)) {
            throw BadMessage.malformed("a request has exactly one Host");
        }
        if (hosts == 1) {
            int place = fields.place(FieldName.HOST);
            host.read(fields.bytes(), fields.valueFrom(place), fields.valueTo(place));
            hosted = true;
        }
        if (target.absolute()) {
            var named = target.authority();
            named.read(fields.bytes(), named.from(), named.to());
            if (hosted && !named.agreesWith(host, target.usualPort())) {
                throw BadMessage.malformed("the target's host and Host differ");
            }
        }
    }

    private void readExpectation() throws BadMessage {
        int expectations = fields.count(FieldName.EXPECT);
        if (expectations == 0) {
            return;
        }
        if (expectations > 1 || !fields.valueIs(fields.place(FieldName.EXPECT), CONTINUE)) {
            throw new BadMessage(417, "the only expectation met here is 100-continue");
        }
        awaitsContinue = http11 && hasBody();
    }

    /** Where the head ends: the index of the body's first byte. */
    int end() {
        return parser.end();
    }

    Fields fields() {
        return fields;
    }

    Options options() {
        return options;
    }

    Target target() {
        return target;
    }

    Framing framing() {
        return framing;
    }

    boolean hasBody() {
        return !(framing instanceof Framing.None) && !(framing instanceof Framing.Length(var bytes) && bytes == 0);
    }

    boolean http11() {
        return http11;
    }

    /** Whether the client may be asked again on the same connection (RFC 9112 §9.3). */
    boolean keepAlive() {
        return http11 ? !options.close() : options.keepAlive() && !options.close();
    }

    boolean awaitsContinue() {
        return awaitsContinue;
    }

    /** The protocol it wants to change to, when it may: only in HTTP/1.1 and without a body. */
    Optional<String> upgrade() {
        return upgrade;
    }

    /** Whether fields may follow the answer's body (RFC 9110 §10.1.4). */
    boolean takesTrailers() {
        return http11
                && options.te()
                && fields.count(FieldName.TE) == 1
                && fields.valueIs(fields.place(FieldName.TE), TRAILERS);
    }

    /** Whether it names a host at all. */
    boolean hosted() {
        return hosted || target.absolute();
    }

    /** The host it asks for: the target's, or else the Host field's. */
    Authority authority() {
        return target.absolute() ? target.authority() : host;
    }

    int methodFrom() {
        return methodFrom;
    }

    int methodTo() {
        return methodTo;
    }

    String method() {
        return methodIs(GET) ? "GET" : Ascii.text(fields.bytes(), methodFrom, methodTo);
    }

    boolean head() {
        return methodIs(HEAD);
    }

    /** Whether it only asks, and means to change nothing: GET and HEAD. */
    boolean safe() {
        return methodIs(GET) || head();
    }

    /** Whether doing it twice is the same as doing it once (RFC 9110 §9.2.2). */
    boolean idempotent() {
        return safe()
                || switch (method()) {
                    case "PUT", "DELETE", "OPTIONS", "TRACE" -> true;
                    default -> false;
                };
    }

    private boolean methodIs(byte[] name) {
        var bytes = fields.bytes();
        return methodTo - methodFrom == name.length
                && methodTo <= bytes.length
                && java.util.Arrays.equals(bytes, methodFrom, methodTo, name, 0, name.length);
    }
}
