package ringside.engine.guard;

/** Lets so large a part of what is in flight be retries, and a few always. */
public final class RetryShare implements RetryBudget {
    /*
     * Envoy's, as read in its source: max(percent of active and pending, rounded down, minimum) retries at once. With the
     * usual 20 % a layer that fails entirely makes a fifth more work of it, not as many times as there are retries; and
     * layers above multiply by 1.2, not by four.
     */

    /**
     * How many retries there may be at once.
     *
     * @param percent of what is in flight, 0 to 100
     * @param least however little is in flight, 0 or more
     */
    public record Limit(int percent, int least) {
        /** What Envoy does when nothing is configured. */
        public static final Limit ENVOY = new Limit(20, 3);

        public Limit {
            if (percent < 0 || percent > 100 || least < 0) {
                throw new IllegalArgumentException("retries are 0 to 100 % of what is in flight and 0 at least, not "
                        + percent + " % and " + least);
            }
        }

        /** How many with so much in flight, retries and what waits included. */
        public int of(int inFlight) {
            return (int) Math.max((long) percent * inFlight / 100, least);
        }
    }

    private final Limit limit;
    private int inFlight;
    private int retries;

    /** One with nothing in flight. */
    public RetryShare(Limit limit) {
        this.limit = limit;
    }

    @Override
    public void first() {
        inFlight++;
    }

    @Override
    public Grant retry() {
        if (retries >= limit.of(inFlight)) {
            return Grant.SPENT;
        }
        inFlight++;
        retries++;
        return Grant.GRANTED;
    }

    @Override
    public void ended(Kind kind) {
        inFlight--;
        retries -= kind == Kind.RETRY ? 1 : 0;
        if (inFlight < 0 || retries < 0) {
            throw new IllegalStateException("an attempt ended that had not begun");
        }
    }
}
