package ringside.world;

/**
 * How long a balancer works, on this machine: half of the times were no longer. Waiting does not count.
 *
 * @param connectionNanos to take a connection, until it waits for the first byte; one of layer 4 leads on to a server
 * @param thereNanos to pass on what came from a client
 * @param backNanos to pass on what came from a server
 * @param measured how often it passed something on
 */
public record Effort(long connectionNanos, long thereNanos, long backNanos, long measured) {
    /** What it takes for a request and its answer, each of which came in one piece. */
    public long requestNanos() {
        return thereNanos + backNanos;
    }
}
