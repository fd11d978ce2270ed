package ringside.engine.haproxy;

import java.time.Duration;
import java.util.Set;
import ringside.engine.Next;
import ringside.engine.Outcome;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.Retries;

/**
 * HAProxy's {@code retries} and {@code option redispatch}: how often a request whose connection failed is tried again,
 * and when it is tried elsewhere.
 *
 * @param retries attempts after the first, 0 or more
 * @param every which retries go elsewhere: every so many, or with a minus sign the one so many before the end, which is
 *     -1 for the last; 0 for none
 * @param indifferent whether the policy gives the request to anybody in turn; then each retry goes elsewhere, unless none
 *     does
 * @param connectTimeout how long a server may take to accept a connection; the pause before it is asked once more is as
 *     long, but at most a second
 */
public record Redispatch(int retries, int every, boolean indifferent, Duration connectTimeout) implements Retries {
    /*
     * Only a connection that was not made is tried again: what a server may have begun is not for a balancer to repeat.
     * Without "option redispatch" a request stays with its server to the end, as one with a session must; with it alone,
     * the last retry goes elsewhere.
     *
     * Retries and the option are as documented; the rule for policies that take turns was read in the source of 2.6.
     */
    private static final Set<String> IN_TURN = Set.of("haproxy/roundrobin", "haproxy/static-rr", "haproxy/random");
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int BAD_GATEWAY = 502;
    private static final int NOBODY_READS = 499;

    public Redispatch {
        if (retries < 0 || every < -retries) {
            throw new IllegalArgumentException(
                    "there are 0 retries or more, and one of them can go elsewhere, not " + every + " of " + retries);
        }
    }

    /** What holds for a policy when a configuration says nothing: three retries, all at the same server. */
    public static Redispatch standard(String policy, Duration connectTimeout) {
        return new Redispatch(3, 0, IN_TURN.contains(policy), connectTimeout);
    }

    /** The same with so many retries, of which these go elsewhere. */
    public Redispatch trying(int times, int elsewhere) {
        return new Redispatch(times, elsewhere, indifferent, connectTimeout);
    }

    @Override
    public int atFirst(Pool pool) {
        return retries + 1;
    }

    @Override
    public int left(int before, Outcome outcome) {
        return before - 1;
    }

    @Override
    public Next after(Request request, Outcome outcome, int before, Duration elapsed) {
        return switch (outcome) {
            case Outcome.Answered(int status) -> new Next.Answer(status);
            case Outcome.Truncated(int status) -> new Next.Answer(status);
            case Outcome.Abandoned() -> new Next.Answer(NOBODY_READS);
            case Outcome.Broken(var how) when how == Outcome.How.TIMEOUT -> new Next.Answer(GATEWAY_TIMEOUT);
            case Outcome.Broken(var how) when how.sent() -> new Next.Answer(BAD_GATEWAY);
            case Outcome.Broken _ when before <= 1 -> new Next.Answer(UNAVAILABLE);
            case Outcome.Broken _ when elsewhere(retries + 2 - before) -> new Next.Retry();
            case Outcome.Broken _ -> new Next.Again(pause());
        };
    }

    /** Whether the retry of this number, from 1, goes elsewhere. */
    private boolean elsewhere(int retry) {
        if (every == 0) {
            return false;
        }
        return indifferent || retry % (every > 0 ? every : retries + 1 + every) == 0;
    }

    private Duration pause() {
        return connectTimeout.compareTo(LONGEST_PAUSE) < 0 ? connectTimeout : LONGEST_PAUSE;
    }
}
