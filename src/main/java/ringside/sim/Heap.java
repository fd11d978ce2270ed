package ringside.sim;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is planned for whatever instants, the earliest on top. */
final class Heap {
    /*
     * A heap with four children to a node (Johnson 1975): half as many levels as with two, and a node's children lie side
     * by side. Instants are kept beside the dues, so that sifting reads no due unless two are for the same instant. What was
     * cancelled stays until it comes to the top, which is cheap as long as it is rare.
     */
    private static final int CHILDREN = 4;

    private long[] nanos = new long[64];
    private @Nullable Due[] dues = new Due[64];
    private int size;

    /** One more is planned. */
    void add(Due due) {
        if (size == dues.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
            dues = Arrays.copyOf(dues, 2 * size);
        }
        int at = size++;
        while (at > 0 && precedes(due, (at - 1) / CHILDREN)) {
            int parent = (at - 1) / CHILDREN;
            move(parent, at);
            at = parent;
        }
        put(due, at);
    }

    /** The earliest that was not cancelled; null when there is none. */
    @Nullable
    Due first() {
        while (size > 0 && at(0).cancelled()) {
            removeFirst();
        }
        return size == 0 ? null : at(0);
    }

    /** The one on top is not planned any more. */
    void removeFirst() {
        var due = at(--size);
        dues[size] = null;
        int at = 0;
        for (int child = least(at); child < size && !precedes(due, child); child = least(at)) {
            move(child, at);
            at = child;
        }
        if (size > 0) {
            put(due, at);
        }
    }

    /** Nothing is planned any more. */
    void clear() {
        Arrays.fill(dues, 0, size, null);
        size = 0;
    }

    /** The node's earliest child; beyond the last when it has none. */
    private int least(int node) {
        int least = CHILDREN * node + 1;
        int end = Math.min(least + CHILDREN, size);
        for (int child = least + 1; child < end; child++) {
            if (nanos[child] < nanos[least]
                    || (nanos[child] == nanos[least] && at(child).precedes(at(least)))) {
                least = child;
            }
        }
        return least;
    }

    private boolean precedes(Due due, int node) {
        return due.nanos() < nanos[node] || (due.nanos() == nanos[node] && due.precedes(at(node)));
    }

    private Due at(int node) {
        return Objects.requireNonNull(dues[node]);
    }

    private void move(int from, int to) {
        nanos[to] = nanos[from];
        dues[to] = dues[from];
    }

    private void put(Due due, int node) {
        nanos[node] = due.nanos();
        dues[node] = due;
    }
}
