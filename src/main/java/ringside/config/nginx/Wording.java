package ringside.config.nginx;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ringside.engine.KeyRule;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;

/**
 * The method of nginx that is nearest to a policy.
 *
 * @param line the directive, empty for round robin
 * @param exact whether it is that policy, and not only like it
 * @param backups whether it knows backups
 */
record Wording(String line, boolean exact, boolean backups) {
    private static final String ROUND_ROBIN = "";
    private static final String LEAST_CONNECTIONS = "least_conn;";
    private static final String CONSISTENT = " consistent";

    /** The method for a policy that hashes a key, where it does. */
    static Wording of(PolicyChoice policy, KeyRule key) {
        boolean exact = policy.id().startsWith("nginx/");
        var line = line(policy, key);
        return new Wording(line, exact, line.equals(ROUND_ROBIN) || line.equals(LEAST_CONNECTIONS));
    }

    /** What it is called in a sentence. */
    String name() {
        return line.isEmpty() ? "round robin" : line.substring(0, line.length() - 1);
    }

    /** Whether it hashes the key that requests are given by default, for which nginx has no single word. */
    static boolean takesStandardKey(PolicyChoice policy, KeyRule key) {
        return key.written().isEmpty() && line(policy, key).contains(keyOf(key));
    }

    private static String line(PolicyChoice policy, KeyRule key) {
        return switch (policy.id()) {
            case "nginx/hash", "textbook/mod-n" -> hash(keyOf(key), "");
            case "nginx/ip-hash", "textbook/ip-hash" -> "ip_hash;";
            case "haproxy/source" -> hash("$remote_addr", ring(policy));
            case "haproxy/uri" -> hash("$request_uri", ring(policy));
            case "haproxy/hdr" -> hash(named("$http_", policy.options().get("header"), key), ring(policy));
            case "haproxy/url_param" -> hash(named("$arg_", policy.options().get("parameter"), key), ring(policy));
            case "envoy/least-request" -> "random two;";
            case "haproxy/random" -> "1".equals(policy.options().get("draws")) ? "random;" : "random two;";
            default -> byName(policy, key);
        };
    }

    private static String byName(PolicyChoice policy, KeyRule key) {
        var id = policy.id();
        if (id.contains("random-two") || id.contains("choices")) {
            return "random two;";
        }
        if (id.contains("random")) {
            return "random;";
        }
        if (id.contains("least") || id.contains("ewma")) {
            return LEAST_CONNECTIONS;
        }
        boolean keyed = id.contains("ring")
                || id.contains("hash")
                || id.contains("maglev")
                || Policies.find(id).filter(Policies.Entry::keyed).isPresent();
        return keyed ? hash(keyOf(key), CONSISTENT) : ROUND_ROBIN;
    }

    private static String hash(String key, String how) {
        return "hash " + Page.word(key) + how + ";";
    }

    private static String ring(PolicyChoice policy) {
        return "consistent".equals(policy.options().get("hash-type")) ? CONSISTENT : "";
    }

    private static String named(String prefix, @Nullable String name, KeyRule key) {
        return name != null && name.matches("[A-Za-z0-9_-]+")
                ? prefix + name.replace('-', '_').toLowerCase(Locale.ROOT)
                : keyOf(key);
    }

    private static String keyOf(KeyRule key) {
        return key.written().isEmpty() ? "$arg_key" : key.written();
    }
}
