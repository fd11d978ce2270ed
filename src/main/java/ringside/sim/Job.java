package ringside.sim;

import java.util.Optional;
import ringside.engine.gate.Visit;
import ringside.world.Latency;
import ringside.world.Recording;

/** One request on its way through the world. */
final class Job {
    private final long number;
    private final double work;
    private final double fault;
    private final Optional<Recording.Service> measured;
    private Optional<Visit> visit = Optional.empty();
    private int attempts;
    private boolean lined;
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
     * @param measured the time that it took when it came before, if it did and that is known
     * @param then is done when it is over
     */
    Job(long number, double work, double fault, Optional<Recording.Service> measured, Runnable then) {
        this.number = number;
        this.work = work;
        this.fault = fault;
        this.measured = measured;
        this.then = then;
    }

    long number() {
        return number;
    }

    /** It has come to the gate. */
    void arrive(Visit atGate) {
        visit = Optional.of(atGate);
    }

    /** Its way through the gate, once it has arrived. */
    Visit visit() {
        return visit.orElseThrow();
    }

    /** Whether it stands in the balancer's line for the first time. */
    boolean joinsLine() {
        boolean first = !lined;
        lined = true;
        return first;
    }

    /** How long a healthy server works on it that has this latency, in nanoseconds. */
    long nanosUnder(Latency latency) {
        return measured.isPresent() ? measured.get().nanosUnder(latency) : latency.nanos(work);
    }

    /** Whether it keeps no worker busy: a connection that was measured carried requests, and the time between them. */
    boolean effortless() {
        return measured.isPresent() && visit().request().method().isEmpty();
    }

    double fault() {
        return fault;
    }

    /** Goes to a server: which attempt that is, from 1. */
    int goTo(Server server) {
        at = Optional.of(server);
        return ++attempts;
    }

    /** It is at no server any more. */
    void turnBack() {
        at = Optional.empty();
        deadline.ifPresent(Due::cancel);
    }

    /** The server it is at. */
    Optional<Server> at() {
        return at;
    }

    /** Whether it is at this server. */
    boolean isAt(Server server) {
        return at.filter(server::equals).isPresent();
    }

    /** This happens unless something else does before. */
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

    /** It has ended, well or badly. */
    void end() {
        over = true;
        at = Optional.empty();
        deadline.ifPresent(Due::cancel);
    }

    /** It has been told how it ended: what was to come then comes. */
    void goOn() {
        then.run();
    }

    boolean over() {
        return over;
    }
}
