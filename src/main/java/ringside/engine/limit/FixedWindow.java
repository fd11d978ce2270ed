package ringside.engine.limit;

/** A count that starts again at nothing each time a window of the clock begins. */
public final class FixedWindow implements RateLimiter {
    /*
     * The cheapest of all: one number. The trap is its edge: all that one window allows at its end and all that the next
     * allows at its beginning are twice the limit at once.
     *
     * Windows begin at the multiples of their length on the clock, the same for every client.
     */
    private final Rate rate;
    private long window = Long.MIN_VALUE;
    private int count;

    /** One that has counted nothing; the rate's period is the window. */
    public FixedWindow(Rate rate) {
        this.rate = rate;
    }

    @Override
    public Verdict admit(long now) {
        long length = rate.per().toNanos();
        if (Math.floorDiv(now, length) != window) {
            window = Math.floorDiv(now, length);
            count = 0;
        }
        if (count == rate.count()) {
            return Verdict.limited(length - Math.floorMod(now, length));
        }
        count++;
        return Verdict.ADMITTED;
    }
}
