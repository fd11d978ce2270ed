package ringside.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import ringside.world.Timeline;

/** Each second that is over and still held, read from a timeline once. */
final class Almanac {
    /*
     * A picture knows its last sixty seconds, the one that is going on included: of a stretch of any length one
     * picture a minute tells all.
     */
    private static final long SECOND = 1_000_000_000;
    private static final int REACH = 59;

    private final Timeline timeline;
    private final Deque<HeldSecond> held = new ArrayDeque<>();
    private List<HeldSecond> told = List.of();
    private long next;

    Almanac(Timeline timeline) {
        this.timeline = timeline;
        this.next = timeline.earliest() / SECOND;
    }

    /** Reads one minute at most of what is over at an instant: false when there is nothing left to read. */
    boolean read(long nowNanos) {
        long running = nowNanos / SECOND;
        if (next >= running) {
            return false;
        }
        long until = Math.min(next + REACH, running);
        timeline.at(until * SECOND).seconds().stream()
                .filter(s -> s.index() >= next && s.index() < until)
                .forEach(s -> add(HeldSecond.of(s)));
        addNothingUntil(until);
        long earliest = timeline.earliest() / SECOND;
        while (!held.isEmpty() && held.getFirst().index() < earliest) {
            held.removeFirst();
        }
        told = List.copyOf(held);
        return next < running;
    }

    private void add(HeldSecond second) {
        addNothingUntil(second.index());
        held.add(second);
        next = second.index() + 1;
    }

    /* A picture ends with its last event: after that nothing happened. */
    private void addNothingUntil(long index) {
        for (; next < index; next++) {
            held.add(new HeldSecond(next, 0, 0, 0));
        }
    }

    /** Those read so far, oldest first. */
    List<HeldSecond> seconds() {
        return told;
    }
}
