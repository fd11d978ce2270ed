package ringside.sim;

/** An action that is planned for an instant. */
final class Due implements Comparable<Due> {
    private final long nanos;
    private final long order;
    private final Runnable action;
    private boolean cancelled;

    Due(long nanos, long order, Runnable action) {
        this.nanos = nanos;
        this.order = order;
        this.action = action;
    }

    /** One that nobody has planned: it acts when it is told to. */
    static Due unplanned(Runnable action) {
        return new Due(Long.MAX_VALUE, 0, action);
    }

    long nanos() {
        return nanos;
    }

    void act() {
        action.run();
    }

    /** It will not be done. */
    void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    @Override
    public int compareTo(Due other) {
        int byTime = Long.compare(nanos, other.nanos);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
