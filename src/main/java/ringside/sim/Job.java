package ringside.sim;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import ringside.engine.Request;
import ringside.engine.ServerId;

/** One request on its way through the world. */
final class Job {
    private final long number;
    private final Request request;
    private final double work;
    private final double fault;
    private Set<ServerId> tried = Set.of();
    private int attempts;
    private Optional<Server> at = Optional.empty();
    private Optional<Due> deadline = Optional.empty();
    private boolean over;

    /**
     * A request that has arrived.
     *
     * @param work its luck with the time it takes, wherever it is served, 0 to 1
     * @param fault its luck with servers that spoil some of theirs, 0 to 1
     */
    Job(long number, Request request, double work, double fault) {
        this.number = number;
        this.request = request;
        this.work = work;
        this.fault = fault;
    }

    long number() {
        return number;
    }

    Request request() {
        return request;
    }

    double work() {
        return work;
    }

    double fault() {
        return fault;
    }

    /** The servers that could not be reached for it. */
    Set<ServerId> tried() {
        return tried;
    }

    /** Goes to a server: which attempt that is, from 1. */
    int goTo(Server server) {
        at = Optional.of(server);
        return ++attempts;
    }

    /** The server was not to be reached. */
    void turnBackFrom(Server server) {
        at = Optional.empty();
        if (tried.isEmpty()) {
            tried = new HashSet<>();
        }
        tried.add(server.id());
    }

    /** The server it is at. */
    Optional<Server> at() {
        return at;
    }

    void until(Due due) {
        deadline = Optional.of(due);
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
