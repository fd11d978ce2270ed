package ringside.engine.stick;

import java.util.Optional;

/** Reads the {@code Cookie} field of a request (RFC 6265 §5.4). */
public final class CookieField {
    private CookieField() {}

    /** The value of the first cookie of this name, without the quotes around it. */
    public static Optional<String> value(String cookies, String name) {
        for (var each : cookies.split(";", -1)) {
            var cookie = each.strip();
            if (cookie.startsWith(name) && cookie.startsWith("=", name.length())) {
                return Optional.of(unquoted(cookie.substring(name.length() + 1)));
            }
        }
        return Optional.empty();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
