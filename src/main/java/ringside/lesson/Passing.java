package ringside.lesson;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import ringside.engine.Pick;
import ringside.world.Happening;

/** What a rate limit did since the last command. */
final class Passing {
    private static final double NANOS_A_MILLI = 1e6;

    private final Deque<Long> passed = new ArrayDeque<>();
    private final long windowNanos;
    private long all;
    private long most;
    private long refused;
    private long held;
    private long longestNanos;

    /** Counts what passes within windows of this length. */
    Passing(Duration window) {
        windowNanos = window.toNanos();
    }

    void read(Happening.OfRequest what, long nanos) {
        switch (what) {
            case Happening.Routed routed when routed.attempt() == 1 -> pass(nanos);
            case Happening.HeldBack(long _, long pause) -> {
                held++;
                longestNanos = Math.max(longestNanos, pause);
            }
            case Happening.Refused(long _, var cause, int _) when cause == Pick.Cause.RATE_LIMITED -> refused++;
            default -> {}
        }
    }

    private void pass(long nanos) {
        all++;
        passed.add(nanos);
        while (!passed.isEmpty() && nanos - passed.element() >= windowNanos) {
            passed.remove();
        }
        most = Math.max(most, passed.size());
    }

    /** How many it let pass. */
    long passed() {
        return all;
    }

    /** The most that passed within one window, wherever that begins. */
    long most() {
        return most;
    }

    /** How many it refused. */
    long refused() {
        return refused;
    }

    /** How many it held back. */
    long held() {
        return held;
    }

    /** The longest that it held one back, in milliseconds. */
    double longestMillis() {
        return longestNanos / NANOS_A_MILLI;
    }
}
