package ringside.engine.haproxy;

import ringside.engine.Loads;

/** The most requests that each server of a ring may have, so that nobody has much more than its fair share. */
final class LoadBound {
    /*
     * Consistent hashing with bounded loads (Mirrokni, Thorup and Zadimoghaddam 2016), which came to HAProxy in 1.7: with
     * a factor of 125 nobody has more than 5/4 of the mean, rounded up, whatever the keys. A hot key spills over to the
     * nodes that follow, and comes back when the load does. Servers' caps add up to the rounded bound exactly.
     *
     * Trap: few requests are in flight at once on a quiet day, and then caps of one or two scatter even lukewarm keys.
     */
    private final int factor;

    /** A bound of this percentage, 0 for none. */
    LoadBound(int factor) {
        this.factor = factor;
    }

    /** Whether a server's load lets it take one more. */
    boolean allows(Farm farm, int place, Loads loads) {
        return factor == 0 || loads.inFlight(place) < cap(farm, place, loads);
    }

    /** How many requests a server may have while all together have as many as they have now. */
    int cap(Farm farm, int place, Loads loads) {
        long served = 0;
        for (int each = 0; each < farm.pool().size(); each++) {
            served += loads.inFlight(each);
        }
        long weights = 0;
        long earlier = 0;
        for (int each : farm.duty()) {
            earlier += each < place ? farm.weight(each) : 0;
            weights += farm.weight(each);
        }
        long weight = farm.weight(place);
        long slots = ((served + 1) * factor + 99) / 100;
        long rest = slots % weights;
        long cap = weight * (slots / weights) + (earlier + weight) * rest / weights - earlier * rest / weights;
        return (int) Math.max(1, cap);
    }
}
