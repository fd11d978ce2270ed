package ringside.net;

import java.util.List;
import java.util.Random;

/** Makes answers that are nearly right: good ones, up to three of whose bytes were changed. */
final class AnyAnswer {
    private static final List<String> STARTS = List.of(
            "HTTP/1.1 200 OK",
            "HTTP/1.0 200 OK",
            "HTTP/1.1 404 Not Found",
            "HTTP/1.1 204 No Content",
            "HTTP/1.1 304 Not Modified",
            "HTTP/1.1 500 ",
            "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\nHTTP/1.1 200 OK");
    private static final List<String> FIELDS = List.of(
            "X-A: b", "Connection: close", "Connection: X-A", "Set-Cookie: a=b; c", "Via: 1.1 x", "Upgrade: h2c", "X:");
    private static final List<String> BODIES = List.of(
            "Content-Length: 5\r\n\r\nhello",
            "Content-Length: 0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n2;a\r\nhe\r\n003;b=\"c\"\r\nllo\r\n0\r\nX-Sum: 1\r\n\r\n",
            "\r\nuntil the end");

    private final Random random;

    AnyAnswer(long seed) {
        random = new Random(seed);
    }

    /** The next answer, as Latin-1 text. */
    String next() {
        var text = any(STARTS) + "\r\n" + (random.nextBoolean() ? any(FIELDS) + "\r\n" : "") + any(BODIES)
                + (random.nextInt(6) == 0 ? "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil" : "");
        return AnyRequest.changed(text, random);
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
