package ringside.world;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    private static final int LARGEST = 1 << 18;
    private static final long FIXED = 512;
    private static final long PER_STEP = 20;
    private static final long MARKER = 96;

    private final Keyframe before;
    private final long shared;
    private final int capacity;
    private final int[] places;
    private final long[] instants;
    private final long[] requests;
    private final Marks decisions;
    private final Queue<Timeline.Marker> markers = new ConcurrentLinkedQueue<>();
    private final int head;
    private final long fresh;
    private long kept;
    private int marked;
    private long lowestRequest = Long.MAX_VALUE;
    private long highestRequest = Long.MIN_VALUE;
    private volatile Page page;
    private volatile int size;

    /** The one after another, of whose picture it may share parts. */
    Chunk(Fold begins, Pen pen, int capacity, @Nullable Chunk last) {
        before = begins.keyframe();
        long all = Weight.of(before);
        fresh = last == null ? all : Weight.of(before, last.before);
        shared = all - fresh;
        this.capacity = capacity;
        int steps = (capacity + STEP - 1) / STEP;
        places = new int[steps];
        instants = new long[steps];
        requests = new long[steps];
        decisions = new Marks(capacity);
        pen.begin(before.nanos(), last == null ? 0 : last.page.bytes.length);
        begins.write(pen);
        pen.back(before.nanos());
        head = pen.length();
        page = pen.page();
    }

    /** Writes down one more event, which is seen by others when this has returned; so many bytes are kept of it. */
    void append(Event event, Pen pen, long bytes) {
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
        kept += bytes;
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
        marked++;
    }

    /** Nothing more will be written here. */
    void seal(Pen pen) {
        page = pen.trimmed();
    }

    /**
     * Whether the next event belongs in another one: there are enough, or they take so many bytes of all that there may
     * be that dropping them at once would be too much; yet not fewer than the picture before them, if that can be.
     */
    boolean full(Pen pen, long bytes) {
        if (size == capacity) {
            return true;
        }
        long written = pen.length() - head + kept;
        return written > Math.min(LARGEST, bytes / 16) && written > Math.min(2 * (head + fresh), bytes / 4);
    }

    /** About how many bytes it takes, as long as the one before it is held too. */
    long weight() {
        return FIXED + fresh + page.weight() + kept + MARKER * marked + PER_STEP * places.length + capacity / Byte.SIZE;
    }

    /** How many more when that is not. */
    long shared() {
        return shared;
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
