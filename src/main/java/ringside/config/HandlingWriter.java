package ringside.config;

import ringside.world.Handling;

/** Turns how requests are handled into the keys of a scenario; nothing is said of what is as usual but the timeout. */
final class HandlingWriter {
    private HandlingWriter() {}

    static void write(Handling handling, StringBuilder yaml) {
        var usual = Handling.USUAL;
        key(yaml, "layer", handling.layer() != usual.layer(), LayerWords.of(handling.layer()));
        key(yaml, "tls", handling.tls() != usual.tls(), LayerWords.of(handling.tls()));
        key(yaml, "timeout", true, Units.of(handling.timeout()));
        key(yaml, "key", !handling.key().equals(usual.key()), LayerWords.of(handling.key()));
        key(yaml, "routes", !handling.routes().isEmpty(), RouteWords.yaml(handling.routes()));
        key(yaml, "sticky", !handling.stickiness().equals(usual.stickiness()), StickyWords.yaml(handling.stickiness()));
        key(yaml, "limit", handling.rateLimit().isPresent(), LimitWords.yaml(handling.rateLimit()));
        key(yaml, "retries", !handling.retries().equals(usual.retries()), RetryWords.yaml(handling.retries()));
        key(yaml, "breaker", handling.breaker().isPresent(), BreakerWords.yaml(handling.breaker()));
        key(yaml, "ejection", handling.ejection().isPresent(), EjectionWords.yaml(handling.ejection()));
        key(
                yaml,
                "panic",
                !handling.panic().equals(usual.panic()),
                handling.panic().percent() + "%");
        key(yaml, "capacity", handling.capacity().isPresent(), CapacityWords.yaml(handling.capacity()));
    }

    private static void key(StringBuilder yaml, String name, boolean unusual, String value) {
        if (unusual) {
            yaml.append(name)
                    .append(value.startsWith("\n") ? ":" : ": ")
                    .append(value)
                    .append('\n');
        }
    }
}
