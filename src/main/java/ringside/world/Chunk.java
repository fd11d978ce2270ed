package ringside.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A stretch of events and the picture just before the first; one thread appends, any may read. */
final class Chunk {
    private final Keyframe before;
    private final Event[] events;
    private final Marks decisions;
    private long lowestRequest = Long.MAX_VALUE;
    private long highestRequest = Long.MIN_VALUE;
    private volatile List<Timeline.Marker> markers = List.of();
    private volatile int size;

    Chunk(Keyframe before, int capacity) {
        this.before = before;
        this.events = new Event[capacity];
        this.decisions = new Marks(capacity);
    }

    /** Writes down one more event, which is seen by others when this has returned. */
    void append(Event event, Optional<Timeline.Marker> marker) {
        if (event.what() instanceof Happening.OfRequest life) {
            lowestRequest = Math.min(lowestRequest, life.request());
            highestRequest = Math.max(highestRequest, life.request());
        }
        if (event.what() instanceof Happening.Routed || event.what() instanceof Happening.Refused) {
            decisions.set(size);
        }
        events[size] = event;
        if (marker.isPresent()) {
            var more = new ArrayList<>(markers);
            more.add(marker.get());
            markers = List.copyOf(more);
        }
        publish();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread appends
    private void publish() {
        size++;
    }

    boolean full() {
        return size == events.length;
    }

    Keyframe before() {
        return before;
    }

    /** The sequence number of its first event. */
    long first() {
        return before.picture().sequence();
    }

    /** The sequence number after its last event so far. */
    long next() {
        return first() + size;
    }

    /** The instant of the picture before it. */
    long fromNanos() {
        return before.picture().nanos();
    }

    /** An event by its sequence number, which must be one of this chunk's. */
    Event event(long sequence) {
        return events[(int) (sequence - first())];
    }

    /** The sequence number after the last event so far that happened at an instant or before it. */
    long nextAfter(long nanos) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events[middle].nanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return first() + low;
    }

    /** The first event so far from this one on that decided a request. */
    OptionalLong decisionFrom(long sequence) {
        int until = size;
        int from = Math.clamp(sequence - first(), 0, until);
        return numbered(decisions.next(from, until));
    }

    /** The last event so far before this one that decided a request. */
    OptionalLong decisionUntil(long sequence) {
        return numbered(decisions.previous(Math.clamp(sequence - first(), 0, size)));
    }

    private OptionalLong numbered(OptionalInt place) {
        return place.isPresent() ? OptionalLong.of(first() + place.getAsInt()) : OptionalLong.empty();
    }

    List<Timeline.Marker> markers() {
        return markers;
    }

    /** Adds this chunk's events of one request to others. */
    void collect(long request, List<Event> into) {
        int until = size;
        if (until == 0 || request < lowestRequest || request > highestRequest) {
            return;
        }
        for (int i = 0; i < until; i++) {
            if (events[i].what() instanceof Happening.OfRequest life && life.request() == request) {
                into.add(events[i]);
            }
        }
    }
}
