package ringside.engine.envoy;

import java.time.Duration;
import ringside.engine.Health;

/**
 * What Envoy's checks say of a host, and when the next one sets out.
 *
 * @param settings how it is checked
 * @param health what is known; a host starts as failed
 */
public record ActiveHealthCheck(Settings settings, Health health) {
    /*
     * As read in the source: a host starts failed, and its very first check, if it passes, brings it up at once. After that
     * it takes thresholds in a row either way, but for an answer that says no in so many words - a status that is neither
     * expected nor listed as one to retry - which takes the host down at once. While a change is pending the edge intervals
     * hold, so that it is decided soon.
     */

    /**
     * How a host is checked.
     *
     * @param healthyThreshold passes in a row that bring it up, 1 to 100
     * @param unhealthyThreshold failures in a row that take it down, 1 to 100
     * @param interval after a pass
     * @param unhealthyInterval after a failure of one that is down
     * @param healthyEdgeInterval after a pass of one that is still down
     * @param unhealthyEdgeInterval after a failure of one that is still up
     * @param noTrafficInterval instead of all of these while the cluster never had a connection
     */
    public record Settings(
            int healthyThreshold,
            int unhealthyThreshold,
            Duration interval,
            Duration unhealthyInterval,
            Duration healthyEdgeInterval,
            Duration unhealthyEdgeInterval,
            Duration noTrafficInterval) {
        private static final Duration NO_TRAFFIC = Duration.ofSeconds(60);

        /** What holds when only the thresholds and the interval are configured. */
        public Settings(int healthyThreshold, int unhealthyThreshold, Duration interval) {
            this(healthyThreshold, unhealthyThreshold, interval, interval, interval, interval, NO_TRAFFIC);
        }
    }

    /** How one check ended. */
    public enum Result {
        PASSED,
        /** No answer, or one that is listed as to be retried: counted. */
        FAILED,
        /** Any other answer than what is expected: the host is down at once. */
        UNEXPECTED
    }

    /** A host not checked yet. */
    public static ActiveHealthCheck fresh(Settings settings) {
        return new ActiveHealthCheck(
                settings, new Health(settings.healthyThreshold(), settings.unhealthyThreshold(), 0, false));
    }

    /** Whether the host may be given requests. */
    public boolean healthy() {
        return health.up();
    }

    /** What it is after one more check. */
    public ActiveHealthCheck after(Result result) {
        int full = health.rise() + health.fall() - 1;
        return new ActiveHealthCheck(
                settings,
                switch (result) {
                    case PASSED -> health.checked() ? health.after(true) : at(full);
                    case FAILED -> health.after(false);
                    case UNEXPECTED -> at(0);
                });
    }

    private Health at(int level) {
        return new Health(health.rise(), health.fall(), level, true);
    }

    /**
     * How long after the last check the next one sets out; zero for the first.
     *
     * @param traffic whether the cluster ever had a connection
     */
    public Duration next(boolean traffic) {
        if (!health.checked()) {
            return Duration.ZERO;
        }
        if (!traffic) {
            return settings.noTrafficInterval();
        }
        return switch (health.phase()) {
            case UNCHECKED, UP -> settings.interval();
            case GOING_DOWN -> settings.unhealthyEdgeInterval();
            case DOWN -> settings.unhealthyInterval();
            case COMING_UP -> settings.healthyEdgeInterval();
        };
    }
}
