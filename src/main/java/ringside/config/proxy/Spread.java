package ringside.config.proxy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a policy does in words that every proxy has: what is nearest to it where its own name is not known. */
public sealed interface Spread {
    /** Turns by weight. */
    record Turns() implements Spread {}

    /** The least busy server. */
    record LeastBusy() implements Spread {}

    /**
     * The least busy of servers drawn by chance.
     *
     * @param draws how many, from 1
     */
    record Drawn(int draws) implements Spread {}

    /** One server after the other is filled. */
    record Filled() implements Spread {}

    /**
     * A hash decides.
     *
     * @param what of what
     * @param table how it finds its server
     * @param bound the most load that a server may have, as a percentage of its fair share; 0 for any
     */
    record Hash(Hashed what, Table table, int bound) implements Spread {}

    /** How a hash finds its server. */
    enum Table {
        /** By its remainder: a change of the pool moves nearly all keys. */
        REMAINDER,
        /** By the nearest place on a ring, or as if there was one: a change moves few keys. */
        RING,
        /** By a table that is filled in turns. */
        MAGLEV
    }

    /** What is nearest to the policy of a pool. */
    static Spread of(Upstream upstream) {
        var words = Set.of(upstream.policy().id().split("[/-]"));
        var options = upstream.policy().options();
        if (words.contains("maglev")) {
            return hash(upstream, Table.MAGLEV);
        }
        if (hashes(words)) {
            boolean consistent = options.getOrDefault("hash-type", "").equals("consistent");
            boolean remainder = words.contains("mod") || words.contains("hash") || words.contains("haproxy");
            boolean ring = consistent || words.contains("consistent") || words.contains("ring");
            return hash(upstream, ring || !remainder ? Table.RING : Table.REMAINDER);
        }
        if (words.contains("random") || words.contains("two")) {
            return new Drawn(draws(words, options));
        }
        if (words.contains("first")) {
            return new Filled();
        }
        return words.contains("least") || words.contains("leastconn") || words.contains("ewma")
                ? new LeastBusy()
                : new Turns();
    }

    private static boolean hashes(Set<String> words) {
        return Set.of("hash", "mod", "ring", "jump", "rendezvous", "ketama", "source", "uri", "url_param", "hdr")
                .stream()
                .anyMatch(words::contains);
    }

    private static int draws(Set<String> words, Map<String, String> options) {
        int usual = words.contains("two") || words.contains("haproxy") ? 2 : 1;
        return Optional.ofNullable(options.get("draws")).map(Integer::valueOf).orElse(usual);
    }

    private static Spread hash(Upstream upstream, Table table) {
        var options = upstream.policy().options();
        var bound = upstream.policy().id().equals("textbook/bounded-load-ring")
                ? options.getOrDefault("capacity", "125")
                : options.getOrDefault("hash-balance-factor", "0");
        return new Hash(what(upstream), table, Integer.parseInt(bound));
    }

    /** What is hashed; the whole target when that has no name. */
    private static Hashed what(Upstream upstream) {
        var options = upstream.policy().options();
        var parameter = options.getOrDefault("parameter", "");
        var header = options.getOrDefault("header", "");
        return switch (upstream.policy().id()) {
            case "haproxy/source", "nginx/ip-hash", "textbook/ip-hash" -> new Hashed.Client();
            case "haproxy/uri" ->
                new Hashed.Target(options.getOrDefault("whole", "off").equals("on"));
            case String _ when !parameter.isEmpty() -> new Hashed.Parameter(parameter);
            case String _ when !header.isEmpty() -> new Hashed.Header(header);
            default -> Hashed.of(upstream.key()).orElse(new Hashed.Target(true));
        };
    }
}
