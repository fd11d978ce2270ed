package ringside.config.proxy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.engine.KeyRule;

/** What of a request is hashed, in words that every proxy has. */
public sealed interface Hashed {
    /** A query parameter's value. */
    record Parameter(String name) implements Hashed {}

    /**
     * A header's value.
     *
     * @param name in any case, with hyphens
     */
    record Header(String name) implements Hashed {
        /** The header of the nearest name that one can have (RFC 9110 §5.1). */
        public Header fit() {
            return new Header(name.replaceAll("[^!#$%&'*+.^_`|~0-9A-Za-z-]", "_"));
        }
    }

    /** A cookie's value. */
    record Cookie(String name) implements Hashed {}

    /** The client's address. */
    record Client() implements Hashed {}

    /** The path, with or without what follows the question mark. */
    record Target(boolean whole) implements Hashed {}

    /** One variable and nothing else, with or without braces. */
    Pattern VARIABLE = Pattern.compile("\\$(?:([A-Za-z0-9_]+)|\\{([A-Za-z0-9_]+)})");

    /** What a rule hashes; empty when it is more than one thing, or something else. */
    static Optional<Hashed> of(KeyRule rule) {
        if (rule.written().isEmpty()) {
            return Optional.of(new Parameter("key"));
        }
        var matcher = VARIABLE.matcher(rule.written());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return named(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    private static Optional<Hashed> named(String variable) {
        return switch (variable) {
            case "remote_addr" -> Optional.of(new Client());
            case "request_uri" -> Optional.of(new Target(true));
            case "host" -> Optional.of(new Header("host"));
            default -> {
                var name = variable.substring(variable.indexOf('_') + 1);
                yield switch (variable.substring(0, variable.length() - name.length())) {
                    case "arg_" -> Optional.of(new Parameter(name));
                    case "http_" ->
                        Optional.of(new Header(name.toLowerCase(Locale.ROOT).replace('_', '-')));
                    case "cookie_" -> Optional.of(new Cookie(name));
                    default -> Optional.empty();
                };
            }
        };
    }
}
