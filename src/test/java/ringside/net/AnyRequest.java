package ringside.net;

import java.util.List;
import java.util.Random;

/** Makes requests that are nearly right: good ones, one to three of whose bytes were changed. */
final class AnyRequest {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "OPTIONS", "BREW");
    private static final List<String> TARGETS = List.of(
            "/", "/a/b?c=d", "/%41", "*", "http://localhost/x", "http://[::1]:80/", "https://a.example?q", "//a/b");
    private static final List<String> HOSTS = List.of(
            "localhost", "a.example:8080", "[::1]", "[2001:db8::7:1]:1", "127.0.0.1", "a%20b", "[::ffff:1.2.3.4]");
    private static final List<String> FIELDS = List.of(
            "X-A: b",
            "X-B:\tc d \t",
            "Accept: text/html, */*;q=0.8",
            "Connection: keep-alive",
            "Connection: X-A, close",
            "Cookie: a=\"b\"; c=d",
            "X-Empty:",
            "Content-Type: text/plain",
            "TE: trailers",
            "Via: 1.0 x (y)",
            "X-Forwarded-For: 1.2.3.4",
            "Forwarded: for=\"[::1]\"");
    private static final String LIKELY = "\r\n\t :;,=\"\\()/?#[]@%.0123456789abcdefxABCDEF\0\1\177\u0080\u00e9\u00ff";

    private final Random random;

    AnyRequest(long seed) {
        random = new Random(seed);
    }

    /** The next request, as Latin-1 text. */
    String next() {
        return changed(good(), random);
    }

    /** A text with up to three of its bytes changed, doubled, left out or put in. */
    static String changed(String good, Random random) {
        var text = new StringBuilder(good);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int place = random.nextInt(text.length());
            char c = random.nextInt(3) == 0
                    ? (char) random.nextInt(256)
                    : LIKELY.charAt(random.nextInt(LIKELY.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(place, c);
                case 1 -> text.insert(place, c);
                case 2 -> text.deleteCharAt(place);
                default -> text.insert(place, text.charAt(place));
            }
        }
        return text.toString();
    }

    private String good() {
        var text = new StringBuilder(any(METHODS) + " " + any(TARGETS) + " HTTP/1." + (random.nextInt(8) > 0 ? 1 : 0));
        text.append("\r\nHost: ").append(any(HOSTS)).append("\r\n");
        for (int n = random.nextInt(4); n > 0; n--) {
            text.append(any(FIELDS)).append("\r\n");
        }
        switch (random.nextInt(4)) {
            case 0 -> text.append("Content-Length: 5\r\n\r\nhello");
            case 1 -> text.append("Transfer-Encoding: chunked\r\n\r\n").append(chunks());
            default -> text.append("\r\n");
        }
        return text.toString();
    }

    private String chunks() {
        return any(List.of("", "5\r\nhello\r\n", "1;a=b\r\nh\r\n04 ; c=\"d;\"\r\nello\r\n")) + "0\r\n"
                + any(List.of("", "", "X-Sum: 1\r\n")) + "\r\n";
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
