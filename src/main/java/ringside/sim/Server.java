package ringside.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Happening.Failure;
import ringside.world.ServerSpec;

/** A server with so many workers and so many places to wait. */
final class Server {
    /*
     * Work that has begun goes on when its client has given up: the worker finds out too late. What waits is given up at
     * once. A zombie holds what it reads, answers nothing and begins nothing; what it held is lost even when it recovers.
     */
    /** Hears how jobs fare. */
    interface Listener {
        /** All workers are busy: it waits. */
        void queued(Job job, Server at);

        /** A worker took it up. */
        void started(Job job, Server at);

        /** It was answered with this status. */
        void answered(Job job, int status);

        /** It will never be answered. */
        void lost(Job job, Failure how);
    }

    private final Agenda agenda;
    private final Listener listener;
    private ServerSpec spec;
    private final SequencedMap<Job, Due> working = new LinkedHashMap<>();
    private final SequencedSet<Job> waiting = new LinkedHashSet<>();
    private final SequencedSet<Job> held = new LinkedHashSet<>();

    Server(ServerSpec spec, Agenda agenda, Listener listener) {
        this.spec = spec;
        this.agenda = agenda;
        this.listener = listener;
    }

    ServerId id() {
        return spec.id();
    }

    Behaviour behaviour() {
        return spec.behaviour();
    }

    /** Whether it turns connections away. */
    boolean refuses() {
        return spec.behaviour() instanceof Behaviour.Refusing || spec.behaviour() instanceof Behaviour.Crashed;
    }

    /** Becomes what was ordered now. */
    void order(ServerSpec other) {
        spec = other;
        if (other.behaviour() instanceof Behaviour.Crashed) {
            lose(Failure.CLOSED_EARLY);
        }
        takeUpWork();
    }

    /** A job has come in. */
    void take(Job job) {
        if (zombie()) {
            held.add(job);
        } else if (working.size() < spec.workers()) {
            start(job);
        } else if (waiting.size() < spec.queue()) {
            waiting.add(job);
            listener.queued(job, this);
        } else {
            listener.lost(job, Failure.QUEUE_FULL);
        }
    }

    /** A job's client waits no longer. */
    void giveUp(Job job) {
        waiting.remove(job);
        held.remove(job);
    }

    /** Loses all it has in hand. */
    void lose(Failure how) {
        var all = new ArrayList<>(working.keySet());
        all.addAll(waiting);
        all.addAll(held);
        working.values().forEach(Due::cancel);
        working.clear();
        waiting.clear();
        held.clear();
        all.stream().filter(job -> job.isAt(this)).forEach(job -> listener.lost(job, how));
    }

    private void start(Job job) {
        working.put(job, agenda.in(workNanos(job), () -> finish(job)));
        listener.started(job, this);
    }

    private void finish(Job job) {
        working.remove(job);
        if (job.isAt(this)) {
            if (zombie()) {
                held.add(job);
            } else {
                listener.answered(job, status(job));
            }
        }
        takeUpWork();
    }

    private void takeUpWork() {
        while (!zombie() && working.size() < spec.workers() && !waiting.isEmpty()) {
            start(waiting.removeFirst());
        }
    }

    private long workNanos(Job job) {
        long usual = Spread.nanos(spec.latency(), job.work());
        return spec.behaviour() instanceof Behaviour.Slow(double times) ? (long) (usual * times) : usual;
    }

    private int status(Job job) {
        return spec.behaviour() instanceof Behaviour.Errors(int percent) && job.fault() * 100 < percent ? 500 : 200;
    }

    private boolean zombie() {
        return spec.behaviour() instanceof Behaviour.Zombie;
    }
}
