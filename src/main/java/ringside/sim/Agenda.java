package ringside.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The queue of what will happen, by time and then by the order in which it was planned; it makes virtual time pass. */
final class Agenda {
    private final Heap heap = new Heap();
    private final List<Deadlines> deadlines = new ArrayList<>();
    private long planned;

    /** Written by one thread, whose other writes nobody has to see with it: so it need not wait for them. */
    private final AtomicLong now = new AtomicLong();

    /** Nanoseconds since the beginning. */
    long now() {
        return now.getPlain();
    }

    /** Plans an action this many nanoseconds from now. */
    Due in(long nanos, Runnable action) {
        return at(now() + nanos, action);
    }

    /** Plans an action for an instant; for now when that is past. */
    Due at(long nanos, Runnable action) {
        var due = new Due(Math.max(now(), nanos), planned++, action);
        heap.add(due);
        return due;
    }

    /** The same as {@link #in}, for what will be cancelled as a rule. */
    Due unless(long nanos, Runnable action) {
        return place(nanos).add(now() + nanos, planned++, action);
    }

    private Deadlines place(long ahead) {
        for (var some : deadlines) {
            if (some.takes(ahead)) {
                return some;
            }
        }
        var others = new Deadlines(ahead);
        deadlines.add(others);
        return others;
    }

    /** Lets time pass until the next action, and does it, unless there is none or it is due later than an instant. */
    boolean doNext(long latest) {
        var deadline = firstDeadline();
        var due = heap.first();
        if (deadline != null && (due == null || deadline.precedes(due))) {
            due = deadline;
        }
        if (due == null || due.nanos() > latest) {
            return false;
        }
        if (due.equals(deadline)) {
            due.cancel();
        } else {
            heap.removeFirst();
        }
        now.setRelease(due.nanos());
        due.act();
        return true;
    }

    private @Nullable Due firstDeadline() {
        Due first = null;
        for (int i = 0; i < deadlines.size(); i++) {
            var next = deadlines.get(i).first();
            if (next != null && (first == null || next.precedes(first))) {
                first = next;
            }
        }
        return first;
    }

    /** Lets time pass until an instant, doing all that is due. */
    void passTo(long nanos) {
        while (doNext(nanos)) {
            // each action may plan others
        }
        now.setRelease(Math.max(now(), nanos));
    }

    /** Forgets everything that was planned. */
    void clear() {
        heap.clear();
        deadlines.clear();
    }
}
