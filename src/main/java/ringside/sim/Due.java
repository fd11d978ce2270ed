package ringside.sim;

/** What is planned for an instant, once an {@link Agenda} has it. */
abstract class Due extends Link<Due> {
    private long nanos;
    private long order;
    private boolean cancelled;

    /** It is planned for this instant, as the so manieth of all that ever was planned. */
    final void plan(long instant, long number) {
        nanos = instant;
        order = number;
    }

    final long nanos() {
        return nanos;
    }

    /** Whether its turn comes before the other's: by time, and then by the order in which they were planned. */
    final boolean precedes(Due other) {
        return nanos < other.nanos || (nanos == other.nanos && order < other.order);
    }

    /** Its instant has come. */
    abstract void act();

    /** It will not be done. */
    void cancel() {
        cancelled = true;
    }

    final boolean cancelled() {
        return cancelled;
    }
}
