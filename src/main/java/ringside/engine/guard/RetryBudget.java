package ringside.engine.guard;

/**
 * Bounds how much of the traffic may be retries, so that trying again does not finish off what is failing. For one thread
 * at a time.
 *
 * <p>Every attempt begins by {@link #first} or by a granted {@link #retry}, and ends by {@link #ended}.
 */
public sealed interface RetryBudget permits RetryShare, RetryTokens {
    /** What becomes of an attempt. */
    enum Grant {
        /** It may be made. */
        GRANTED,
        /** The budget is spent: the client gets the answer there is. */
        SPENT
    }

    /** Which attempt of its request one is. */
    enum Kind {
        FIRST,
        RETRY
    }

    /** A request's first attempt begins; it is always made. */
    void first();

    /** A request asks for another attempt. */
    Grant retry();

    /** An attempt that was made has ended. */
    void ended(Kind kind);
}
