package ringside.engine.guard;

/** Every request saves up a part of a token, and every retry costs a whole one. */
public final class RetryTokens implements RetryBudget {
    /*
     * The form of Finagle and of "retry budgets" in general: over any time retries are at most the percentage of requests,
     * and what had been saved up. Unlike a share of what is in flight it needs no count of it, and it remembers: a calm
     * hour pays for a bad minute, as far as the purse holds.
     */
    private static final long TOKEN = 100;

    private final int percent;
    private final long most;
    private long saved;

    /**
     * A full purse.
     *
     * @param percent of a token that each request saves up, 0 to 100
     * @param most how many tokens can be saved up, 1 or more
     */
    public RetryTokens(int percent, int most) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a request saves up 0 to 100 % of a retry, not " + percent);
        }
        if (most < 1) {
            throw new IllegalArgumentException("a purse holds 1 retry or more, not " + most);
        }
        this.percent = percent;
        this.most = TOKEN * most;
        this.saved = this.most;
    }

    @Override
    public void first() {
        saved = Math.min(most, saved + percent);
    }

    @Override
    public Grant retry() {
        if (saved < TOKEN) {
            return Grant.SPENT;
        }
        saved -= TOKEN;
        return Grant.GRANTED;
    }

    @Override
    public void ended(Kind kind) {
        // what was spent is spent, however it went
    }

    /** How many retries could be made now. */
    public int left() {
        return (int) (saved / TOKEN);
    }
}
