package ringside.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Everything that happened in one world, as far as it is still held: bounded, append-only, with keyframes.
 *
 * <p>One thread appends; any thread may read.
 */
public final class Timeline {
    /*
     * Events are written down in chunks, each with the picture just before it. The picture of any instant is the chunk's,
     * with at most one chunk's events applied: some milliseconds. The one who asks for the present sixty times a second
     * finds the reel where it was left and pays for the new events alone. The first chunk is dropped whole, when
     * there are too many events or when all chunks together take too many bytes.
     *
     * Readers see what is held at one moment as one immutable list; of its chunks only the last one grows.
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
            POLICY,
            FORK
        }
    }

    /**
     * How much is held at most.
     *
     * @param events how many events, 16 or more
     * @param bytes about how many bytes they and their keyframes may take, 4096 or more; a single keyframe may take more
     */
    public record Room(int events, long bytes) {
        /** Ten minutes of a thousand requests a second, and some more. */
        public static final Room USUAL = new Room(4_000_000, 128L << 20);

        public Room {
            Checked.within("a timeline's capacity in events", events, LEAST_CHUNKS, Integer.MAX_VALUE);
            Checked.within("a timeline's capacity in bytes", bytes, 4096, Long.MAX_VALUE);
        }
    }

    private static final int LARGEST_CHUNK = 8192;
    private static final int LEAST_CHUNKS = 16;

    private final Room room;
    private final int chunkSize;
    private final Fold newest;
    private final Markers markers = new Markers();
    private final ReentrantLock playing = new ReentrantLock();
    private final Reel reel = new Reel();
    private final Pen pen = new Pen();
    private Chunk writing;
    private long settled;
    private volatile Held held;

    /** The timeline of a world that begins with this scenario, which is its first event. */
    public Timeline(Scenario begins) {
        this(begins, Room.USUAL);
    }

    /** The same, holding this many events. */
    public Timeline(Scenario begins, int events) {
        this(begins, new Room(events, Room.USUAL.bytes()));
    }

    /** The same, holding so much. */
    public Timeline(Scenario begins, Room room) {
        this(begins, room, Math.clamp(room.events() / LEAST_CHUNKS, 1, LARGEST_CHUNK));
    }

    Timeline(Scenario begins, Room room, int chunkSize) {
        this(begins, 0, room, chunkSize);
    }

    private Timeline(Scenario begins, long nanos, Room room, int chunkSize) {
        this.room = room;
        this.chunkSize = chunkSize;
        newest = new Fold(begins, nanos);
        writing = new Chunk(newest, pen, chunkSize, null);
        held = new Held(List.of(writing));
        settled = held.settled();
        append(nanos, new Happening.Began(begins));
    }

    /** The timeline of a story that is told again from its tape, and begins where that does. */
    public static Timeline of(Tape tape) {
        return new Timeline(tape.begins(), tape.fromNanos(), Room.USUAL, LARGEST_CHUNK);
    }

    /** Writes down the next happening; a time before the last one counts as the last one's. */
    public Event append(long nanos, Happening what) {
        var event = new Event(newest.sequence(), Math.max(nanos, newest.nanos()), what);
        if (writing.full(pen, room.bytes())) {
            roll();
        }
        long kept = Weight.of(what, newest.scenario());
        newest.apply(event);
        writing.append(event, pen, kept);
        markers.mark(event).ifPresent(writing::mark);
        if (bytes() > room.bytes()) {
            shed();
        }
        return event;
    }

    private void roll() {
        writing.seal(pen);
        writing = new Chunk(newest, pen, chunkSize, writing);
        var more = held.and(writing);
        while (more.events() + chunkSize > room.events()) {
            more = more.withoutOldest();
        }
        hold(more);
    }

    private void shed() {
        while (bytes() > room.bytes() && held.chunks().size() > 1) {
            hold(held.withoutOldest());
        }
    }

    private void hold(Held now) {
        settled = now.settled();
        held = now;
    }

    /** About how many bytes are held; another thread than the one that appends may see what was some moments ago. */
    public long bytes() {
        return settled + writing.weight();
    }

    /** The picture of an instant: of the earliest still held when that is gone, of the last event when it is not yet. */
    public Snapshot at(long nanos) {
        var now = held;
        long next = now.next();
        long latest = nanosBefore(now, next);
        long instant = Math.clamp(nanos, now.earliest(), latest);
        return show(now, instant == latest ? next : now.nextAfter(instant), instant);
    }

    /** The picture just after an event: of the earliest still held when that is gone, of the last when it is not yet. */
    public Snapshot after(long sequence) {
        var now = held;
        long next = Math.clamp(sequence, now.first() - 1, now.next() - 1) + 1;
        return show(now, next, nanosBefore(now, next));
    }

    private static long nanosBefore(Held now, long next) {
        return next == now.first() ? now.earliest() : now.chunkOf(next - 1).nanosOf(next - 1);
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
        var now = held;
        return nanosBefore(now, now.next());
    }

    /** The sequence number that the next event will have. */
    public long nextSequence() {
        return held.next();
    }

    /** The sequence number of the first event that is still held. */
    public long firstSequence() {
        return held.first();
    }

    /** The event with this number, if it is still held. */
    public Optional<Event> event(long sequence) {
        return events(sequence, sequence + 1).stream().findFirst();
    }

    /** Events from one number inclusive to another exclusive, as far as they are still held. */
    public List<Event> events(long from, long to) {
        var found = new ArrayList<Event>();
        tell(from, to, found::add);
        return found;
    }

    /**
     * Tells a story again from one number inclusive to another exclusive, as far as it is held.
     *
     * @return how many events came too late: they happened, and are no longer held
     */
    public long tell(long from, long to, Consumer<Event> story) {
        var now = held;
        now.tell(Math.max(from, now.first()), Math.min(to, now.next()), story);
        return Math.max(0, Math.min(to, now.first()) - Math.max(from, 0));
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
