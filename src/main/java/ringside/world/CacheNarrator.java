package ringside.world;

import java.util.ArrayList;
import java.util.Optional;

/** Tells what the servers' caches are to do, and what they ask of the origin behind them. */
final class CacheNarrator {
    private final Phrases phrases;

    CacheNarrator(Phrases phrases) {
        this.phrases = phrases;
    }

    String tell(Happening.OfOrigin what) {
        var fetch = Long.toString(what.fetch());
        return switch (what) {
            case Happening.OriginAsked(long _, var server, var key, var need, int underWay) ->
                phrases.say("origin.asked." + need.name(), fetch, server, key, underWay);
            case Happening.OriginAnswered(long _, var server, var key, long took) ->
                phrases.say("origin.answered", fetch, server, key, phrases.nanos(took));
            case Happening.OriginRefused(long _, var server, var key) ->
                phrases.say("origin.refused", fetch, server, key);
        };
    }

    String tell(Optional<Caching> caching) {
        return caching.map(this::tell).orElseGet(() -> phrases.say("command.cache.none"));
    }

    private String tell(Caching caching) {
        var rules = caching.rules();
        var remedies = new ArrayList<String>();
        if (rules.jitter() > 0) {
            remedies.add(phrases.say("command.cache.jitter", phrases.percent(rules.jitter() / 100.0)));
        }
        if (rules.singleFlight()) {
            remedies.add(phrases.say("command.cache.single-flight"));
        }
        if (rules.early() > 0) {
            remedies.add(phrases.say("command.cache.early", phrases.number(rules.early())));
        }
        if (rules.stale().isPositive()) {
            remedies.add(phrases.say("command.cache.stale", phrases.duration(rules.stale())));
        }
        return phrases.say(
                remedies.isEmpty() ? "command.cache.plain" : "command.cache",
                rules.entries(),
                phrases.duration(rules.ttl()),
                new Phrases.Inner(phrases.list(remedies)));
    }
}
