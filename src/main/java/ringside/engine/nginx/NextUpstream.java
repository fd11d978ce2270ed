package ringside.engine.nginx;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import ringside.engine.Member;
import ringside.engine.Next;
import ringside.engine.Outcome;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.Retries;

/**
 * nginx's {@code proxy_next_upstream}: when a request that went wrong is tried at the next server.
 *
 * @param kinds what counts as wrong; none for {@code off}
 * @param tries the most attempts a request may have, 0 for as many as there are servers
 * @param timeout how long after its beginning a request may still be tried again, zero for any time
 */
public record NextUpstream(Set<Kind> kinds, int tries, Duration timeout) implements Retries {
    /*
     * A status is judged before the attempt is given back and an error after it, which is why the last status is passed
     * on as it came when one attempt is left, and an error when none is. A status that is passed on never counts as a
     * failure of the server; an error always does.
     */

    /** What nginx does when nothing is configured: {@code error timeout}. */
    public static final NextUpstream STANDARD = new NextUpstream(Set.of(Kind.ERROR, Kind.TIMEOUT), 0, Duration.ZERO);

    private static final int CLIENT_CLOSED = 499;
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final Set<String> NOT_IDEMPOTENT = Set.of("POST", "LOCK", "PATCH");

    /** What can go wrong, by nginx's words. */
    public enum Kind {
        ERROR,
        TIMEOUT,
        INVALID_HEADER,
        HTTP_500,
        HTTP_502,
        HTTP_503,
        HTTP_504,
        HTTP_403,
        HTTP_404,
        HTTP_429,
        /** Not a kind of its own: the others count for POST, LOCK and PATCH too, even once the request was sent. */
        NON_IDEMPOTENT;

        /** The word in a configuration, such as {@code http_500}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public NextUpstream {
        kinds = Set.copyOf(kinds);
        if (tries < 0 || timeout.isNegative()) {
            throw new IllegalArgumentException(
                    "tries and timeout are 0 or more, not " + tries + " and " + timeout.toMillis() + " ms");
        }
    }

    @Override
    public int atFirst(Pool pool) {
        int servers = (int) pool.members().stream().filter(Member::open).count();
        return tries == 0 ? servers : Math.min(servers, tries);
    }

    @Override
    public int left(int before, Outcome outcome) {
        boolean oneBack = outcome instanceof Outcome.Broken(var how) && how == Outcome.How.CLOSED_RESTED;
        return Math.max(0, before - 1) + (oneBack ? 1 : 0);
    }

    @Override
    public Next after(Request request, Outcome outcome, int before, Duration elapsed) {
        boolean inTime = timeout.isZero() || elapsed.compareTo(timeout) < 0;
        return switch (outcome) {
            case Outcome.Answered(int status) ->
                before > 1 && inTime && listed(status) && repeatable(request, true)
                        ? new Next.Retry()
                        : new Next.Answer(status);
            case Outcome.Truncated(int status) -> new Next.Answer(status);
            case Outcome.Broken(var how) ->
                left(before, outcome) > 0 && inTime && kinds.contains(kind(how)) && repeatable(request, how.sent())
                        ? new Next.Retry()
                        : new Next.Answer(kind(how) == Kind.TIMEOUT ? GATEWAY_TIMEOUT : BAD_GATEWAY);
            case Outcome.Abandoned _ -> new Next.Answer(CLIENT_CLOSED);
        };
    }

    private boolean listed(int status) {
        return kinds.stream().anyMatch(kind -> kind.word().equals("http_" + status));
    }

    private boolean repeatable(Request request, boolean sent) {
        return !sent || !NOT_IDEMPOTENT.contains(request.method()) || kinds.contains(Kind.NON_IDEMPOTENT);
    }

    private static Kind kind(Outcome.How how) {
        return switch (how) {
            case REFUSED, CLOSED, CLOSED_RESTED -> Kind.ERROR;
            case CONNECT_TIMEOUT, TIMEOUT -> Kind.TIMEOUT;
            case INVALID_HEADER -> Kind.INVALID_HEADER;
        };
    }
}
