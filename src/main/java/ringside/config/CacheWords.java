package ringside.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.engine.cache.CacheRules;
import ringside.world.Caching;
import ringside.world.Command;
import ringside.world.Latency;

/** How the servers' caches work and what is behind them, in a file and in a command: what is left out is as usual. */
final class CacheWords {
    private static final String TTL = "ttl";
    private static final String ORIGIN = "origin";
    private static final String LATENCY = "latency";
    private static final List<String> OF_CACHE = List.of("entries", "jitter", "hit", "single-flight", "early", "stale");
    private static final Details DETAILS = Details.none()
            .one(TTL)
            .one("entries")
            .one("jitter")
            .one("hit")
            .one("single-flight")
            .one("early")
            .one("stale")
            .one(ORIGIN);
    private static final List<String> OF_ORIGIN = List.of("workers", "queue");

    private CacheWords() {}

    static Optional<Caching> read(YamlValue value) {
        return DETAILS.of(value).map(CacheWords::caching);
    }

    private static Caching caching(YamlMap fields) {
        var caching = with(Caching.USUAL, TTL, fields.required(TTL));
        caching = with(caching, OF_CACHE, fields);
        var origin = fields.optional(ORIGIN);
        if (origin.isEmpty()) {
            return caching;
        }
        var behind = origin.get().map(OF_ORIGIN.get(0), OF_ORIGIN.get(1), LATENCY);
        caching = with(caching, OF_ORIGIN, behind);
        var latency = behind.optional(LATENCY).map(LatencyWords::read);
        return latency.isEmpty() ? caching : caching.behind(caching.origin().taking(latency.get()));
    }

    private static Caching with(Caching before, List<String> names, YamlMap fields) {
        var caching = before;
        for (var name : names) {
            var value = fields.optional(name);
            caching = value.isEmpty() ? caching : with(caching, name, value.get());
        }
        return caching;
    }

    private static Caching with(Caching now, String name, YamlValue value) {
        var rules = now.rules();
        var origin = now.origin();
        return switch (name) {
            case TTL -> now.with(rules.fresh(value.duration(CacheRules.SHORTEST, CacheRules.LONGEST)));
            case "entries" -> now.with(rules.holding(value.whole(1, CacheRules.MOST_ENTRIES)));
            case "jitter" -> now.with(rules.varying(value.percent(0, CacheRules.MOST_JITTER)));
            case "hit" -> now.hitting(value.duration(Duration.ZERO, Latency.LONGEST));
            case "single-flight" -> now.with(rules.inSingleFlight(value.yesOrNo()));
            case "early" -> now.with(rules.refreshedEarly(value.number(0, CacheRules.MOST_EARLY)));
            case "stale" -> now.with(rules.servedStale(value.duration(Duration.ZERO, CacheRules.LONGEST)));
            case "workers" -> now.behind(origin.sized(value.whole(1, 10_000), origin.queue()));
            default -> now.behind(origin.sized(origin.workers(), value.whole(0, 1_000_000)));
        };
    }

    static String yaml(Caching caching) {
        var origin = caching.origin();
        return "{ttl: " + Units.of(caching.rules().ttl()) + rules(caching, ", ", ": ") + ", origin: {workers: "
                + origin.workers() + ", queue: " + origin.queue() + ", latency: "
                + LatencyWords.yaml(origin.latency()) + "}}";
    }

    /** What the next words say. */
    static Wish cache(Words words) {
        if (words.took("off") || words.took("none")) {
            return (_, _) -> new Command.SetCache(Optional.empty());
        }
        words.took(TTL);
        var caching = with(Caching.USUAL, TTL, value(words, TTL));
        while (!words.done()) {
            var name = words.next("a detail");
            if (name.equals(LATENCY)) {
                caching = caching.behind(caching.origin().taking(LatencyWords.latency(words)));
            } else if (OF_CACHE.contains(name) || OF_ORIGIN.contains(name)) {
                caching = with(caching, name, value(words, name));
            } else {
                throw words.unknown(
                        "unknown detail",
                        Stream.of(OF_CACHE, OF_ORIGIN, List.of(LATENCY))
                                .flatMap(List::stream)
                                .toList());
            }
        }
        var command = new Command.SetCache(Optional.of(caching));
        return (_, _) -> command;
    }

    private static YamlValue value(Words words, String name) {
        return YamlValue.named(name, words.scalar("the " + name));
    }

    static String of(Optional<Caching> caching) {
        return caching.map(CacheWords::of).orElse("off");
    }

    private static String of(Caching caching) {
        var origin = caching.origin();
        return Units.of(caching.rules().ttl()) + rules(caching, " ", " ") + " workers " + origin.workers() + " queue "
                + origin.queue() + " latency " + LatencyWords.of(origin.latency());
    }

    private static String rules(Caching caching, String before, String between) {
        var rules = caching.rules();
        return before + "entries" + between + rules.entries()
                + before + "jitter" + between + rules.jitter() + "%"
                + before + "hit" + between + Units.of(caching.hit())
                + before + "single-flight" + between + rules.singleFlight()
                + before + "early" + between + Units.of(rules.early())
                + before + "stale" + between + Units.of(rules.stale());
    }
}
