package ringside.sim;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.engine.gate.Visit;

/** One request on its way through the world. */
final class Job extends Link<Job> {
    private final long number;
    private final double work;
    private final double fault;
    private int attempts;
    private boolean lined;
    private final Runnable then;
    private @Nullable Visit visit;
    private @Nullable Server at;
    private @Nullable Due deadline;
    private boolean answering;
    private boolean over;

    /**
     * A request that has arrived.
     *
     * @param work its luck with the time it takes, wherever it is served, 0 to 1
     * @param fault its luck with servers that spoil some of theirs, 0 to 1
     * @param then is done when it is over
     */
    Job(long number, double work, double fault, Runnable then) {
        this.number = number;
        this.work = work;
        this.fault = fault;
        this.then = then;
    }

    long number() {
        return number;
    }

    /** It has come to the gate. */
    void arrive(Visit atGate) {
        visit = atGate;
    }

    /** Its way through the gate, once it has arrived. */
    Visit visit() {
        return Objects.requireNonNull(visit);
    }

    /** Whether it stands in the balancer's line for the first time. */
    boolean joinsLine() {
        boolean first = !lined;
        lined = true;
        return first;
    }

    double work() {
        return work;
    }

    double fault() {
        return fault;
    }

    /** Goes to a server: which attempt that is, from 1. */
    int goTo(Server server) {
        at = server;
        return ++attempts;
    }

    /** It is at no server any more. */
    void turnBack() {
        at = null;
        callOff();
    }

    /** The server it is at. */
    Optional<Server> at() {
        return Optional.ofNullable(at);
    }

    /** Whether it is at this server. */
    boolean isAt(Server server) {
        return at == server;
    }

    /** This happens unless something else does before. */
    void until(Due due) {
        callOff();
        deadline = due;
    }

    private void callOff() {
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
    }

    /** The first byte of its answer has come: its server may now take its time. */
    void begin() {
        answering = true;
        callOff();
    }

    /** Whether its client has seen a part of an answer. */
    boolean answering() {
        return answering;
    }

    /** It has ended, well or badly. */
    void end() {
        over = true;
        at = null;
        callOff();
    }

    /** It has been told how it ended: what was to come then comes. */
    void goOn() {
        then.run();
    }

    boolean over() {
        return over;
    }
}
