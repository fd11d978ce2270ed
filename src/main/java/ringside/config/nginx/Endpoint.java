package ringside.config.nginx;

import java.util.Optional;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Printable;
import ringside.engine.Address;

/** Addresses as nginx writes them: {@code host:port}, or {@code unix:} and a path. */
final class Endpoint {
    private static final String SOCKET = "unix:";
    private static final int LAST_PORT = 65_535;
    private static final int IPV6 = 16;

    private Endpoint() {}

    /** Whether a text is meant to be the path of a socket. */
    static boolean isSocket(String text) {
        return text.regionMatches(true, 0, SOCKET, 0, SOCKET.length());
    }

    /**
     * Reads an address by its form alone: no name is looked up. That a colon has no port behind it is let pass.
     *
     * @param at the word it is part of
     * @param text the address
     * @param port the port when it has none; 0 when it must have one
     * @return the address with its port
     * @throws BadInput when nginx would not take it
     */
    static String read(Word at, String text, int port) {
        if (isSocket(text)) {
            if (text.length() == SOCKET.length()) {
                throw at.wrong("has no path of a socket; write unix:/PATH");
            }
            return text;
        }
        int close = text.startsWith("[") ? text.indexOf(']') : -1;
        int colon = text.indexOf(':', Math.max(0, close));
        var host = colon < 0 ? text : text.substring(0, colon);
        refuseHost(at, host);
        if (colon < 0) {
            if (port == 0) {
                throw at.wrong("has no port; write " + Printable.brief(host) + ":PORT");
            }
            return host + ':' + port;
        }
        var digits = text.substring(colon + 1);
        if (!digits.isEmpty()) {
            port(at, digits);
        }
        return text;
    }

    /** What {@link #read} makes of a text; empty when it is no address with a port. */
    static Optional<String> valid(String text, int port) {
        try {
            return Optional.of(read(new Word(Place.startOf(""), text), text, port))
                    .filter(a -> !lacksPort(a));
        } catch (BadInput _) {
            return Optional.empty();
        }
    }

    private static void refuseHost(Word at, String host) {
        if (host.isEmpty()) {
            throw at.wrong("has no host; write an address such as 127.0.0.1:8081");
        }
        boolean valid = host.startsWith("[")
                ? host.endsWith("]") && Address.bytesOf(host.substring(1, host.length() - 1)).length == IPV6
                : host.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
        if (!valid) {
            throw at.wrong("is no address; write one such as 127.0.0.1:8081, [::1]:8081 or unix:/PATH");
        }
    }

    /** Whether an address ends where its port should be. */
    static boolean lacksPort(String address) {
        return address.endsWith(":") && !isSocket(address);
    }

    /** A port. @throws BadInput when the digits are none */
    static int port(Word at, String digits) {
        return Numbers.whole(at, "port", digits, 1, LAST_PORT);
    }
}
