package ringside.engine.route;

import java.util.Locale;

/** Which hosts a route is for. */
public sealed interface HostMatch {
    /** Whether it is this host, in lower case and without a port. */
    boolean matches(String host);

    /** How specific it is: what is higher is looked at first. */
    int rank();

    /** Any host, and a request without one. */
    record Any() implements HostMatch {
        @Override
        public boolean matches(String host) {
            return true;
        }

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public String toString() {
            return "*";
        }
    }

    /**
     * Every name under a domain, however deep, but not the domain itself.
     *
     * @param suffix such as {@code .example.com}
     */
    record Under(String suffix) implements HostMatch {
        @Override
        public boolean matches(String host) {
            return host.length() > suffix.length() && host.endsWith(suffix);
        }

        @Override
        public int rank() {
            return suffix.length();
        }

        @Override
        public String toString() {
            return "*" + suffix;
        }
    }

    /**
     * One host.
     *
     * @param host such as {@code www.example.com}, {@code 127.0.0.1} or {@code [::1]}
     */
    record Exactly(String host) implements HostMatch {
        @Override
        public boolean matches(String other) {
            return other.equals(host);
        }

        @Override
        public int rank() {
            return Integer.MAX_VALUE;
        }

        @Override
        public String toString() {
            return host;
        }
    }

    /**
     * What a configuration means: {@code *}, {@code *.example.com} or a host.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    static HostMatch of(String text) {
        if (text.equals("*")) {
            return new Any();
        }
        var host = text.toLowerCase(Locale.ROOT);
        var plain = host.startsWith("*.") ? host.substring(2) : host;
        if (plain.isEmpty() || plain.indexOf('*') >= 0 || !Host.of(plain).equals(plain)) {
            throw new IllegalArgumentException(
                    "a route's host is *, *.example.com or a name without a port, not \"" + text + "\"");
        }
        return plain.length() == host.length() ? new Exactly(host) : new Under(host.substring(1));
    }
}
