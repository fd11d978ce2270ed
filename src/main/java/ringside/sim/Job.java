package ringside.sim;

import java.util.Optional;
import ringside.engine.Trail;

/** One request on its way through the world. */
final class Job {
    private final long number;
    private final Trail trail;
    private final double work;
    private final double fault;
    private int attempts;
    private long chosenAt;
    private Optional<Server> at = Optional.empty();
    private Optional<Due> deadline = Optional.empty();
    private final Runnable then;
    private boolean answering;
    private boolean over;

    /**
     * A request that has arrived.
     *
     * @param work its luck with the time it takes, wherever it is served, 0 to 1
     * @param fault its luck with servers that spoil some of theirs, 0 to 1
     * @param then is done when it is over
     */
    Job(long number, Trail trail, double work, double fault, Runnable then) {
        this.number = number;
        this.trail = trail;
        this.work = work;
        this.fault = fault;
        this.then = then;
    }

    long number() {
        return number;
    }

    /** Where it has been. */
    Trail trail() {
        return trail;
    }

    double work() {
        return work;
    }

    double fault() {
        return fault;
    }

    /** Goes to a server, at this instant: which attempt that is, from 1. */
    int goTo(Server server, long nanos) {
        at = Optional.of(server);
        chosenAt = nanos;
        return ++attempts;
    }

    /** The server was not to be reached. */
    void turnBack() {
        at = Optional.empty();
    }

    /** When it went to the server it was at last. */
    long chosenAt() {
        return chosenAt;
    }

    /** The server it is at. */
    Optional<Server> at() {
        return at;
    }

    /** What happens to it unless it gets further before; instead of what would have until now. */
    void until(Due due) {
        deadline.ifPresent(Due::cancel);
        deadline = Optional.of(due);
    }

    /** The first byte of its answer has come: its server may now take its time. */
    void begin() {
        answering = true;
        deadline.ifPresent(Due::cancel);
    }

    /** Whether its client has seen a part of an answer. */
    boolean answering() {
        return answering;
    }

    /** It has been told how it ended: what was to come then comes. */
    void goOn() {
        then.run();
    }

    /** It has ended, well or badly. */
    void end() {
        over = true;
        at = Optional.empty();
        deadline.ifPresent(Due::cancel);
    }

    boolean over() {
        return over;
    }
}
