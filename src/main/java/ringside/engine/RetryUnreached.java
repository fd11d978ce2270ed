package ringside.engine;

import java.time.Duration;

/**
 * The rule of Ringside's own worlds: a request that no server can have had, as no connection was made, goes to the next
 * server while there is one; any other end is its client's answer.
 */
public record RetryUnreached() implements Retries {
    private static final int CLIENT_CLOSED = 499;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    @Override
    public int atFirst(Pool pool) {
        return pool.size();
    }

    @Override
    public int left(int before, Outcome outcome) {
        return before - 1;
    }

    @Override
    public Next after(Request request, Outcome outcome, int before, Duration elapsed) {
        return switch (outcome) {
            case Outcome.Answered(int status) -> new Next.Answer(status);
            case Outcome.Abandoned() -> new Next.Answer(CLIENT_CLOSED);
            case Outcome.Broken(var how)
            when how.sent() -> new Next.Answer(how == Outcome.How.TIMEOUT ? GATEWAY_TIMEOUT : BAD_GATEWAY);
            case Outcome.Broken _ -> before > 1 ? new Next.Retry() : new Next.Answer(UNAVAILABLE);
        };
    }
}
