package ringside.engine.envoy;

import java.time.Duration;
import ringside.engine.ServerId;

/** What outlier detection found out about a host. */
public sealed interface OutlierFinding {
    /** Which host. */
    ServerId server();

    /** What found it out. */
    enum Detector {
        CONSECUTIVE_5XX,
        CONSECUTIVE_GATEWAY_FAILURE,
        CONSECUTIVE_LOCAL_ORIGIN_FAILURE,
        SUCCESS_RATE,
        SUCCESS_RATE_LOCAL_ORIGIN,
        FAILURE_PERCENTAGE,
        FAILURE_PERCENTAGE_LOCAL_ORIGIN
    }

    /**
     * It is out.
     *
     * @param by what found it out
     * @param time how long at least; it comes back at the first interval after
     */
    record Ejected(ServerId server, Detector by, Duration time) implements OutlierFinding {}

    /** It was found out and stays, because that is not enforced, or not this time. */
    record NotEnforced(ServerId server, Detector by) implements OutlierFinding {}

    /** It was found out and stays, because too many are out already. */
    record TooManyOut(ServerId server, Detector by) implements OutlierFinding {}

    /** It is back. */
    record Readmitted(ServerId server) implements OutlierFinding {}
}
