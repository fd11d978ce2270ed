package ringside.lesson;

import ringside.world.Happening;
import ringside.world.Happening.Found;

/** What the servers' caches did, and what they asked of the origin behind them. */
final class CacheWatch {
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final Part all = new Part();
    private Part since = new Part();
    private long sinceNanos;
    private long busy;

    /** What was counted of some time. */
    static final class Part {
        private long looks;
        private long served;
        private long calls;
        private long waited;
        private long together;
        private long second = -1;
        private long looksInSecond;
        private long servedInSecond;
        private long callsInSecond;
        private long peak;
        private double dip = 1;
        private double last;

        private void reach(long now) {
            if (now != second) {
                closeSecond();
                second = now;
                looksInSecond = 0;
                servedInSecond = 0;
                callsInSecond = 0;
            }
        }

        private void closeSecond() {
            if (looksInSecond > 0) {
                last = (double) servedInSecond / looksInSecond;
                dip = Math.min(dip, last);
            }
        }

        private void looked(boolean fromCache) {
            looks++;
            looksInSecond++;
            served += fromCache ? 1 : 0;
            servedInSecond += fromCache ? 1 : 0;
            waited += fromCache ? 0 : 1;
        }

        private void asked(int underWay) {
            calls++;
            callsInSecond++;
            peak = Math.max(peak, callsInSecond);
            together = Math.max(together, underWay + 1L);
        }

        /** The share of looks that were served without waiting, 0 to 1; 0 when nobody looked. */
        double hitRatio() {
            return looks == 0 ? 0 : (double) served / looks;
        }

        /** The same in the worst second that is over, 0 to 1; 1 when there was none. */
        double dip() {
            return dip;
        }

        /** The same in the last second that is over, 0 to 1; 0 when there was none. */
        double last() {
            return last;
        }

        /** How many calls the origin got. */
        long calls() {
            return calls;
        }

        /** How many requests had to wait for the origin. */
        long waited() {
            return waited;
        }

        /** The most calls within one second. */
        long peak() {
            return peak;
        }

        /** The most calls for one key that one server had under way at once. */
        long together() {
            return together;
        }
    }

    /** A command was carried out. */
    void begin(long nanos) {
        since = new Part();
        sinceNanos = nanos;
    }

    /** A request looked into a cache. */
    void read(Happening.LookedUp look, long nanos) {
        boolean fromCache = look.found() == Found.HIT || look.found() == Found.STALE;
        all.reach(nanos / NANOS_A_SECOND);
        all.looked(fromCache);
        since.reach((nanos - sinceNanos) / NANOS_A_SECOND);
        since.looked(fromCache);
    }

    /** Something happened at the origin. */
    void read(Happening.OfOrigin what, long nanos) {
        if (what instanceof Happening.OriginAsked ask) {
            busy++;
            all.reach(nanos / NANOS_A_SECOND);
            all.asked(ask.underWay());
            since.reach((nanos - sinceNanos) / NANOS_A_SECOND);
            since.asked(ask.underWay());
        } else {
            busy--;
        }
    }

    /** Everything since the beginning. */
    Part all() {
        return all;
    }

    /** Everything since the last command. */
    Part since() {
        return since;
    }

    /** How many calls the origin has in hand. */
    long busy() {
        return busy;
    }
}
