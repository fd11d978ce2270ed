package ringside.world;

/** When requests arrive. */
public sealed interface Arrivals {
    /** Never, until told otherwise. */
    record None() implements Arrivals {}

    /** Evenly, this many a second. */
    record Constant(double perSecond) implements Arrivals {
        public Constant {
            Checked.within("an arrival rate per second", perSecond, LEAST, MOST);
        }
    }

    /** Independently of each other, this many a second on average. */
    record Poisson(double perSecond) implements Arrivals {
        public Poisson {
            Checked.within("an arrival rate per second", perSecond, LEAST, MOST);
        }
    }

    /** The slowest arrivals that can be asked for, per second. */
    double LEAST = 0.001;

    /** The fastest arrivals that can be asked for, per second. */
    double MOST = 100_000;
}
