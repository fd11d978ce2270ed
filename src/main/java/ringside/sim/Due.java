package ringside.sim;

/** An action that is planned for an instant. */
class Due extends Link<Due> {
    private final long nanos;
    private final long order;
    private final Runnable action;
    private boolean cancelled;

    /**
     * A plan.
     *
     * @param order how many were made before it
     */
    Due(long nanos, long order, Runnable action) {
        this.nanos = nanos;
        this.order = order;
        this.action = action;
    }

    /** One that nobody has planned: it acts when it is told to. */
    static Due unplanned(Runnable action) {
        return new Due(Long.MAX_VALUE, 0, action);
    }

    final long nanos() {
        return nanos;
    }

    /** Whether its turn comes before the other's: by time, and then by the order in which they were planned. */
    final boolean precedes(Due other) {
        return nanos < other.nanos || (nanos == other.nanos && order < other.order);
    }

    final void act() {
        action.run();
    }

    /** It will not be done. */
    void cancel() {
        cancelled = true;
    }

    final boolean cancelled() {
        return cancelled;
    }
}
