package ringside.config;

import java.time.Duration;
import java.util.Locale;
import ringside.engine.stick.Stick;
import ringside.engine.stick.Stickiness;

/** Whether clients are brought back to their server, in a file and in a command. */
final class StickyWords {
    static final Details DETAILS = Details.none().one("cookie").one("source").one("draining");

    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofHours(24);

    private StickyWords() {}

    static Stickiness read(YamlValue value) {
        return DETAILS.of(value).map(fields -> stickiness(value, fields)).orElse(Stickiness.NONE);
    }

    private static Stickiness stickiness(YamlValue value, YamlMap fields) {
        if (fields.has("cookie") == fields.has("source")) {
            throw value.wrong("has " + (fields.has("cookie") ? "both" : "neither")
                    + " of `cookie` and `source`; it should have one of them, such as `cookie: SERVER` or"
                    + " `source: 30m`");
        }
        var rule = fields.optional("draining")
                .map(d -> Stick.WhileDraining.valueOf(d.oneOf("stay", "move").toUpperCase(Locale.ROOT)))
                .orElse(Stick.WhileDraining.STAY);
        var cookie = fields.optional("cookie");
        return cookie.isPresent()
                ? cookie.get().text(name -> new Stickiness.Cookie(name, rule))
                : new Stickiness.Source(fields.required("source").duration(LEAST, MOST), rule);
    }

    static String yaml(Stickiness stickiness) {
        return stickiness instanceof Stickiness.None ? "off" : said(stickiness).yaml();
    }

    static String of(Stickiness stickiness) {
        return stickiness instanceof Stickiness.None ? "off" : said(stickiness).words(DETAILS);
    }

    private static Said said(Stickiness stickiness) {
        return switch (stickiness) {
            case Stickiness.None() -> new Said();
            case Stickiness.Cookie(var name, var rule) -> draining(new Said().text("cookie", name), rule);
            case Stickiness.Source(var expiry, var rule) -> draining(new Said().with("source", Units.of(expiry)), rule);
        };
    }

    private static Said draining(Said said, Stick.WhileDraining rule) {
        return said.with("draining", rule.name().toLowerCase(Locale.ROOT));
    }
}
