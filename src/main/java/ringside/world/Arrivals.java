package ringside.world;

import java.time.Duration;

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

    /**
     * In bursts: independently of each other for a while, then none for a while, and so on.
     *
     * @param perSecond how many a second on average while a burst lasts
     * @param on how long a burst lasts, 1 ms to 1 h
     * @param off how long it is quiet, 1 ms to 1 h
     */
    record Bursts(double perSecond, Duration on, Duration off) implements Arrivals {
        public Bursts {
            Checked.within("an arrival rate per second", perSecond, LEAST, MOST);
            Checked.within("a burst's length", on, SHORTEST, LONGEST);
            Checked.within("the quiet between bursts", off, SHORTEST, LONGEST);
        }

        /** When so much time within bursts has passed, in nanoseconds since the first began. */
        public long nanosAfter(long burstNanos) {
            return burstNanos + burstNanos / on.toNanos() * off.toNanos();
        }
    }

    /**
     * A closed loop: each of so many clients asks, waits for its answer, thinks for a while, and asks again. A server that
     * gets slow is asked less, so their latencies hide how long others would have waited.
     *
     * @param clients how many ask, 1 to 5000
     * @param think how long each thinks, 1 ms to 1 h
     */
    record Closed(int clients, Duration think) implements Arrivals {
        /** The most clients that may ask. */
        public static final int MOST_CLIENTS = 5000;

        public Closed {
            Checked.within("a number of clients in a closed loop", clients, 1, MOST_CLIENTS);
            Checked.within("the time that a client thinks", think, SHORTEST, LONGEST);
        }
    }

    /** The shortest burst, quiet or thought. */
    Duration SHORTEST = Duration.ofMillis(1);

    /** The longest burst, quiet or thought. */
    Duration LONGEST = Duration.ofHours(1);

    /** The slowest arrivals that can be asked for, per second. */
    double LEAST = 0.001;

    /** The fastest arrivals that can be asked for, per second. */
    double MOST = 100_000;
}
