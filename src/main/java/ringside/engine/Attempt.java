package ringside.engine;

/**
 * One attempt at a server for a request, now ended.
 *
 * @param server who was asked
 * @param outcome how it ended
 * @param retried whether the request goes on to another attempt because of it, rather than to its client
 * @param tookNanos from the choice of the server to the end
 */
public record Attempt(ServerId server, Outcome outcome, boolean retried, long tookNanos) {
    public Attempt {
        if (tookNanos < 0) {
            throw new IllegalArgumentException("an attempt takes 0 ns or more, not " + tookNanos);
        }
    }
}
