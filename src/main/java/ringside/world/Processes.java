package ringside.world;

import java.time.Duration;

/**
 * The processes of a server that all wait on one listening socket while they have nothing to do. In virtual time only.
 *
 * <p>Each request comes as a connection of its own. It wakes a process, or every idle one, of which one gets it while the
 * others go back to sleep; each that is woken costs processor time before the work on that request begins. One that waited in
 * the server's queue is taken by whoever has finished, and wakes nobody. A server whose work is done by its cache pays for
 * hits alone.
 *
 * @param count how many there are, 1 to 10 000; the server's workers are spread over them, so one is idle for each that is
 *     more than there are requests being served
 * @param wake who is woken
 * @param cost the processor time that waking one takes, 0 to 1 s
 */
public record Processes(int count, Wake wake, Duration cost) {
    /*
     * The thundering herd: S. Molloy and C. Lever, "accept() Scalability on Linux", USENIX Annual Technical Conference 2000.
     * Kernels wake one of those that block in accept() since then, but all of those that wait by epoll for a socket they
     * share, unless it was added with EPOLLEXCLUSIVE (epoll_ctl(2), Linux 4.5), a lock such as nginx's accept_mutex lets one
     * wait at a time, or each has a socket of its own by SO_REUSEPORT (socket(7), Linux 3.9).
     */
    /** Who is woken by a connection. */
    public enum Wake {
        /** One idle process. */
        ONE,
        /** Every idle process. */
        ALL
    }

    /** The most processes. */
    public static final int MOST = 10_000;

    /** The longest that waking one takes. */
    public static final Duration DEAREST = Duration.ofSeconds(1);

    /** What waking one takes where nothing else is said. */
    public static final Duration USUAL_COST = Duration.ofNanos(50_000);

    public Processes {
        Checked.within("a server's processes", count, 1, MOST);
        Checked.atMost("the cost of waking a process", cost, DEAREST);
    }

    /** How many are woken by a connection that comes while so many requests are being served. */
    public int woken(int busy) {
        int idle = Math.max(0, count - busy);
        return wake == Wake.ALL ? idle : Math.min(1, idle);
    }
}
