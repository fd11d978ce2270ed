package ringside.sim;

/** Turns luck into the time until something happens next. */
final class Spread {
    private Spread() {}

    /** The duration that this share of a memoryless distribution stays below, in nanoseconds; {@code luck} is 0 to 1. */
    static long memoryless(double meanNanos, double luck) {
        return (long) (-meanNanos * StrictMath.log1p(-luck));
    }
}
