package ringside.world;

import java.time.Duration;
import java.util.Optional;
import ringside.engine.Member;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Terms;

/**
 * A server as it was ordered.
 *
 * @param id its name
 * @param address {@code host:port} of a server somebody else runs, or empty for one of ours
 * @param weight its share relative to the others, 1 to 1000
 * @param workers how many requests it serves at once, 1 to 10 000
 * @param queue how many more may wait, 0 to 1 000 000; further ones are answered 503
 * @param latency how long it works on each
 * @param behaviour how it treats them now
 * @param terms what a policy may know of it besides, as nginx and HAProxy let one say it
 * @param pool the pool it is in, to which routes may lead
 * @param down whether it gets no requests although it is in the pool, as nginx's {@code down} says
 * @param processes how it waits for connections, if that matters
 */
public record ServerSpec(
        ServerId id,
        Optional<String> address,
        int weight,
        int workers,
        int queue,
        Latency latency,
        Behaviour behaviour,
        Terms terms,
        String pool,
        boolean down,
        Optional<Processes> processes) {
    /** The pool of servers that name none. */
    public static final String MAIN = "main";

    private static final Latency USUAL = new Latency.Exponential(Duration.ofMillis(20));

    public ServerSpec {
        Checked.within("a weight", weight, 1, Member.MAX_WEIGHT);
        Checked.within("a server's workers", workers, 1, 10_000);
        Checked.text("a pool's name", pool);
        Checked.within("a server's queue", queue, 0, 1_000_000);
    }

    /** A server that takes requests and of which there is nothing more to say. */
    public ServerSpec(
            ServerId id,
            Optional<String> address,
            int weight,
            int workers,
            int queue,
            Latency latency,
            Behaviour behaviour) {
        this(id, address, weight, workers, queue, latency, behaviour, Terms.STANDARD, MAIN, false, Optional.empty());
    }

    /** One of ours with everything as usual: weight 1, 8 workers, a queue of 100, 20 ms on average. */
    public static ServerSpec named(String name) {
        return new ServerSpec(new ServerId(name), Optional.empty(), 1, 8, 100, USUAL, Behaviour.HEALTHY);
    }

    /** The same at an address where somebody else runs it. */
    public ServerSpec at(String hostAndPort) {
        return new ServerSpec(
                id, Optional.of(hostAndPort), weight, workers, queue, latency, behaviour, terms, pool, down, processes);
    }

    /** The same by another name. */
    public ServerSpec called(ServerId other) {
        return new ServerSpec(other, address, weight, workers, queue, latency, behaviour, terms, pool, down, processes);
    }

    void requireOurs() {
        if (address.isPresent()) {
            throw new IllegalArgumentException(id + " is not ours: how it behaves is decided where it runs, not here");
        }
    }

    /** The same with another weight. */
    public ServerSpec weighing(int other) {
        return new ServerSpec(id, address, other, workers, queue, latency, behaviour, terms, pool, down, processes);
    }

    /** The same, behaving otherwise. */
    public ServerSpec behaving(Behaviour other) {
        return new ServerSpec(id, address, weight, workers, queue, latency, other, terms, pool, down, processes);
    }

    /** The same with another latency. */
    public ServerSpec taking(Latency other) {
        return new ServerSpec(id, address, weight, workers, queue, other, behaviour, terms, pool, down, processes);
    }

    /** The same with so many workers and so long a queue. */
    public ServerSpec sized(int manyWorkers, int longQueue) {
        return new ServerSpec(
                id, address, weight, manyWorkers, longQueue, latency, behaviour, terms, pool, down, processes);
    }

    /** The same on other terms. */
    public ServerSpec on(Terms others) {
        return new ServerSpec(id, address, weight, workers, queue, latency, behaviour, others, pool, down, processes);
    }

    /** The same in another pool. */
    public ServerSpec in(String other) {
        return new ServerSpec(id, address, weight, workers, queue, latency, behaviour, terms, other, down, processes);
    }

    /** The same, getting requests or not. */
    public ServerSpec down(boolean out) {
        return new ServerSpec(id, address, weight, workers, queue, latency, behaviour, terms, pool, out, processes);
    }

    /** The same, waiting for connections otherwise. */
    public ServerSpec waiting(Optional<Processes> others) {
        return new ServerSpec(id, address, weight, workers, queue, latency, behaviour, terms, pool, down, others);
    }

    /** What a policy sees of it, given what its checks say. */
    public Member member(boolean up) {
        var standing = up && !down ? Standing.UP : Standing.DOWN;
        var known = address.filter(_ -> terms.written().isEmpty()).map(terms::writtenAs);
        return new Member(id, weight, standing, known.orElse(terms));
    }
}
