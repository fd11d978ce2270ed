package ringside.net;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import ringside.world.Excerpt;

/** Where the first bytes of what passes are kept, one after the other, while somebody looks; else they just pass. */
final class Tap {
    /** One that nobody ever looks at. */
    static final Tap CLOSED = new Tap();

    private static final long MOMENT_NANOS = 1_000_000_000;

    private volatile boolean open;
    private volatile @Nullable Excerpt last;
    private volatile long nextNanos;

    /** From now on keeps what passes, or forgets it. */
    void open(boolean now) {
        nextNanos = System.nanoTime();
        open = now;
        last = null;
    }

    /** What was kept last, if anything was. */
    @Nullable
    Excerpt last() {
        return open ? last : null;
    }

    /** So many bytes of a buffer pass, from an index on. */
    void hear(ByteBuffer buffer, int from, int count) {
        if (open && count > 0) {
            keep(buffer, from, count);
        }
    }

    /** What can be read takes a moment to be read; a handshake takes the place of nothing else. */
    private void keep(ByteBuffer buffer, int from, int count) {
        long now = System.nanoTime();
        var before = last;
        if (before != null && before.kind() != Excerpt.Kind.HANDSHAKE && now - nextNanos < 0) {
            return;
        }
        var first = new byte[Math.min(count, Excerpt.MOST)];
        buffer.get(from, first);
        var next = new Excerpt(first, count);
        if (before == null || next.kind() != Excerpt.Kind.HANDSHAKE) {
            nextNanos = now + MOMENT_NANOS;
            last = next;
        }
    }
}
