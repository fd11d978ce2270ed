package ringside.engine;

/**
 * What a server's checks say of it: it takes several in a row to change the verdict.
 *
 * <p>The rule is HAProxy's: a level from 0 to {@code rise + fall - 1}; the server is up from {@code rise} upwards; a
 * pass of a server that is up restores the full level, and a failure of one that is down empties it. Unlike HAProxy's, a
 * server starts trusted in full and unchecked.
 *
 * @param rise passes in a row that bring a server up, 1 to 100
 * @param fall failures in a row that take it down, 1 to 100
 * @param level 0 to {@code rise + fall - 1}
 * @param checked whether any check has ended yet
 */
public record Health(int rise, int fall, int level, boolean checked) {
    /** The verdict, and whether it is about to change. */
    public enum Phase {
        /** No check has ended: trusted. */
        UNCHECKED,
        /** The last check passed. */
        UP,
        /** Still up, but the last checks failed. */
        GOING_DOWN,
        /** The last check failed. */
        DOWN,
        /** Still down, but the last checks passed. */
        COMING_UP
    }

    public Health {
        if (rise < 1 || rise > 100 || fall < 1 || fall > 100) {
            throw new IllegalArgumentException("rise and fall are 1 to 100, not " + rise + " and " + fall);
        }
        if (level < 0 || level > rise + fall - 1) {
            throw new IllegalArgumentException("a level is 0 to " + (rise + fall - 1) + ", not " + level);
        }
    }

    /** A server not checked yet. */
    public static Health unchecked(int rise, int fall) {
        return new Health(rise, fall, rise + fall - 1, false);
    }

    /** What it is after one more check. */
    public Health after(boolean passed) {
        return new Health(rise, fall, passed ? raised() : lowered(), true);
    }

    private int raised() {
        return level + 1 >= rise ? rise + fall - 1 : level + 1;
    }

    private int lowered() {
        return level - 1 < rise ? 0 : level - 1;
    }

    /** Whether it may be given requests. */
    public boolean up() {
        return level >= rise;
    }

    /** The verdict and where it is heading. */
    public Phase phase() {
        if (!checked) {
            return Phase.UNCHECKED;
        }
        if (up()) {
            return level == rise + fall - 1 ? Phase.UP : Phase.GOING_DOWN;
        }
        return level == 0 ? Phase.DOWN : Phase.COMING_UP;
    }

    /** Checks in a row that have spoken against the verdict: failures of one that is up, passes of one that is down. */
    public int streak() {
        return up() ? rise + fall - 1 - level : level;
    }

    /** How many such checks change the verdict: fall for a server that is up, rise for one that is down. */
    public int needed() {
        return up() ? fall : rise;
    }
}
