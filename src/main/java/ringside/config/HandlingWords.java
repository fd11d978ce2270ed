package ringside.config;

import java.util.function.Function;
import ringside.engine.route.RouteTable;
import ringside.world.HandlingCommand;

/** The words of commands that change how requests are handled: what one leaves out is as usual. */
final class HandlingWords {
    private static final int HOUR = 3_600_000;

    private HandlingWords() {}

    static Wish timeout(Words words) {
        return said(new HandlingCommand.SetTimeout(words.duration("a timeout", 1, HOUR)));
    }

    static Wish layer(Words words) {
        return said(new HandlingCommand.SetLayer(one(words, "layer", LayerWords::layer)));
    }

    static Wish tls(Words words) {
        return said(new HandlingCommand.SetTls(one(words, "tls", LayerWords::tls)));
    }

    static Wish key(Words words) {
        return said(new HandlingCommand.SetKey(one(words, "key", LayerWords::key)));
    }

    static Wish panic(Words words) {
        return said(new HandlingCommand.SetPanic(one(words, "panic", HandlingReader::panic)));
    }

    static Wish routes(Words words) {
        return said(new HandlingCommand.SetRoutes(RouteWords.read(words)));
    }

    /** One more route, or several. */
    static Wish route(Words words) {
        var more = RouteWords.read(words);
        return (now, _) -> {
            var routes = now.handling().routes();
            for (var route : more) {
                routes = RouteTable.plus(routes, route);
            }
            return new HandlingCommand.SetRoutes(routes);
        };
    }

    static Wish sticky(Words words) {
        return said(new HandlingCommand.SetStickiness(
                StickyWords.read(Spoken.value(words, "sticky", StickyWords.DETAILS))));
    }

    static Wish limit(Words words) {
        return said(
                new HandlingCommand.SetRateLimit(LimitWords.read(Spoken.value(words, "limit", LimitWords.DETAILS))));
    }

    static Wish retries(Words words) {
        return said(
                new HandlingCommand.SetRetries(RetryWords.read(Spoken.value(words, "retries", RetryWords.DETAILS))));
    }

    static Wish breaker(Words words) {
        return said(new HandlingCommand.SetBreaker(
                BreakerWords.read(Spoken.value(words, "breaker", BreakerWords.DETAILS))));
    }

    static Wish eject(Words words) {
        return said(new HandlingCommand.SetEjection(
                EjectionWords.read(Spoken.value(words, "eject", EjectionWords.DETAILS))));
    }

    static Wish capacity(Words words) {
        return said(new HandlingCommand.SetCapacity(
                CapacityWords.read(Spoken.value(words, "capacity", CapacityWords.DETAILS))));
    }

    private static <T> T one(Words words, String name, Function<YamlValue, T> meaning) {
        return meaning.apply(YamlValue.named(name, words.scalar("a word")));
    }

    private static Wish said(HandlingCommand command) {
        return (_, _) -> command;
    }

    static String of(HandlingCommand command) {
        return switch (command) {
            case HandlingCommand.SetTimeout(var timeout) -> "timeout " + Units.of(timeout);
            case HandlingCommand.SetLayer(var layer) -> "layer " + LayerWords.of(layer);
            case HandlingCommand.SetTls(var tls) -> "tls " + LayerWords.of(tls);
            case HandlingCommand.SetKey(var key) -> "key " + LayerWords.of(key);
            case HandlingCommand.SetRoutes(var routes) -> "routes " + RouteWords.of(routes);
            case HandlingCommand.SetStickiness(var stickiness) -> "sticky " + StickyWords.of(stickiness);
            case HandlingCommand.SetRateLimit(var limit) -> "limit " + LimitWords.of(limit);
            case HandlingCommand.SetRetries(var retries) -> "retries " + RetryWords.of(retries);
            case HandlingCommand.SetBreaker(var rules) -> "breaker " + BreakerWords.of(rules);
            case HandlingCommand.SetEjection(var rules) -> "eject " + EjectionWords.of(rules);
            case HandlingCommand.SetPanic(var panic) -> "panic " + panic.percent() + "%";
            case HandlingCommand.SetCapacity(var capacity) -> "capacity " + CapacityWords.of(capacity);
        };
    }
}
