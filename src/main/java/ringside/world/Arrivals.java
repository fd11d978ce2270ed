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
     * Several at once: batches that come independently of each other.
     *
     * @param perSecond how many batches a second on average
     * @param size how many requests come in each at the same instant, 1 to 10 000
     */
    record Batches(double perSecond, int size) implements Arrivals {
        /** The most requests that come at once. */
        public static final int LARGEST = 10_000;

        public Batches {
            Checked.within("a rate of batches per second", perSecond, LEAST, MOST);
            Checked.within("a batch's number of requests", size, 1, LARGEST);
        }
    }

    /**
     * By day and by night: independently of each other, at a rate that swings from one to another and back like a wave.
     *
     * @param from how many a second when a period begins and ends
     * @param to how many a second in its middle
     * @param period how long a whole swing takes, 1 ms to 24 h
     */
    record Diurnal(double from, double to, Duration period) implements Arrivals {
        /** The longest period. */
        public static final Duration DAY = Duration.ofHours(24);

        private static final double TURN = 2 * Math.PI;

        public Diurnal {
            Checked.within("an arrival rate per second", from, LEAST, MOST);
            Checked.within("an arrival rate per second", to, LEAST, MOST);
            Checked.within("a period", period, SHORTEST, DAY);
        }

        /** How many a second at an instant, in nanoseconds since the first period began. */
        public double perSecondAt(long nanos) {
            double turned = (double) (nanos % period.toNanos()) / period.toNanos();
            return (from + to) / 2 - (to - from) / 2 * StrictMath.cos(TURN * turned);
        }

        /** When so many are to be expected in all, in nanoseconds since the first period began. */
        public long nanosAfter(double many) {
            double each = expectedUntil(period.toNanos());
            double periods = Math.floor(many / each);
            double rest = many - periods * each;
            long low = 0;
            long high = period.toNanos();
            while (low < high) {
                long middle = (low + high) >>> 1;
                boolean enough = expectedUntil(middle) >= rest;
                low = enough ? low : middle + 1;
                high = enough ? middle : high;
            }
            return ((long) periods) * period.toNanos() + low;
        }

        /** How many are to be expected from the beginning of a period until an instant in it. */
        private double expectedUntil(long nanos) {
            double seconds = nanos / 1e9;
            double whole = period.toNanos() / 1e9;
            return (from + to) / 2 * seconds - (to - from) / 2 * whole / TURN * StrictMath.sin(TURN * seconds / whole);
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
