package ringside.net;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** Memory that sockets read into without a copy, kept for the next who needs it. */
final class Buffers {
    private static final int KEPT = 256;

    private final int size;
    private final ConcurrentLinkedDeque<ByteBuffer> free = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();

    /** Buffers of this many bytes. */
    Buffers(int size) {
        this.size = size;
    }

    /** One that nobody else has. */
    ByteBuffer take() {
        var kept = free.pollFirst();
        if (kept == null) {
            return ByteBuffer.allocateDirect(size);
        }
        count.decrementAndGet();
        return kept.clear();
    }

    /** Takes back one of these, which its giver forgets. */
    void giveBack(ByteBuffer buffer) {
        if (count.incrementAndGet() <= KEPT) {
            free.addFirst(buffer);
        } else {
            count.decrementAndGet();
        }
    }
}
