package ringside.sim;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.engine.gate.Visit;
import ringside.world.Latency;
import ringside.world.Recording;

/** One request on its way through the world. */
final class Job extends Link<Job> {
    private final long number;
    private final double work;
    private final double fault;
    private final Optional<Recording.Service> measured;
    private String wants = "";
    private int attempts;
    private boolean lined;
    private final Runnable then;
    private @Nullable Visit visit;
    private @Nullable Server at;
    private @Nullable Due deadline;
    private @Nullable Connection connection;
    private boolean answering;
    private boolean without;
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

    /** It has come to the gate, and wants what has this key, whoever may look into it. */
    void arrive(Visit atGate, String key) {
        visit = atGate;
        wants = key;
    }

    /** It comes over a connection that nobody looks into, with others before it or after it. */
    void comeOver(Connection one) {
        connection = one;
    }

    /** Whether its connection has been with a server since before it came. */
    boolean rides() {
        return connection != null && connection.server().isPresent();
    }

    /** Whether its connection stays with this server when it is answered, for those that are to follow. */
    boolean keeps(Server server) {
        if (connection == null) {
            return false;
        }
        if (connection.lasts()) {
            connection.stay(visit(), server);
            return true;
        }
        connection.letGo();
        return false;
    }

    /** It failed, and with it the connection that it came over. */
    void breakOff() {
        if (connection != null) {
            connection.cut();
        }
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

    /** What it asks for: the key of its cache entry. */
    String wants() {
        return wants;
    }

    /** The server that it is at can't have what it wants. */
    void goWithout() {
        without = true;
    }

    /** The status that a healthy server answers it with. */
    int status() {
        return without ? 503 : 200;
    }

    /** Goes to a server: which attempt that is, from 1. */
    int goTo(Server server) {
        without = false;
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
