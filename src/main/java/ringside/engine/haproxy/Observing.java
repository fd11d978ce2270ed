package ringside.engine.haproxy;

import ringside.engine.Health;
import ringside.engine.Outcome;

/**
 * What the traffic itself tells of a server's health, between two checks: HAProxy's {@code observe}.
 *
 * @param layer what is looked at
 * @param errorLimit how many errors in a row are too many, at least 1
 * @param onError what happens then
 * @param errors errors in a row so far
 */
public record Observing(Layer layer, int errorLimit, OnError onError, int errors) {
    /** What is looked at. */
    public enum Layer {
        /** Whether connections are made. */
        LAYER4,
        /** Whether answers are good as well. */
        LAYER7
    }

    /** What happens after too many errors in a row; whichever it is, the next check comes sooner. */
    public enum OnError {
        /** Nothing else. */
        FASTINTER,
        /** It counts as a failed check. */
        FAIL_CHECK,
        /** It counts as a failed check that leaves the server one short of going down. */
        SUDDEN_DEATH,
        /** The server is down. */
        MARK_DOWN
    }

    /**
     * What it comes to.
     *
     * @param observing what is known of the traffic now
     * @param health the server's health now
     * @param hurried whether the next check comes sooner, after the fast interval
     */
    public record Verdict(Observing observing, Health health, boolean hurried) {}

    public Observing {
        if (errorLimit < 1 || errors < 0) {
            throw new IllegalArgumentException(
                    "errors are limited to 1 or more and counted from 0, not " + errorLimit + " and " + errors);
        }
    }

    /** One that has seen nothing yet. */
    public static Observing fresh(Layer layer, int errorLimit, OnError onError) {
        return new Observing(layer, errorLimit, onError, 0);
    }

    /** What one more attempt at the server says. */
    public Verdict after(Outcome outcome, Health health) {
        return switch (outcome) {
            case Outcome.Abandoned() -> new Verdict(this, health, false);
            case Outcome.Answered(int status) -> after(layer == Layer.LAYER4 || isGood(status), health);
            case Outcome.Truncated(int status) -> after(layer == Layer.LAYER4 || isGood(status), health);
            case Outcome.Broken(var how) -> after(layer == Layer.LAYER4 && how.sent(), health);
        };
    }

    private static boolean isGood(int status) {
        return status < 500 || status == 501 || status == 505;
    }

    private Verdict after(boolean good, Health health) {
        int run = good ? 0 : errors + 1;
        return run < errorLimit
                ? new Verdict(counted(run), health, false)
                : new Verdict(counted(0), struck(health), true);
    }

    private Observing counted(int run) {
        return new Observing(layer, errorLimit, onError, run);
    }

    private Health struck(Health health) {
        return switch (onError) {
            case FASTINTER -> health;
            case FAIL_CHECK -> health.after(false);
            case SUDDEN_DEATH -> at(health, health.rise() + 1).after(false);
            case MARK_DOWN -> at(health, health.rise()).after(false);
        };
    }

    /** The same at this level, if it was above. */
    private static Health at(Health health, int level) {
        return new Health(health.rise(), health.fall(), Math.min(level, health.level()), health.checked());
    }
}
