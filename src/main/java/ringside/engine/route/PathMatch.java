package ringside.engine.route;

/** Which paths a route is for; paths are compared in their {@linkplain NormalPath normal form}. */
public sealed interface PathMatch {
    /** Whether it is this path, in normal form. */
    boolean matches(String path);

    /** How specific it is: what is higher is looked at first. */
    int rank();

    /**
     * One path.
     *
     * @param path such as {@code /login}
     */
    record Exactly(String path) implements PathMatch {
        public Exactly {
            path = normal(path);
        }

        @Override
        public boolean matches(String other) {
            return other.equals(path);
        }

        @Override
        public int rank() {
            return Integer.MAX_VALUE;
        }

        @Override
        public String toString() {
            return "= " + path;
        }
    }

    /**
     * A path and all that lies under it, by whole segments: {@code /api} is for {@code /api} and {@code /api/v1} and not for
     * {@code /apis}. A slash at its end makes no difference.
     *
     * @param path such as {@code /api}; {@code /} for every path
     */
    record Under(String path) implements PathMatch {
        public Under {
            path = normal(path);
            path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        }

        @Override
        public boolean matches(String other) {
            return other.startsWith(path) && (other.length() == path.length() || other.charAt(path.length()) == '/');
        }

        @Override
        public int rank() {
            return path.length();
        }

        @Override
        public String toString() {
            return path + "/";
        }
    }

    private static String normal(String path) {
        if (!path.startsWith("/") || path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            throw new IllegalArgumentException(
                    "a route's path begins with / and has no query or fragment, not \"" + path + "\"");
        }
        return NormalPath.of(path);
    }
}
