package ringside.sim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row which everybody joins at its end, and which anybody can leave at once from wherever he stands.
 *
 * @param <L> who stands in it
 */
final class Row<L extends Link<L>> {
    /*
     * A LinkedHashSet does as much, but pays a hash and an entry for each who joins. Here they hold their neighbours' hands
     * themselves, so that a row costs each request a few writes, and forgets who has left.
     */
    private @Nullable L first;
    private @Nullable L last;
    private int size;

    /** Somebody who is in no row joins this one. */
    void add(L one) {
        if (one.row != null) {
            throw new IllegalStateException("one can't stand in two rows at once");
        }
        one.row = this;
        one.before = last;
        if (last == null) {
            first = one;
        } else {
            last.after = one;
        }
        last = one;
        size++;
    }

    /** Somebody leaves, if he is in this row. */
    void remove(L one) {
        if (one.row != this) {
            return;
        }
        if (one.before == null) {
            first = one.after;
        } else {
            one.before.after = one.after;
        }
        if (one.after == null) {
            last = one.before;
        } else {
            one.after.before = one.before;
        }
        one.row = null;
        one.before = null;
        one.after = null;
        size--;
    }

    /** Who joined first of those who are here; null when nobody is. */
    @Nullable
    L first() {
        return first;
    }

    /** How many are here. */
    int size() {
        return size;
    }

    /** All leave: who they were, in the order in which they had joined. */
    List<L> clear() {
        var all = new ArrayList<L>(size);
        for (var one = first; one != null; one = first) {
            all.add(one);
            remove(one);
        }
        return all;
    }
}
