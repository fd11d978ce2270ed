package ringside.engine;

/**
 * One attempt at a server for a request, now ended.
 *
 * @param server who was asked
 * @param outcome how it ended
 * @param retried whether another server is sought for the request because of it, rather than its client answered
 * @param tookNanos from the choice of the server to the end
 */
public record Attempt(ServerId server, Outcome outcome, boolean retried, long tookNanos) {
    public Attempt {
        if (tookNanos < 0) {
            throw new IllegalArgumentException("an attempt takes 0 ns or more, not " + tookNanos);
        }
    }
}
