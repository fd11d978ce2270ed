package ringside.engine.guard;

import java.time.Duration;
import ringside.engine.Outcome;

/** Keeps requests from a server that fails, and after a while lets a few try whether it still does. For one thread at a time. */
public final class CircuitBreaker {
    /*
     * Closed, open, half-open (Nygard, "Release It!", 2007). Open, it answers for the server at once: the client need not
     * wait for a timeout, and the server gets the rest that it may need to recover. The trap is half-open: without a bound
     * on how many may try, all who waited try at once and bring down what had just come back.
     *
     * An outcome counts for the turn in which its request was let in. One that was let in before the breaker tripped and
     * ends after says nothing new. Trials whose outcome never comes are given up after as long as the breaker stays open,
     * so it can't be stuck.
     */

    /**
     * What a breaker goes by.
     *
     * @param tripping when it opens
     * @param openFor how long it then stays open, more than zero
     * @param trials how many requests may try afterwards, all of which must go well; 1 or more
     */
    public record Rules(Tripping tripping, Duration openFor, int trials) {
        public Rules {
            if (openFor.isNegative() || openFor.isZero()) {
                throw new IllegalArgumentException("a breaker stays open for more than 0 ms, not " + openFor);
            }
            if (trials < 1) {
                throw new IllegalArgumentException("1 request or more try, not " + trials);
            }
        }
    }

    /** What a breaker says to a request. */
    public sealed interface Verdict {
        /** It may go on, and its outcome is to be told with this very object. */
        final class Admitted implements Verdict {
            private Admitted() {}
        }

        /**
         * It may not.
         *
         * @param retryAfter the latest time after which another may try, more than zero
         */
        record Rejected(Duration retryAfter) implements Verdict {}
    }

    /** What a breaker is doing. */
    public sealed interface State {
        /** Lets everybody in: of the last calls so many failed, of which so many in a row just now. */
        record Closed(int calls, int failures, int row) implements State {}

        /** Lets nobody in until this time in nanoseconds; the first request after it turns it half-open. */
        record Open(long until) implements State {}

        /** Has let in so many that try, of which so many went well. */
        record HalfOpen(int trying, int passed) implements State {}
    }

    private enum Mode {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final Rules rules;
    private final LastCalls last;
    private Mode mode = Mode.CLOSED;
    private Verdict.Admitted turn = new Verdict.Admitted();
    private long until;
    private int trying;
    private int passed;

    /** A closed one. */
    public CircuitBreaker(Rules rules) {
        this.rules = rules;
        this.last = new LastCalls(rules.tripping().window());
    }

    /**
     * A request asks to go on.
     *
     * @param now the time in nanoseconds, never before that of the last call
     */
    public Verdict admit(long now) {
        if (mode == Mode.CLOSED) {
            return turn;
        }
        if (now - until >= 0) {
            turnTo(Mode.HALF_OPEN, now);
        }
        if (mode == Mode.OPEN || trying == rules.trials()) {
            return new Verdict.Rejected(Duration.ofNanos(until - now));
        }
        trying++;
        return turn;
    }

    /** Whether it would let a request in, which says nothing yet of one: by this a server is a candidate or not. */
    public boolean admits(long now) {
        return mode == Mode.CLOSED || now - until >= 0 || (mode == Mode.HALF_OPEN && trying < rules.trials());
    }

    /** How a request ended that was let in. */
    public void settle(Verdict.Admitted admitted, Outcome outcome, long now) {
        if (admitted != turn) {
            return;
        }
        switch (Sign.of(outcome)) {
            case GOOD -> settled(false, now);
            case BAD -> settled(true, now);
            case NONE -> trying = Math.max(0, trying - 1);
        }
    }

    private void settled(boolean failure, long now) {
        last.add(failure);
        if (mode == Mode.CLOSED) {
            if (failure && rules.tripping().enough(last.calls(), last.failures(), last.row())) {
                turnTo(Mode.OPEN, now);
            }
        } else if (failure) {
            turnTo(Mode.OPEN, now);
        } else if (++passed == rules.trials()) {
            turnTo(Mode.CLOSED, now);
        }
    }

    private void turnTo(Mode other, long now) {
        mode = other;
        turn = new Verdict.Admitted();
        until = now + rules.openFor().toNanos();
        trying = 0;
        passed = 0;
        last.clear();
    }

    /** What it is doing. */
    public State state() {
        return switch (mode) {
            case CLOSED -> new State.Closed(last.calls(), last.failures(), last.row());
            case OPEN -> new State.Open(until);
            case HALF_OPEN -> new State.HalfOpen(trying, passed);
        };
    }
}
