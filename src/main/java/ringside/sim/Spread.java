package ringside.sim;

import java.time.Duration;
import ringside.world.Latency;

/** Turns luck into durations: for the same luck, a slower distribution always takes longer. */
final class Spread {
    private Spread() {}

    /** The latency that this share of all latencies stays below, in nanoseconds; {@code luck} is from 0 to 1. */
    static long nanos(Latency latency, double luck) {
        return switch (latency) {
            case Latency.Constant(Duration each) -> each.toNanos();
            case Latency.Exponential(Duration mean) -> memoryless((double) mean.toNanos(), luck);
            case Latency.Uniform(Duration least, Duration most) ->
                least.toNanos() + (long) (luck * (most.toNanos() - least.toNanos()));
        };
    }

    /** The same of a memoryless distribution with this mean. */
    static long memoryless(double meanNanos, double luck) {
        return (long) (-meanNanos * StrictMath.log1p(-luck));
    }
}
