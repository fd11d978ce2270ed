package ringside.engine.envoy;

import java.util.function.IntConsumer;
import ringside.engine.Candidates;
import ringside.engine.Loads;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;

/** Keeps hosts from having much more than their fair share: who has too much passes on what its hashes bring. */
final class BoundedLoad {
    /*
     * Consistent hashing with bounded loads (Mirrokni, Thorup and Zadimoghaddam 2016), with random jumps (Chen, Coleman
     * and Shrivastava 2019) instead of the walk along the ring, on which one full host after the other would fall over
     * into the next. The jumps are a Fisher-Yates shuffle of all hosts, seeded with the low half of the hash, so one key
     * always tries them in the same order. A host is full only above its slots, where HAProxy's is at its cap.
     *
     * Trap: when everybody is full, the least overloaded takes it; the bound holds back nobody.
     */
    private static final PolicyOption.Whole FACTOR = new PolicyOption.Whole(
            "hash-balance-factor",
            "the most load a host may have, as a percentage of its fair share, 100 or more; 0 for any",
            0,
            65_535,
            0);

    private final int factor;
    private final Hosts hosts;
    private final double[] parts;
    private final Mt19937 chance = new Mt19937();

    /** A bound of this percentage on these hosts, 0 for none. */
    BoundedLoad(int factor, Hosts hosts) {
        this.factor = factor;
        this.hosts = hosts;
        this.parts = new double[hosts.pool().size()];
        for (int i = 0; i < hosts.count(); i++) {
            parts[hosts.place(i)] = hosts.part(i);
        }
    }

    static PolicyOption option() {
        return FACTOR;
    }

    /** The percentage that a choice gives, 0 for no bound. */
    static int factor(PolicyChoice choice) {
        int factor = FACTOR.of(choice);
        if (factor > 0 && factor < 100) {
            throw new IllegalArgumentException(
                    FACTOR.name() + " is 0 or a percentage from 100, not \"" + factor + "\"");
        }
        return factor;
    }

    /** Whether there is a bound at all. */
    boolean holds() {
        return factor > 0;
    }

    /**
     * Who takes a request.
     *
     * @param named the place of the host that its hash leads to
     * @param probed is told the places whose load is looked at, in order
     * @return a place
     */
    int place(long hash, int named, Candidates candidates, Loads loads, IntConsumer probed) {
        long all = slots(loads);
        probed.accept(named);
        double least = overload(named, all, loads);
        if (least <= 1) {
            return named;
        }
        int best = named;
        int[] order = hosts.places().clone();
        chance.seed((int) hash);
        for (int i = 0; i < order.length; i++) {
            int place = swapped(order, i, i + chance.below(order.length - i));
            if (place == named || !candidates.open(place)) {
                continue;
            }
            probed.accept(place);
            double overload = overload(place, all, loads);
            if (overload <= 1) {
                return place;
            }
            best = overload < least ? place : best;
            least = Math.min(overload, least);
        }
        return best;
    }

    private static int swapped(int[] order, int to, int from) {
        int place = order[from];
        order[from] = order[to];
        order[to] = place;
        return place;
    }

    private double overload(int place, long all, Loads loads) {
        return (double) loads.inFlight(place) / slots(place, all);
    }

    /** The slots of all hosts: the factor's percentage of what they will have with this request, rounded up. */
    private long slots(Loads loads) {
        long active = 0;
        for (int place = 0; place < parts.length; place++) {
            active += loads.inFlight(place);
        }
        return ((active + 1) * factor + 99) / 100;
    }

    private long slots(int place, long all) {
        return (long) Math.max(1, Math.ceil(all * parts[place]));
    }

    /** What was found at a place when its load was looked at. */
    EnvoyReason.Probe probe(int place, Loads loads) {
        return new EnvoyReason.Probe(hosts.pool().at(place).id(), loads.inFlight(place), slots(place, slots(loads)));
    }
}
