package ringside.net;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request read by the letters of the grammar in RFC 9110, 9112 and 3986: another's view of what passed.
 *
 * @param method its method
 * @param target its target in origin form
 * @param authority the host it is for
 * @param body its body without framing
 */
record SecondLook(String method, String target, String authority, String body) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final String IPV4 = "(" + OCTET + "\\.){3}" + OCTET;
    private static final String H16 = "[0-9A-Fa-f]{1,4}";
    private static final String LS32 = "(" + H16 + ":" + H16 + "|" + IPV4 + ")";
    private static final String IPV6 = String.join(
            "|",
            "(H:){6}L",
            "::(H:){5}L",
            "(H)?::(H:){4}L",
            "((H:){0,1}H)?::(H:){3}L",
            "((H:){0,2}H)?::(H:){2}L",
            "((H:){0,3}H)?::H:L",
            "((H:){0,4}H)?::L",
            "((H:){0,5}H)?::H",
            "((H:){0,6}H)?::");
    private static final String HOST = "(\\[(" + IPV6.replace("H", H16).replace("L", LS32)
            + "|[vV][0-9A-Fa-f]+\\.[-._~0-9A-Za-z!$&'()*+,;=:]+)\\]|([-._~0-9A-Za-z!$&'()*+,;=]|%[0-9A-Fa-f]{2})+)";
    private static final String AUTHORITY = "(?<host>" + HOST + ")(:(?<port>\\d{0,6}))?";
    private static final Pattern HOST_FIELD = Pattern.compile(AUTHORITY);
    private static final Pattern START = Pattern.compile("(?<method>" + TOKEN + ") (?<target>[!-~]+) HTTP/1\\.[01]");
    private static final Pattern ORIGIN = Pattern.compile("/[!-~&&[^#\\\\]]*");
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?i)https?://" + AUTHORITY + "(?<rest>([/?][!-~&&[^#\\\\]]*)?)");
    private static final Pattern FIELD =
            Pattern.compile("(?<name>" + TOKEN + "):[ \t]*(?<value>[\t -~\\x80-\\xff]*?)[ \t]*");
    private static final String QUOTED = "\"([\t !#-\\[\\]-~\\x80-\\xff]|\\\\[\t -~\\x80-\\xff])*\"";
    private static final Pattern LIST = Pattern.compile("[ \t,]*(" + TOKEN + "[ \t]*(,[ \t,]*|$))*");
    private static final Pattern CHUNK = Pattern.compile(
            "(?<size>[0-9A-Fa-f]+)([ \t]*;[ \t]*" + TOKEN + "([ \t]*=[ \t]*(" + TOKEN + "|" + QUOTED + "))?)*\r\n");

    /** The one request that a text begins with; nothing when it is none, or does not come to its end. */
    static Optional<SecondLook> at(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        var lines = List.of(text.substring(0, end).split("\r\n", -1));
        var start = START.matcher(lines.getFirst());
        var fields = fields(lines);
        if (!start.matches() || fields.isEmpty()) {
            return Optional.empty();
        }
        return framedOnce(fields.get(), lines.getFirst().endsWith("1"))
                ? body(fields.get(), text.substring(end + 4)).flatMap(body -> named(start, fields.get(), body))
                : Optional.empty();
    }

    /** The fields behind a first line; nothing when one of them is none. */
    static Optional<List<Matcher>> fields(List<String> lines) {
        var fields = lines.stream().skip(1).map(FIELD::matcher).toList();
        boolean good = fields.stream().allMatch(Matcher::matches)
                && values(fields, "Connection").stream()
                        .allMatch(c -> LIST.matcher(c).matches());
        return good ? Optional.of(fields) : Optional.empty();
    }

    /** The values of the fields of a name, in order. */
    static List<String> values(List<Matcher> fields, String name) {
        return fields.stream()
                .filter(f -> f.group("name").equalsIgnoreCase(name))
                .map(f -> f.group("value"))
                .toList();
    }

    /** Whether fields say at most once where a body ends, and rightly. */
    static boolean framedOnce(List<Matcher> fields, boolean http11) {
        var lengths = values(fields, "Content-Length");
        var codings = values(fields, "Transfer-Encoding");
        return lengths.size() + codings.size() < 2
                && lengths.stream().allMatch(length -> length.matches("\\d{1,18}"))
                && codings.stream().allMatch(coding -> http11 && coding.equalsIgnoreCase("chunked"));
    }

    private static Optional<SecondLook> named(Matcher start, List<Matcher> fields, String body) {
        var hosts = values(fields, "Host");
        var method = start.group("method");
        var target = start.group("target");
        boolean hosted = hosts.size() == 1
                && HOST_FIELD.matcher(hosts.getFirst()).matches()
                && portIsGood(HOST_FIELD, hosts.getFirst());
        if (!hosted && !(hosts.isEmpty() && start.group().endsWith("0"))) {
            return Optional.empty();
        }
        var host = hosted ? hosts.getFirst() : "";
        var absolute = ABSOLUTE.matcher(target);
        if (absolute.matches()) {
            var rest = absolute.group("rest");
            boolean all = rest.isEmpty() && method.equals("OPTIONS");
            var origin = all ? "*" : rest.startsWith("/") ? rest : "/" + rest;
            var authority = target.substring(absolute.start("host"), absolute.start("rest"));
            boolean agreed = portIsGood(HOST_FIELD, authority)
                    && (!hosted || same(authority, host, target.toLowerCase(Locale.ROOT)));
            return agreed ? Optional.of(new SecondLook(method, origin, authority, body)) : Optional.empty();
        }
        boolean good = ORIGIN.matcher(target).matches() || (target.equals("*") && method.equals("OPTIONS"));
        return good ? Optional.of(new SecondLook(method, target, host, body)) : Optional.empty();
    }

    private static boolean portIsGood(Pattern pattern, String authority) {
        var parts = pattern.matcher(authority);
        return parts.matches()
                && (parts.group("port") == null
                        || parts.group("port").isEmpty()
                        || Integer.parseInt(parts.group("port")) < 65_536);
    }

    private static boolean same(String one, String other, String target) {
        var usual = target.startsWith("https") ? ":443" : ":80";
        return full(one, usual).equals(full(other, usual));
    }

    private static String full(String authority, String usual) {
        var lower = authority.toLowerCase(Locale.ROOT).replaceFirst(":0*(?=\\d+$)", ":");
        var bare = lower.replaceFirst(":$", "");
        return bare.matches(".*:\\d+") && !bare.matches("\\[[^]]*") ? bare : bare + usual;
    }

    /** The body that fields framed once say; nothing when it is not whole. */
    static Optional<String> body(List<Matcher> fields, String rest) {
        if (!values(fields, "Transfer-Encoding").isEmpty()) {
            return unchunked(rest);
        }
        var lengths = values(fields, "Content-Length");
        long length = lengths.isEmpty() ? 0 : Long.parseLong(lengths.getFirst());
        return length <= rest.length() ? Optional.of(rest.substring(0, (int) length)) : Optional.empty();
    }

    private static Optional<String> unchunked(String text) {
        var body = new StringBuilder();
        var line = CHUNK.matcher(text);
        int at = 0;
        while (line.region(at, text.length()).lookingAt()) {
            int size = Integer.parseInt(line.group("size"), 16);
            at = line.end();
            if (size == 0) {
                return trailersEnd(text.substring(at)) ? Optional.of(body.toString()) : Optional.empty();
            }
            if (at + size + 2 > text.length() || !text.startsWith("\r\n", at + size)) {
                return Optional.empty();
            }
            body.append(text, at, at + size);
            at += size + 2;
        }
        return Optional.empty();
    }

    private static boolean trailersEnd(String text) {
        for (var line : text.split("\r\n", -1)) {
            if (line.isEmpty()) {
                return text.contains("\r\n");
            }
            if (!FIELD.matcher(line).matches()) {
                return false;
            }
        }
        return false;
    }
}
