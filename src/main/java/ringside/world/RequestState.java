package ringside.world;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
     * @param connectedNanos when a connection was made for it, if it needed one
     * @param queuedNanos when it began to wait for a worker, if it had to
     * @param startedNanos when the server began to work on it, if it did
     * @param firstByteNanos when the first byte of the answer came, if it did
     * @param failure why the attempt failed, if it did
     */
    public record Attempt(
            ServerId server,
            Reason why,
            long routedNanos,
            Optional<Long> connectedNanos,
            Optional<Long> queuedNanos,
            Optional<Long> startedNanos,
            Optional<Long> firstByteNanos,
            Optional<Happening.Failure> failure) {
        /** One that needed no new connection and never had to wait for a worker. */
        public Attempt(
                ServerId server,
                Reason why,
                long routedNanos,
                Optional<Long> startedNanos,
                Optional<Long> firstByteNanos,
                Optional<Happening.Failure> failure) {
            this(server, why, routedNanos, Optional.empty(), Optional.empty(), startedNanos, firstByteNanos, failure);
        }

        /** Whether it waits for a worker. */
        public boolean waiting() {
            return queuedNanos.isPresent() && startedNanos.isEmpty();
        }

        Attempt connected(long nanos) {
            return new Attempt(
                    server, why, routedNanos, Optional.of(nanos), queuedNanos, startedNanos, firstByteNanos, failure);
        }

        Attempt queued(long nanos) {
            return new Attempt(
                    server,
                    why,
                    routedNanos,
                    connectedNanos,
                    Optional.of(nanos),
                    startedNanos,
                    firstByteNanos,
                    failure);
        }

        Attempt started(long nanos) {
            return new Attempt(
                    server, why, routedNanos, connectedNanos, queuedNanos, Optional.of(nanos), firstByteNanos, failure);
        }

        Attempt answering(long nanos) {
            return new Attempt(
                    server, why, routedNanos, connectedNanos, queuedNanos, startedNanos, Optional.of(nanos), failure);
        }

        Attempt failed(Happening.Failure how) {
            return new Attempt(
                    server,
                    why,
                    routedNanos,
                    connectedNanos,
                    queuedNanos,
                    startedNanos,
                    firstByteNanos,
                    Optional.of(how));
        }
    }

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

    static RequestState arrived(long nanos, Happening.Arrived what) {
        return new RequestState(what, nanos, List.of(), Optional.empty());
    }

    RequestState routed(long nanos, Happening.Routed to) {
        var fresh = new Attempt(to.server(), to.why(), nanos, Optional.empty(), Optional.empty(), Optional.empty());
        return with(
                attempts.isEmpty()
                        ? List.of(fresh)
                        : Stream.concat(attempts.stream(), Stream.of(fresh)).toList());
    }

    RequestState change(UnaryOperator<Attempt> how) {
        var changed = how.apply(attempts.getLast());
        if (attempts.size() == 1) {
            return with(List.of(changed));
        }
        return with(Stream.concat(attempts.stream().limit(attempts.size() - 1), Stream.of(changed))
                .toList());
    }

    RequestState ended(End how) {
        return new RequestState(what, arrivedNanos, attempts, Optional.of(how));
    }

    private RequestState with(List<Attempt> others) {
        return new RequestState(what, arrivedNanos, others, end);
    }

    /** Its number. */
    public long id() {
        return what.request();
    }

    /** The attempt that is going on, if one is. */
    public Optional<Attempt> present() {
        return end.isPresent()
                ? Optional.empty()
                : last().filter(a -> a.failure().isEmpty());
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
