package ringside.engine.guard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lets so many in at once, to one server or to a pool; others wait in line for one to leave. For one thread at a time.
 *
 * @param <T> who comes in; nobody is in or in line twice
 */
public final class ConnectionLimit<T> {
    /*
     * A server that takes more than it can do does less than it could: it swaps, its caches turn over, and every answer is
     * late. A line in front of it keeps it at its best, and what waits there can still be sent away or elsewhere. The trap
     * is a line without an end: requests that wait longer than their clients do are work for nobody.
     */
    private final int most;
    private final WaitingLine<T> line;
    private int inside;

    /**
     * An empty place.
     *
     * @param most how many may be in it at once, 1 or more
     * @param line where the others wait
     */
    public ConnectionLimit(int most, WaitingLine<T> line) {
        if (most < 1) {
            throw new IllegalArgumentException("1 or more may be in at once, not " + most);
        }
        this.most = most;
        this.line = line;
    }

    /**
     * Somebody asks to come in; nobody passes those who wait.
     *
     * @param now the time in nanoseconds, never before that of the last call
     */
    public Entry enter(T who, long now) {
        if (inside < most) {
            inside++;
            return Entry.ENTERED;
        }
        return line.join(who, now);
    }

    /**
     * Somebody who was in has left.
     *
     * @return who is in instead, the first in line
     * @throws IllegalStateException when nobody was in
     */
    public Optional<T> leave(long now) {
        if (inside == 0) {
            throw new IllegalStateException("nobody is in who could leave");
        }
        var next = line.next(now);
        if (next.isEmpty()) {
            inside--;
        }
        return next;
    }

    /** Those who have waited too long, who are sent away. */
    public List<T> lapsed(long now) {
        return line.lapsed(now);
    }

    /** When the next one will have waited too long, in nanoseconds; empty when nobody waits. */
    public OptionalLong nextLapse() {
        return line.nextLapse();
    }

    /** Whether somebody was waiting, who now goes away. */
    public boolean withdraw(T who) {
        return line.withdraw(who);
    }

    /** Whether one more could come in at once: by this a server is a candidate or not. */
    public boolean hasRoom() {
        return inside < most;
    }

    /** How many are in. */
    public int inside() {
        return inside;
    }

    /** How many wait. */
    public int waiting() {
        return line.size();
    }
}
