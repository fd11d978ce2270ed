package ringside.world;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A stretch of events, written down, and the picture just before the first; one thread appends, any may read. */
final class Chunk {
    /*
     * An event is made again from its bytes by whoever wants to see it. Its instant and its request are written as
     * differences, so reading begins at one of the places where both are noted, every 64 events, and goes on from there.
     *
     * What makes this safe without a lock: bytes, words and places are only ever added, and `size` is set last. A reader
     * that has seen a size sees everything that was written before it. It then takes the page, which is the one that was
     * written on at that time or a larger copy of it, made in full before it was shown. So it must look at the size
     * first and at the page second.
     */
    private static final int STEP = 64;
    private static final int FIXED = 512;
    private static final int MARKER = 96;

    private final Keyframe before;
    private final long whole;
    private final int capacity;
    private final int[] places;
    private final long[] instants;
    private final long[] requests;
    private final Marks decisions;
    private final Queue<Timeline.Marker> markers = new ConcurrentLinkedQueue<>();
    private final int head;
    private long weight;
    private long lowestRequest = Long.MAX_VALUE;
    private long highestRequest = Long.MIN_VALUE;
    private volatile Page page;
    private volatile int size;

    /** The first. */
    Chunk(Fold begins, Pen pen, int capacity) {
        this(begins, pen, capacity, Weight.of(begins.keyframe()), 0);
    }

    /** The one after another, which may share parts of its picture. */
    Chunk(Fold begins, Pen pen, int capacity, Chunk last) {
        this(begins, pen, capacity, Weight.of(begins.keyframe(), last.before), last.page.bytes.length);
    }

    private Chunk(Fold begins, Pen pen, int capacity, long fresh, int room) {
        before = begins.keyframe();
        whole = Weight.of(before) - fresh;
        this.capacity = capacity;
        int steps = (capacity + STEP - 1) / STEP;
        places = new int[steps];
        instants = new long[steps];
        requests = new long[steps];
        decisions = new Marks(capacity);
        pen.begin(before.nanos(), room);
        begins.write(pen);
        pen.back(before.nanos());
        head = pen.length();
        page = pen.page();
        weight = FIXED + fresh + 20L * steps + capacity / Byte.SIZE;
    }

    /** Writes down one more event, which is seen by others when this has returned; so many bytes are kept of it. */
    void append(Event event, Pen pen, long kept) {
        int place = size;
        if (place % STEP == 0) {
            places[place / STEP] = pen.length();
            instants[place / STEP] = pen.nanos();
            requests[place / STEP] = pen.request();
        }
        if (event.what() instanceof Happening.OfRequest life) {
            lowestRequest = Math.min(lowestRequest, life.request());
            highestRequest = Math.max(highestRequest, life.request());
            if (life instanceof Happening.Routed || life instanceof Happening.Refused) {
                decisions.set(place);
            }
        }
        EventForm.write(event, pen);
        weight += kept;
        turn(pen.page());
        size = place + 1;
    }

    private void turn(Page to) {
        if (to != page) {
            page = to;
        }
    }

    /** The last event is worth jumping to. */
    void mark(Timeline.Marker marker) {
        markers.add(marker);
        weight += MARKER;
    }

    /** Nothing more will be written here. */
    void seal(Pen pen) {
        page = pen.trimmed();
    }

    /** Whether the next event belongs in another one: there are enough, or they take too much beside the picture. */
    boolean full(Pen pen, long room) {
        return size == capacity || pen.length() - head > Math.max(room, 2L * head);
    }

    /** About how many bytes it takes, as long as the one before it is held too. */
    long weight() {
        return weight + page.weight();
    }

    /** How many more when that is not. */
    long alone() {
        return whole;
    }

    int size() {
        return size;
    }

    /** The sequence number of its first event. */
    long first() {
        return before.sequence();
    }

    /** The sequence number after its last event so far. */
    long next() {
        return first() + size;
    }

    /** The instant of the picture before it. */
    long fromNanos() {
        return before.nanos();
    }

    /** The picture before it, to go on from. */
    Fold begin() {
        return new Fold(before, new Reading(page, 0, before.nanos(), 0));
    }

    /** Tells its events from one sequence number inclusive to another exclusive, as far as they are there. */
    void tell(long from, long to, Consumer<Event> story) {
        int until = Math.clamp(to - first(), 0, size);
        int begin = Math.clamp(from - first(), 0, until);
        if (begin == until) {
            return;
        }
        int place = begin / STEP * STEP;
        var reading = reading(place / STEP);
        while (place < until) {
            var event = EventForm.read(first() + place, reading);
            if (place >= begin) {
                story.accept(event);
            }
            place++;
        }
    }

    /** The instant of an event that is there. */
    long nanosOf(long sequence) {
        int place = (int) (sequence - first());
        var reading = reading(place / STEP);
        for (int i = place / STEP * STEP; i < place; i++) {
            EventForm.read(i, reading);
        }
        return EventForm.read(sequence, reading).nanos();
    }

    private Reading reading(int step) {
        return new Reading(page, places[step], instants[step], requests[step]);
    }

    /** The sequence number after the last event so far that happened at an instant or before it. */
    long nextAfter(long nanos) {
        int until = size;
        int step = lastStepBy(nanos, (until + STEP - 1) / STEP);
        int place = step * STEP;
        if (place < until) {
            var reading = reading(step);
            while (place < until && EventForm.read(first() + place, reading).nanos() <= nanos) {
                place++;
            }
        }
        return first() + place;
    }

    private int lastStepBy(long nanos, int steps) {
        int low = 0;
        int high = Math.max(0, steps - 1);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (instants[middle] <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The first event so far from this one on that decided a request. */
    OptionalLong decisionFrom(long sequence) {
        int until = size;
        return numbered(decisions.next(Math.clamp(sequence - first(), 0, until), until));
    }

    /** The last event so far before this one that decided a request. */
    OptionalLong decisionUntil(long sequence) {
        return numbered(decisions.previous(Math.clamp(sequence - first(), 0, size)));
    }

    private OptionalLong numbered(OptionalInt place) {
        return place.isPresent() ? OptionalLong.of(first() + place.getAsInt()) : OptionalLong.empty();
    }

    List<Timeline.Marker> markers() {
        return List.copyOf(markers);
    }

    /** Adds this chunk's events of one request to others. */
    void collect(long request, List<Event> into) {
        if (size > 0 && request >= lowestRequest && request <= highestRequest) {
            tell(first(), next(), event -> {
                if (event.what() instanceof Happening.OfRequest life && life.request() == request) {
                    into.add(event);
                }
            });
        }
    }
}
