package ringside.config;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import ringside.engine.member.Panic;
import ringside.world.Handling;

/** Turns the keys of a scenario that say how requests are handled into that. */
final class HandlingReader {
    /** Those keys. */
    static final List<String> KEYS = List.of(
            "layer",
            "tls",
            "timeout",
            "key",
            "routes",
            "sticky",
            "limit",
            "retries",
            "breaker",
            "ejection",
            "panic",
            "capacity");

    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final YamlMap top;
    private Handling handling = Handling.USUAL;

    private HandlingReader(YamlMap top) {
        this.top = top;
    }

    /** How requests are handled where servers are in these pools. */
    static Handling read(YamlMap top, List<String> pools) {
        var reader = new HandlingReader(top);
        reader.key("layer", (now, value) -> now.with(LayerWords.layer(value)));
        reader.key("tls", (now, value) -> now.with(LayerWords.tls(value)));
        reader.key("timeout", (now, value) -> now.with(value.duration(MILLI, HOUR)));
        reader.key("key", (now, value) -> now.with(LayerWords.key(value)));
        reader.key("routes", (now, value) -> now.with(RouteWords.read(value, pools)));
        reader.key("sticky", (now, value) -> now.with(StickyWords.read(value)));
        reader.key("limit", (now, value) -> now.limited(LimitWords.read(value)));
        reader.key("retries", (now, value) -> now.with(RetryWords.read(value)));
        reader.key("breaker", (now, value) -> now.breaking(BreakerWords.read(value)));
        reader.key("ejection", (now, value) -> now.ejecting(EjectionWords.read(value)));
        reader.key("panic", (now, value) -> now.with(panic(value)));
        reader.key("capacity", (now, value) -> now.holding(CapacityWords.read(value)));
        return reader.handling;
    }

    private void key(String name, BiFunction<Handling, YamlValue, Handling> change) {
        top.optional(name).ifPresent(value -> handling = value.checked(() -> change.apply(handling, value)));
    }

    static Panic panic(YamlValue value) {
        return new Panic(value.isOff() ? 0 : value.percent(0, 100));
    }
}
