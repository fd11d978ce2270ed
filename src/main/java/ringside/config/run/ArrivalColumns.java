package ringside.config.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.config.LatencyWords;
import ringside.config.Place;
import ringside.world.Happening.Origin;
import ringside.world.Latency;
import ringside.world.Recording;
import ringside.world.Recording.Arrival;
import ringside.world.Recording.Service;

/**
 * Recorded arrivals as the bytes of a {@link NumberWriter}: how many there are, from when on in nanoseconds, and how many
 * events were missed. Then for each in order: nanoseconds since the last; 0 for the world's own traffic, 1 for somebody else;
 * client, method, path and key; and 0, or how many nanoseconds a server worked on it plus 1, and under which latency.
 */
final class ArrivalColumns {
    private static final int MOST = 1_000_000;
    private static final List<Origin> ORIGINS = List.of(Origin.OURS, Origin.OUTSIDE);

    private final String file;
    private final NumberReader in;
    private final Map<String, Latency> latencies = new HashMap<>();
    private long nanos;

    private ArrivalColumns(String file, byte[] bytes) {
        this.file = file;
        this.in = new NumberReader(bytes);
    }

    static byte[] write(Recording recording) {
        var out = new NumberWriter();
        if (recording.size() > MOST) {
            throw new IllegalArgumentException(
                    "this run has " + recording.size() + " recorded arrivals; it can have " + MOST + " at most");
        }
        out.number(recording.size());
        out.number(recording.fromNanos());
        out.number(recording.missed());
        long last = recording.fromNanos();
        for (int i = 0; i < recording.size(); i++) {
            var arrival = recording.arrival(i);
            out.number(arrival.nanos() - last);
            out.number(ORIGINS.indexOf(arrival.origin()));
            out.text(arrival.client());
            out.text(arrival.method());
            out.text(arrival.path());
            out.text(arrival.key());
            out.number(arrival.service().map(s -> s.nanos() + 1).orElse(0L));
            arrival.service().ifPresent(s -> out.text(LatencyWords.of(s.under())));
            last = arrival.nanos();
        }
        return out.bytes();
    }

    /** What bytes say. @throws IllegalArgumentException when they say nothing that makes sense */
    static Recording read(String file, byte[] bytes) {
        var columns = new ArrivalColumns(file, bytes);
        long size = columns.in.number("a number of arrivals", MOST);
        long from = columns.in.number("the beginning", Long.MAX_VALUE);
        long missed = columns.in.number("a number of events", Long.MAX_VALUE);
        columns.nanos = from;
        var draft = new Recording.Draft();
        for (long i = 0; i < size; i++) {
            draft.add(columns.arrival());
        }
        columns.in.end();
        return draft.recording(from, missed);
    }

    private Arrival arrival() {
        nanos += in.number("the time between two arrivals", Long.MAX_VALUE - nanos);
        var origin = ORIGINS.get((int) in.number("an origin", ORIGINS.size() - 1));
        return new Arrival(nanos, origin, in.text(), in.text(), in.text(), in.text(), service());
    }

    private Optional<Service> service() {
        long plusOne = in.number("a time of work", Long.MAX_VALUE);
        return plusOne == 0 ? Optional.empty() : Optional.of(new Service(plusOne - 1, latency(in.text())));
    }

    private Latency latency(String words) {
        return latencies.computeIfAbsent(words, w -> LatencyWords.latency(Place.startOf(file), w));
    }
}
