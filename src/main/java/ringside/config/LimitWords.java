package ringside.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.engine.limit.Rate;
import ringside.engine.limit.RateLimit;

/** How many requests may pass, in a file and in a command. */
final class LimitWords {
    static final Details DETAILS =
            Details.leading("rate").one("burst").one("kind").one("per");

    private static final int MOST = 1_000_000;
    private static final String CLIENT = "client";
    private static final String EVERYBODY = "everybody";
    private static final Pattern RATE = Pattern.compile("([0-9]{1,7})/(.+)");

    private LimitWords() {}

    static Optional<RateLimit> read(YamlValue value) {
        return DETAILS.of(value).map(fields -> limit(value, fields));
    }

    private static RateLimit limit(YamlValue value, YamlMap fields) {
        var rate = fields.required("rate").text(LimitWords::rate);
        var kind = fields.optional("kind").map(LimitWords::kind).orElse(RateLimit.Kind.TOKEN_BUCKET);
        int usual = kind == RateLimit.Kind.TOKEN_BUCKET ? rate.count() : 0;
        int burst = fields.optional("burst").map(b -> b.whole(0, MOST)).orElse(usual);
        var scope = fields.optional("per")
                .filter(per -> per.oneOf(EVERYBODY, CLIENT).equals(CLIENT))
                .map(_ -> RateLimit.Scope.CLIENT)
                .orElse(RateLimit.Scope.EVERYBODY);
        return fields.optional("burst").orElse(value).checked(() -> new RateLimit(kind, rate, burst, scope));
    }

    private static RateLimit.Kind kind(YamlValue value) {
        var names = Arrays.stream(RateLimit.Kind.values()).map(LimitWords::name).toArray(String[]::new);
        return RateLimit.Kind.valueOf(
                value.oneOf(names).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String name(RateLimit.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Rate rate(String text) {
        var matcher = RATE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(Printable.brief(text)
                    + " is not understood; write a whole number in a time, such as 100/s, 10/min or 5/10s");
        }
        return new Rate(Integer.parseInt(matcher.group(1)), period(matcher.group(2)));
    }

    private static Duration period(String text) {
        return switch (text) {
            case "s" -> Duration.ofSeconds(1);
            case "m", "min" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Units.duration(text);
        };
    }

    /** The rate as {@code 100/s}, {@code 10/min} or {@code 5/10s}. */
    static String of(Rate rate) {
        long nanos = rate.per().toNanos();
        var period = nanos == 1_000_000_000L
                ? "s"
                : nanos == 60_000_000_000L ? "min" : nanos == 3_600_000_000_000L ? "h" : Units.of(rate.per());
        return rate.count() + "/" + period;
    }

    static String yaml(Optional<RateLimit> limit) {
        return limit.map(l -> said(l).yaml()).orElse("off");
    }

    static String of(Optional<RateLimit> limit) {
        return limit.map(l -> said(l).words(DETAILS)).orElse("off");
    }

    private static Said said(RateLimit limit) {
        return new Said()
                .with("rate", of(limit.rate()))
                .with("burst", limit.burst())
                .with("kind", name(limit.kind()))
                .with("per", limit.scope() == RateLimit.Scope.CLIENT ? CLIENT : EVERYBODY);
    }
}
