package ringside.engine;

import java.util.ArrayDeque;

/** The path of a request's target as nginx's {@code $uri} has it. */
final class NginxUri {
    /*
     * Without the query: percent-escapes undone once, slashes in a row merged into one, and "." and ".." resolved, also
     * where they came of escapes (ngx_http_parse_complex_uri). nginx refuses a request whose path leads above the root or
     * has an escape of no two digits; here the one stays at the root, and the other as it is.
     */
    private NginxUri() {}

    static String of(String target) {
        var path = Request.unescaped(target.substring(0, end(target)));
        var kept = new ArrayDeque<String>();
        var last = "";
        for (var segment : path.split("/", -1)) {
            last = segment;
            switch (segment) {
                case "", "." -> {}
                case ".." -> kept.pollLast();
                default -> kept.add(segment);
            }
        }
        boolean folder = !kept.isEmpty() && !last.equals(kept.getLast());
        return "/" + String.join("/", kept) + (folder ? "/" : "");
    }

    /** Where the query or a fragment begins. */
    private static int end(String target) {
        int at = 0;
        while (at < target.length() && target.charAt(at) != '?' && target.charAt(at) != '#') {
            at++;
        }
        return at;
    }
}
