package ringside.engine.guard;

import java.time.Duration;
import java.util.Set;
import ringside.engine.Next;
import ringside.engine.Outcome;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.Retries;

/**
 * When a request that went wrong is tried at another server.
 *
 * <p>A request that no server can have had is safe to send again; any other only when its method is idempotent (RFC 9110
 * §9.2.2) and while the budget lasts.
 *
 * @param attempts how many a request may have, 1 for no retries, 0 for as many as there are servers; 100 at most
 * @param on what is worth another attempt
 * @param statuses the answers that are, each 500 to 599
 * @param budget how many retries of requests that were sent may be under way at once
 */
public record RetryRule(int attempts, Set<On> on, Set<Integer> statuses, RetryShare.Limit budget) implements Retries {
    /*
     * The trap is the storm: when all servers fail, every retry is more work for those that already can't do theirs, which
     * the budget bounds. A request that never reached anybody is no work, and costs nothing of it.
     */
    private static final int MOST = 100;
    private static final int CLIENT_CLOSED = 499;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

    /** How many retries may be under way when nothing else is said: a fifth of what is in flight, and 10 always. */
    public static final RetryShare.Limit USUAL_BUDGET = new RetryShare.Limit(20, 10);

    /** What holds when nothing else is said: whoever was not reached, or closed without an answer, is passed over. */
    public static final RetryRule USUAL = new RetryRule(0, Set.of(On.UNREACHED, On.CLOSED), Set.of(), USUAL_BUDGET);

    /** No retries at all. */
    public static final RetryRule NONE = new RetryRule(1, Set.of(), Set.of(), USUAL_BUDGET);

    /** What can go wrong with an attempt, besides an answer of bad tidings. */
    public enum On {
        /** No connection was made: the server cannot have had the request. */
        UNREACHED,
        /** The server closed without an answer, or within one of which the client has seen nothing. */
        CLOSED,
        /** No answer came in time. */
        TIMEOUT,
        /** What came is no answer. */
        INVALID
    }

    public RetryRule {
        on = Set.copyOf(on);
        statuses = Set.copyOf(statuses);
        if (attempts < 0 || attempts > MOST) {
            throw new IllegalArgumentException("a request has 0 to " + MOST + " attempts, not " + attempts);
        }
        if (statuses.stream().anyMatch(status -> status < 500 || status > 599)) {
            throw new IllegalArgumentException("what is worth another attempt is a status from 500 to 599, not "
                    + statuses.stream().sorted().toList());
        }
    }

    /** Whether sending such a request twice is the same as sending it once. */
    public static boolean idempotent(Request request) {
        return IDEMPOTENT.contains(request.method());
    }

    @Override
    public int atFirst(Pool pool) {
        return attempts == 0 ? Math.max(1, pool.size()) : attempts;
    }

    @Override
    public int left(int before, Outcome outcome) {
        return before - 1;
    }

    @Override
    public Next after(Request request, Outcome outcome, int before, Duration elapsed) {
        boolean again = before > 1 && worthAnother(outcome) && (!sent(outcome) || idempotent(request));
        return again ? new Next.Retry() : new Next.Answer(status(outcome));
    }

    /** Whether the server may have had the request. */
    public static boolean sent(Outcome outcome) {
        return !(outcome instanceof Outcome.Broken(var how)) || how.sent();
    }

    private boolean worthAnother(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(int status) -> statuses.contains(status);
            case Outcome.Truncated _ -> on.contains(On.CLOSED);
            case Outcome.Abandoned() -> false;
            case Outcome.Broken(var how) ->
                on.contains(
                        switch (how) {
                            case REFUSED, CONNECT_TIMEOUT -> On.UNREACHED;
                            case CLOSED, CLOSED_RESTED -> On.CLOSED;
                            case TIMEOUT -> On.TIMEOUT;
                            case INVALID_HEADER -> On.INVALID;
                        });
        };
    }

    private static int status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(int status) -> status;
            case Outcome.Truncated _ -> BAD_GATEWAY;
            case Outcome.Abandoned() -> CLIENT_CLOSED;
            case Outcome.Broken(var how) ->
                switch (how) {
                    case REFUSED, CONNECT_TIMEOUT -> UNAVAILABLE;
                    case TIMEOUT -> GATEWAY_TIMEOUT;
                    default -> BAD_GATEWAY;
                };
        };
    }
}
