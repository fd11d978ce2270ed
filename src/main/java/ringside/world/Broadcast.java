package ringside.world;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Carries happenings from many threads to one reader; nobody ever waits, and a reader who is too slow is told exactly
 * how many it missed.
 */
public final class Broadcast {
    /*
     * A ring of slots, after Agrona's broadcast buffer. A writer takes the next ticket and puts the happening, which is
     * immutable and carries its ticket, into the ticket's slot by one reference: the reader sees all of it or nothing. A
     * writer that was held up for a whole round finds a later ticket in its slot and leaves that there: its own
     * happening counts as missed, as does every other whose slot was taken before the reader came by.
     */
    /** Takes what is read. */
    @FunctionalInterface
    public interface Sink {
        /** The next happening, in the order of writing; {@link Happening.Missed} stands for those that are gone. */
        void accept(long nanos, Happening what);
    }

    private record Slot(long ticket, long nanos, Happening what) {}

    private final AtomicReferenceArray<@Nullable Slot> ring;
    private final AtomicLong tickets = new AtomicLong();
    private volatile boolean heard;
    private long read;
    private final AtomicLong missed = new AtomicLong();
    private long lastNanos;

    /** A ring that holds this many happenings, 2 to 2^24, a power of two. */
    public Broadcast(int capacity) {
        if (capacity < 2 || capacity > 1 << 24 || Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException(
                    "a broadcast holds a power of two from 2 to 2^24 happenings, not " + capacity);
        }
        ring = new AtomicReferenceArray<>(capacity);
    }

    /** Whether somebody reads; when not, making a happening is wasted. */
    public boolean heard() {
        return heard;
    }

    /** From now on somebody reads. */
    public void listen() {
        heard = true;
    }

    /** Tells what happened; from any thread, never waits. While nobody reads it does nothing. */
    public void tell(long nanos, Happening what) {
        if (heard) {
            put(ticket(), nanos, what);
        }
    }

    long ticket() {
        return tickets.getAndIncrement();
    }

    /** Puts a happening into its ticket's slot, unless a later one is there. */
    void put(long ticket, long nanos, Happening what) {
        var slot = new Slot(ticket, nanos, what);
        int place = place(ticket);
        var there = ring.get(place);
        while (there == null || there.ticket() < ticket) {
            if (ring.compareAndSet(place, there, slot)) {
                return;
            }
            there = ring.get(place);
        }
    }

    /** How many happenings were told so far while somebody read. */
    public long told() {
        return tickets.get();
    }

    /** How many of those the reader took or was told it missed. One thread reads. */
    public long read() {
        return read;
    }

    /** How many the reader was told it missed; from any thread. */
    public long missed() {
        return missed.get();
    }

    /** Takes what there is, this many at most: how many that was, those missed included. One thread reads. */
    public long drain(int most, Sink into) {
        long from = read;
        for (int taken = 0; taken < most; taken++) {
            var slot = ring.get(place(read));
            if (slot == null || slot.ticket() < read) {
                break;
            }
            if (slot.ticket() > read) {
                into.accept(lastNanos, new Happening.Missed(skip()));
            } else {
                read++;
                lastNanos = slot.nanos();
                into.accept(slot.nanos(), slot.what());
            }
        }
        return read - from;
    }

    /** Gives up what was overwritten, and a quarter of a round more so as not to be lapped again at once. */
    private long skip() {
        long oldest = tickets.get() - ring.length() + ring.length() / 4;
        long gone = Math.max(1, oldest - read);
        read += gone;
        missed.addAndGet(gone);
        return gone;
    }

    private int place(long ticket) {
        return (int) ticket & ring.length() - 1;
    }
}
