package ringside.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Everything that happened in one world, as far as it is still held: bounded, append-only, with keyframes.
 *
 * <p>One thread appends; any thread may read.
 */
public final class Timeline {
    /*
     * Events are kept in chunks, each with the picture just before it. The picture of any instant is the chunk's, with at
     * most one chunk's events applied: some milliseconds. The one who asks for the present sixty times a second finds
     * the reel where it was left and pays for the new events alone. The first chunk is dropped whole.
     */
    /** An instant worth jumping to. */
    public record Marker(long nanos, long sequence, Kind kind, String label) {
        /** What happened there. */
        public enum Kind {
            JOIN,
            DRAIN,
            LEAVE,
            EJECT,
            READMIT,
            FIRST_DROP,
            POLICY
        }
    }

    /** How many events are held when nobody says otherwise. */
    public static final int USUAL_CAPACITY = 1_000_000;

    private static final int LARGEST_CHUNK = 8192;
    private static final int LEAST_CHUNKS = 16;

    private final int capacity;
    private final Fold newest;
    private final Markers markers = new Markers();
    private final ReentrantLock playing = new ReentrantLock();
    private final Reel reel = new Reel();
    private final ArrayList<Long> bulks = new ArrayList<>();
    private volatile Held held;

    /** The timeline of a world that begins with this scenario, which is its first event, and holds a million events. */
    public Timeline(Scenario begins) {
        this(begins, USUAL_CAPACITY);
    }

    /**
     * The same, holding this many events.
     *
     * @param capacity 16 or more; an event that carries long lists, such as a ledger, counts as several
     */
    public Timeline(Scenario begins, int capacity) {
        this(begins, capacity, Math.clamp(capacity / LEAST_CHUNKS, 1, LARGEST_CHUNK));
    }

    Timeline(Scenario begins, int capacity, int chunkSize) {
        Checked.within("a timeline's capacity in events", capacity, LEAST_CHUNKS, Integer.MAX_VALUE);
        this.capacity = capacity;
        newest = new Fold(begins);
        held = new Held(List.of(new Chunk(newest.keyframe(), chunkSize)), chunkSize);
        bulks.add(0L);
        append(0, new Happening.Began(begins));
    }

    /** Writes down the next happening; a time before the last one counts as the last one's. */
    public Event append(long nanos, Happening what) {
        var event = new Event(newest.sequence(), Math.max(nanos, newest.nanos()), what);
        if (held.last().full()) {
            roll();
        }
        newest.apply(event);
        bulks.set(bulks.size() - 1, bulks.getLast() + Bulk.of(what));
        held.last().append(event, markers.mark(event));
        return event;
    }

    private void roll() {
        int dropped = 0;
        long bulk = bulks.stream().mapToLong(b -> b).sum() + held.chunkSize();
        while (bulk > capacity && !bulks.isEmpty()) {
            bulk -= bulks.removeFirst();
            dropped++;
        }
        bulks.add(0L);
        held = held.roll(new Chunk(newest.keyframe(), held.chunkSize()), dropped);
    }

    /** The picture of an instant: of the earliest still held when that is gone, of the last event when it is not yet. */
    public Snapshot at(long nanos) {
        var now = held;
        long instant = Math.clamp(nanos, now.earliest(), now.latest());
        return show(now, now.nextAfter(instant), instant);
    }

    /** The picture just after an event: of the earliest still held when that is gone, of the last when it is not yet. */
    public Snapshot after(long sequence) {
        var now = held;
        long next = Math.clamp(sequence, now.first() - 1, now.next() - 1) + 1;
        return show(
                now,
                next,
                next == now.first() ? now.earliest() : now.event(next - 1).nanos());
    }

    private Snapshot show(Held now, long next, long nanos) {
        if (!playing.tryLock()) {
            return new Reel().show(now, next, nanos);
        }
        try {
            return reel.show(now, next, nanos);
        } finally {
            playing.unlock();
        }
    }

    /** The earliest instant still held. */
    public long earliest() {
        return held.earliest();
    }

    /** The instant of the last event. */
    public long latest() {
        return held.latest();
    }

    /** The sequence number that the next event will have. */
    public long nextSequence() {
        return held.next();
    }

    /** The event with this number, if it is still held. */
    public Optional<Event> event(long sequence) {
        return events(sequence, sequence + 1).stream().findFirst();
    }

    /** Events from one number inclusive to another exclusive, as far as they are still held. */
    public List<Event> events(long from, long to) {
        var now = held;
        var found = new ArrayList<Event>();
        long end = Math.min(to, now.next());
        for (long sequence = Math.max(from, now.first()); sequence < end; sequence++) {
            found.add(now.event(sequence));
        }
        return found;
    }

    /** Every event of one request that is still held, in order. */
    public List<Event> ofRequest(long request) {
        var found = new ArrayList<Event>();
        held.chunks().forEach(chunk -> chunk.collect(request, found));
        return found;
    }

    /** The number of the first event after this one that decided a request: it was routed, or refused. */
    public OptionalLong decisionAfter(long sequence) {
        var now = held;
        long from = Math.max(sequence, now.first() - 1) + 1;
        return from >= now.next() ? OptionalLong.empty() : now.decisionFrom(from);
    }

    /** The number of the last event before this one that decided a request: it was routed, or refused. */
    public OptionalLong decisionBefore(long sequence) {
        var now = held;
        long until = Math.min(sequence, now.next());
        return until <= now.first() ? OptionalLong.empty() : now.decisionUntil(until);
    }

    /** Instants worth jumping to that are still held, in order. */
    public List<Marker> markers() {
        return held.chunks().stream().flatMap(c -> c.markers().stream()).toList();
    }

    /** Those of one kind. */
    public List<Marker> markers(Marker.Kind kind) {
        return markers().stream().filter(m -> m.kind() == kind).toList();
    }
}
