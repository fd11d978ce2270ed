package ringside.lesson;

import java.util.Arrays;
import ringside.world.Happening;
import ringside.world.Happening.Found;

/** What the servers' caches did, and what they asked of the origin behind them. */
final class CacheWatch {
    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final int RECENT = 10;

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
        private long stale;
        private long together;
        private long second = -1;
        private long looksInSecond;
        private long servedInSecond;
        private final long[] callsInSecond = new long[RECENT];
        private double dip = 1;
        private double last;

        private void reach(long now) {
            if (now != second) {
                closeSecond();
                for (long s = Math.max(second + 1, now - RECENT + 1); s <= now; s++) {
                    callsInSecond[(int) (s % RECENT)] = 0;
                }
                second = now;
                looksInSecond = 0;
                servedInSecond = 0;
            }
        }

        private void closeSecond() {
            if (looksInSecond > 0) {
                last = (double) servedInSecond / looksInSecond;
                dip = Math.min(dip, last);
            }
        }

        private void looked(Found found) {
            boolean fromCache = found == Found.HIT || found == Found.STALE;
            looks++;
            looksInSecond++;
            served += fromCache ? 1 : 0;
            servedInSecond += fromCache ? 1 : 0;
            waited += fromCache ? 0 : 1;
            stale += found == Found.STALE ? 1 : 0;
        }

        private void asked(int underWay) {
            calls++;
            callsInSecond[(int) (second % RECENT)]++;
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

        /** How many requests were answered with something too old. */
        long stale() {
            return stale;
        }

        /** The most calls within one of the last ten seconds. */
        long peak() {
            return Arrays.stream(callsInSecond).max().orElse(0);
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
        all.reach(nanos / NANOS_A_SECOND);
        all.looked(look.found());
        since.reach((nanos - sinceNanos) / NANOS_A_SECOND);
        since.looked(look.found());
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
