package ringside.config;

import java.util.Locale;
import ringside.engine.KeyRule;
import ringside.world.Handling;

/** How deep the balancer looks, where encryption ends and what is hashed, in a file and in a command. */
final class LayerWords {
    private static final String STANDARD = "standard";

    private LayerWords() {}

    static Handling.Layer layer(YamlValue value) {
        return Handling.Layer.valueOf(value.oneOf("http", "tcp").toUpperCase(Locale.ROOT));
    }

    static String of(Handling.Layer layer) {
        return layer.name().toLowerCase(Locale.ROOT);
    }

    static Handling.Tls tls(YamlValue value) {
        return switch (value.oneOf("off", "balancer", "servers")) {
            case "balancer" -> Handling.Tls.AT_BALANCER;
            case "servers" -> Handling.Tls.AT_SERVERS;
            default -> Handling.Tls.OFF;
        };
    }

    static String of(Handling.Tls tls) {
        return switch (tls) {
            case OFF -> "off";
            case AT_BALANCER -> "balancer";
            case AT_SERVERS -> "servers";
        };
    }

    static KeyRule key(YamlValue value) {
        return value.text(text -> text.equals(STANDARD) ? KeyRule.STANDARD : new KeyRule(text));
    }

    static String of(KeyRule key) {
        return key.equals(KeyRule.STANDARD) ? STANDARD : Said.quoted(key.written());
    }
}
