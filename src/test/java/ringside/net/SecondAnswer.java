package ringside.net;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer read by the letters of the grammar in RFC 9110 and 9112, from all that a server sent before it closed.
 *
 * @param status its status, the final one
 * @param body its body without framing
 */
record SecondAnswer(int status, String body) {
    private static final Pattern START =
            Pattern.compile("HTTP/1\\.(?<minor>[01]) (?<status>[1-5]\\d\\d)( [\t -~\\x80-\\xff]*)?");

    /** The answer to GET that a text begins with; nothing when it is none, or is not whole. */
    static Optional<SecondAnswer> at(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        var lines = List.of(text.substring(0, end).split("\r\n", -1));
        var start = START.matcher(lines.getFirst());
        var fields = SecondLook.fields(lines);
        if (!start.matches() || fields.isEmpty()) {
            return Optional.empty();
        }
        int status = Integer.parseInt(start.group("status"));
        var rest = text.substring(end + 4);
        boolean framed =
                SecondLook.framedOnce(fields.get(), start.group("minor").equals("1"));
        if (!framed || status == 101) {
            return Optional.empty();
        }
        return status < 200 ? at(rest) : body(status, fields.get(), rest).map(b -> new SecondAnswer(status, b));
    }

    private static Optional<String> body(int status, List<Matcher> fields, String rest) {
        if (status == 204 || status == 304) {
            return Optional.of("");
        }
        boolean unsaid = SecondLook.values(fields, "Content-Length").isEmpty()
                && SecondLook.values(fields, "Transfer-Encoding").isEmpty();
        return unsaid ? Optional.of(rest) : SecondLook.body(fields, rest);
    }
}
