package ringside.world;

import ringside.world.Behaviour.Flapping;

/**
 * A behaviour since it began, for what it comes to changes with time.
 *
 * @param behaviour what was ordered
 * @param beganNanos when it was, in whatever nanoseconds its world counts
 */
public record Course(Behaviour behaviour, long beganNanos) {
    private static final double COLD = 10;

    /** What it comes to at an instant: a flapping server is healthy or crashed, others are as was ordered. */
    public Behaviour at(long nanos) {
        if (!(behaviour instanceof Flapping flapping)) {
            return behaviour;
        }
        return within(flapping, nanos) < flapping.up().toNanos() ? Behaviour.HEALTHY : new Behaviour.Crashed();
    }

    /** How long it stays so after an instant: for ever, but for a flapping server. */
    public long lastsNanos(long nanos) {
        if (!(behaviour instanceof Flapping flapping)) {
            return Long.MAX_VALUE;
        }
        long within = within(flapping, nanos);
        long up = flapping.up().toNanos();
        return (within < up ? up : turn(flapping)) - within;
    }

    /** How many times as long a server takes for its work at an instant: 1 or more. */
    public double slowness(long nanos) {
        return switch (behaviour) {
            case Behaviour.Slow(double times) -> times;
            case Behaviour.Warming(var over) -> Math.max(1, COLD - (COLD - 1) * (nanos - beganNanos) / over.toNanos());
            default -> 1;
        };
    }

    private long within(Flapping flapping, long nanos) {
        return Math.floorMod(nanos - beganNanos, turn(flapping));
    }

    private static long turn(Flapping flapping) {
        return flapping.up().plus(flapping.down()).toNanos();
    }
}
