package ringside.config.haproxy;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address as a line has it.
 *
 * @param word the word it is from
 * @param host a name, an IPv4 address or an IPv6 address in brackets; empty for any
 * @param port what stands after the last colon; empty for nothing
 */
record Endpoint(Word word, String host, String port) {
    private static final int LAST_PORT = 65_535;
    private static final Set<String> INTERNET = Set.of("ipv4", "ipv6", "tcp", "tcp4", "tcp6");
    private static final Set<String> LOCAL = Set.of("unix", "abns");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_.])?");
    private static final Pattern FOUR = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");
    private static final String BYTE = "0*(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "\\." + BYTE + "\\." + BYTE + "\\." + BYTE);
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /** Part of a word that is an Internet address; empty for a socket of this machine. */
    static Optional<Endpoint> of(Word word, String text) {
        int at = text.indexOf('@');
        var kind = at < 0 ? "" : text.substring(0, at);
        if (text.startsWith("/") || LOCAL.contains(kind)) {
            return Optional.empty();
        }
        if (at >= 0 && !INTERNET.contains(kind)) {
            throw word.wrong("is an address of a kind that is not known here; write host:port");
        }
        var plain = text.substring(at + 1);
        int colon = plain.startsWith("[") && plain.endsWith("]") ? -1 : plain.lastIndexOf(':');
        var host = colon < 0 ? plain : plain.substring(0, colon);
        return Optional.of(new Endpoint(word, checked(word, host), colon < 0 ? "" : plain.substring(colon + 1)));
    }

    private static String checked(Word word, String host) {
        if (host.isEmpty() || host.equals("*")) {
            return "";
        }
        boolean bracketed = host.startsWith("[") && host.endsWith("]") && host.length() > 2;
        var inner = bracketed ? host.substring(1, host.length() - 1) : host;
        if (inner.indexOf(':') >= 0 && IPV6.matcher(inner).matches()) {
            return "[" + inner + "]";
        }
        boolean four = FOUR.matcher(inner).matches();
        if (bracketed || !(four ? IPV4 : NAME).matcher(inner).matches()) {
            throw word.wrong("is no address; write host:port, such as 127.0.0.1:8081");
        }
        return host;
    }

    /** Whether a port is given that is the same for every connection. */
    boolean fixed() {
        return !port.isEmpty() && !port.matches("[-+][0-9]{1,9}") && !port.matches("0{1,9}");
    }

    /** A port, 1 to 65535. */
    int number(String digits) {
        if (!digits.matches("[0-9]{1,9}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > LAST_PORT) {
            throw word.wrong("has no port that can be used; write one from 1 to " + LAST_PORT + " after the colon");
        }
        return Integer.parseInt(digits);
    }

    /** The address as {@code host:port}. */
    String text() {
        return host + ":" + number(port);
    }
}
