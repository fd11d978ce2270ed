package ringside.world;

import java.util.function.DoubleSupplier;

/** The arrivals of open traffic, one after the other: with the same luck they come at the same times. */
public final class Timetable {
    /*
     * Where the rate changes with time, the next one comes when as many more are to be expected as chance has drawn from an
     * exponential distribution of mean 1: inversion of the cumulative rate (Çınlar, Introduction to Stochastic Processes, 1975).
     */
    /** When the next one comes where none ever does: after a year. */
    public static final long NEVER = 365L * 24 * 3600 * 1_000_000_000;

    private static final double SECOND = 1e9;

    private final Arrivals arrivals;
    private long nanos;
    private long come;
    private double expected;

    /** The arrivals from the first one on. */
    public Timetable(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /**
     * When the next one comes, in nanoseconds since the first could have; never before the one before it. In a closed loop
     * nobody comes by a timetable.
     *
     * @param luck from 0 inclusive to 1 exclusive
     */
    public long next(DoubleSupplier luck) {
        come++;
        return switch (arrivals) {
            case Arrivals.None _, Arrivals.Closed _ -> NEVER;
            case Arrivals.Constant(double perSecond) -> Math.round(come * SECOND / perSecond);
            case Arrivals.Poisson(double perSecond) -> later(perSecond, luck);
            case Arrivals.Bursts bursts -> bursts.nanosAfter(later(bursts.perSecond(), luck));
            case Arrivals.Batches(double perSecond, int size) ->
                (come - 1) % size == 0 ? later(perSecond, luck) : nanos;
            case Arrivals.Diurnal diurnal -> {
                expected -= StrictMath.log1p(-luck.getAsDouble());
                yield diurnal.nanosAfter(expected);
            }
        };
    }

    private long later(double perSecond, DoubleSupplier luck) {
        nanos += (long) (-SECOND / perSecond * StrictMath.log1p(-luck.getAsDouble()));
        return nanos;
    }
}
