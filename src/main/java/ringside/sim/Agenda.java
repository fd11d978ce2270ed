package ringside.sim;

import java.util.PriorityQueue;

/** The queue of what will happen, by time and then by the order in which it was planned; it makes virtual time pass. */
final class Agenda {
    private final PriorityQueue<Due> dues = new PriorityQueue<>();
    private long planned;
    private volatile long now;

    /** Nanoseconds since the beginning. */
    long now() {
        return now;
    }

    /** Plans an action this many nanoseconds from now. */
    Due in(long nanos, Runnable action) {
        return at(now + nanos, action);
    }

    /** Plans an action for an instant; for now when that is past. */
    Due at(long nanos, Runnable action) {
        var due = new Due(Math.max(now, nanos), planned++, action);
        dues.add(due);
        return due;
    }

    /** Lets time pass until the next action, and does it, unless there is none or it is due later than an instant. */
    boolean doNext(long latest) {
        while (!dues.isEmpty() && dues.element().cancelled()) {
            dues.remove();
        }
        if (dues.isEmpty() || dues.element().nanos() > latest) {
            return false;
        }
        var due = dues.remove();
        now = due.nanos();
        due.act();
        return true;
    }

    /** Lets time pass until an instant, doing all that is due. */
    void passTo(long nanos) {
        while (doNext(nanos)) {
            // each action may plan others
        }
        now = Math.max(now, nanos);
    }

    /** Forgets everything that was planned. */
    void clear() {
        dues.clear();
    }
}
