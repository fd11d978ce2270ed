package ringside.engine.limit;

/** Estimates how many passed in the last window from the counts of two fixed ones. */
public final class SlidingWindow implements RateLimiter {
    /*
     * estimate = this window's count + the last window's count * the part of it that a sliding window still covers. Two
     * numbers a client instead of a log, and no burst at the edge: what the last window let pass fades away evenly.
     *
     * The error is that it takes the last window's requests to have come evenly. When all of them came at its end, a
     * window that slides over them may see almost twice the limit, though never at once: after a full burst each place
     * comes back only as the limit divided by the window says. When they came at its beginning it refuses some that an
     * exact log would let pass. So: never above twice the limit in any window, never above it in a fixed one.
     */
    private final long length;
    private final long limit;
    private long window = Long.MIN_VALUE;
    private long last;
    private long count;

    /** One that has counted nothing; the rate's period is the window. */
    public SlidingWindow(Rate rate) {
        length = rate.per().toNanos();
        limit = rate.count();
    }

    @Override
    public Verdict admit(long now) {
        moveTo(Math.floorDiv(now, length));
        long into = Math.floorMod(now, length);
        if (last * (length - into) + (count + 1) * length > limit * length) {
            return Verdict.limited(firstRoom() - into);
        }
        count++;
        return Verdict.ADMITTED;
    }

    private void moveTo(long other) {
        if (other != window) {
            last = other == window + 1 ? count : 0;
            count = 0;
            window = other;
        }
    }

    /** How far into this window, or into the next and past this one's length, there is room for one more. */
    private long firstRoom() {
        return count < limit ? fadedTo(limit - count - 1, last) : length + fadedTo(limit - 1, count);
    }

    /** How far into a window no more than so many are left of those that the one before let pass. */
    private long fadedTo(long left, long before) {
        return length - left * length / before;
    }
}
