package ringside.world;

import java.util.List;
import java.util.Optional;
import ringside.engine.Reason;
import ringside.engine.ServerId;

/**
 * One request at one instant.
 *
 * @param what how it arrived
 * @param arrivedNanos when
 * @param attempts where it was sent, in order; the last is the present one
 * @param end how it ended, unless it is in flight
 */
public record RequestState(Happening.Arrived what, long arrivedNanos, List<Attempt> attempts, Optional<End> end) {
    /**
     * One time it was sent to a server.
     *
     * @param server where
     * @param why for what reason
     * @param routedNanos when it was decided
     * @param startedNanos when the server began to work on it, if it did
     * @param firstByteNanos when the first byte of the answer came, if it did
     * @param failure why the attempt failed, if it did
     */
    public record Attempt(
            ServerId server,
            Reason why,
            long routedNanos,
            Optional<Long> startedNanos,
            Optional<Long> firstByteNanos,
            Optional<Happening.Failure> failure) {}

    /**
     * How it ended.
     *
     * @param nanos when
     * @param ending in which way
     * @param status what the client got; 0 for a cut connection
     */
    public record End(long nanos, Ending ending, int status) {}

    /** The ways a request can end. */
    public enum Ending {
        /** With the server's answer. */
        ANSWERED,
        /** With an error. */
        FAILED,
        /** Without an answer in time. */
        TIMED_OUT,
        /** Nobody could take it. */
        REFUSED
    }

    /** Its number. */
    public long id() {
        return what.request();
    }

    /** The present or last attempt, if it was ever routed. */
    public Optional<Attempt> last() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    /** The server it is at or was last at, if it was ever routed. */
    public Optional<ServerId> server() {
        return last().map(Attempt::server);
    }
}
