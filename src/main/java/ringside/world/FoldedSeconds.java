package ringside.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.engine.ServerId;

/** The last sixty seconds: those that are over, and the one that is still being counted. */
final class FoldedSeconds {
    private static final int HELD = 60;
    private static final long SECOND = 1_000_000_000;

    private final Deque<Second> past = new ArrayDeque<>();
    private long index;
    private int arrived;
    private int answered;
    private int errors;
    private Latencies latencies = new Latencies();
    private final Map<ServerId, int[]> chosen = new LinkedHashMap<>();
    private Looks looks = Looks.NONE;
    private int fetches;

    /** Before the first. */
    FoldedSeconds() {}

    /** Those of a picture. */
    FoldedSeconds(List<Second> seconds) {
        past.addAll(seconds.subList(0, seconds.size() - 1));
        var last = seconds.getLast();
        index = last.index();
        arrived = last.arrived();
        answered = last.answered();
        errors = last.errors();
        latencies = last.latencies().copy();
        last.chosen().forEach((server, times) -> chosen.put(server, new int[] {times}));
        looks = last.looks();
        fetches = last.fetches();
    }

    /** Lets time pass: seconds in which nothing happened count too. */
    void rollTo(long nanos) {
        long now = nanos / SECOND;
        if (now - index > HELD) {
            past.clear();
            begin(now - HELD);
        }
        while (index < now) {
            past.add(present());
            if (past.size() == HELD) {
                past.removeFirst();
            }
            begin(index + 1);
        }
    }

    private void begin(long second) {
        index = second;
        arrived = 0;
        answered = 0;
        errors = 0;
        latencies = new Latencies();
        chosen.clear();
        looks = Looks.NONE;
        fetches = 0;
    }

    void arrive() {
        arrived++;
    }

    void choose(ServerId server) {
        chosen.computeIfAbsent(server, _ -> new int[1])[0]++;
    }

    void answer(long tookNanos) {
        answered++;
        latencies.add(tookNanos);
    }

    void fail(long tookNanos) {
        errors++;
        latencies.add(tookNanos);
    }

    void look(Happening.Found found) {
        looks = looks.plus(found);
    }

    void fetch() {
        fetches++;
    }

    List<Second> freeze() {
        var seconds = new ArrayList<>(past);
        seconds.add(present());
        return Collections.unmodifiableList(seconds);
    }

    private Second present() {
        var times = LinkedHashMap.<ServerId, Integer>newLinkedHashMap(chosen.size());
        chosen.forEach((server, count) -> times.put(server, count[0]));
        return new Second(
                index, arrived, answered, errors, latencies.copy(), Collections.unmodifiableMap(times), looks, fetches);
    }
}
