package ringside.engine.limit;

/** Water in a bucket with a hole: each request pours in its part, and the hole lets out as many parts as the rate says. */
final class Water {
    /*
     * One request is as much water as there are nanoseconds in the rate's period, and each nanosecond lets out as much as
     * the rate counts requests. So nothing is ever divided but to tell a time, and three requests a second are three.
     */
    private final long part;
    private final long leak;
    private long level;
    private long at;

    Water(Rate rate) {
        part = rate.per().toNanos();
        leak = rate.count();
    }

    /** Lets out what has run out by now. */
    void runTo(long now) {
        if (level > 0) {
            level = now - at >= untilEmpty() ? 0 : level - (now - at) * leak;
        }
        at = now;
    }

    /** How long until there is room for one more in a bucket of so many, in nanoseconds; 0 when there is. */
    long untilRoomIn(int requests) {
        return Math.ceilDiv(Math.max(0, level - (requests - 1) * part), leak);
    }

    /** How long until it is empty, in nanoseconds. */
    long untilEmpty() {
        return Math.ceilDiv(level, leak);
    }

    /** Pours in one request. */
    void pour() {
        level += part;
    }
}
