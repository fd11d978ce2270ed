package ringside.world;

import java.util.List;
import java.util.Optional;

/**
 * Everything that happened in one world, as far as it is still held: bounded, append-only, with keyframes.
 *
 * <p>One thread appends; any thread may read.
 */
public final class Timeline {
    /** An instant worth jumping to. */
    public record Marker(long nanos, long sequence, Kind kind, String label) {
        /** What happened there. */
        public enum Kind {
            JOIN,
            LEAVE,
            EJECT,
            READMIT,
            FIRST_DROP,
            POLICY
        }
    }

    /** Writes down the next happening; a time before the last one counts as the last one's. */
    public Event append(long nanos, Happening what) {
        return pending();
    }

    /** The picture of an instant: of the earliest still held when that is gone, of the last event when it is not yet. */
    public Snapshot at(long nanos) {
        return pending();
    }

    /** The picture just after an event. */
    public Snapshot after(long sequence) {
        return pending();
    }

    /** The earliest instant still held. */
    public long earliest() {
        return pending();
    }

    /** The instant of the last event. */
    public long latest() {
        return pending();
    }

    /** The sequence number that the next event will have. */
    public long nextSequence() {
        return pending();
    }

    /** The event with this number, if it is still held. */
    public Optional<Event> event(long sequence) {
        return pending();
    }

    /** Events from one number inclusive to another exclusive, as far as they are still held. */
    public List<Event> events(long from, long to) {
        return pending();
    }

    /** Every event of one request that is still held, in order. */
    public List<Event> ofRequest(long request) {
        return pending();
    }

    /** Instants worth jumping to, in order. */
    public List<Marker> markers() {
        return pending();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T pending() {
        throw new UnsupportedOperationException("the fold is not there yet");
    }
}
