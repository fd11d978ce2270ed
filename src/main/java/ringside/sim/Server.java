package ringside.sim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Course;
import ringside.world.Happening.Failure;
import ringside.world.ServerSpec;
import ringside.world.SessionStore;

/** A server with so many workers and so many places to wait. */
final class Server {
    /*
     * Work that has begun goes on when its client has given up: the worker finds out too late. What waits is given up at
     * once. A zombie holds what it reads, answers nothing and begins nothing; what it held is lost even when it recovers.
     * One that was frozen goes on with what it has. A flapping one is healthy or crashed by the clock alone; its going down is
     * planned only while it has something to lose, so that a world without requests comes to rest.
     */
    /** Hears how jobs fare. */
    interface Listener {
        /** All workers are busy: it waits. */
        void queued(Job job, Server at);

        /** One of its processes accepted its connection, for which so many were woken. */
        void accepted(Job job, Server at, int woken);

        /** A worker took it up. */
        void started(Job job, Server at);

        /** The first byte of its answer is out, and the rest does not follow at once. */
        void begun(Job job, Server at);

        /** It was answered with this status. */
        void answered(Job job, int status);

        /** It will never be answered. */
        void lost(Job job, Failure how);
    }

    /** What becomes of a new connection. */
    enum Reception {
        TAKEN,
        REFUSED,
        /** Nobody answers at all. */
        IGNORED
    }

    private static final long BODY_BYTES = 32;

    /** How long the proxy lets an answer pause. */
    private static final long STALL_NANOS = 8_000_000_000L;

    private final Agenda agenda;
    private final Listener listener;
    private ServerSpec spec;
    private Course course;
    private Optional<Due> goingDown = Optional.empty();
    private final Row<Work> working = new Row<>();
    private final Row<Job> waiting = new Row<>();
    private final SequencedSet<Job> held = new LinkedHashSet<>();
    private final Standstill standstill = new Standstill();
    private final Sending sending;
    private final SessionStore sessions = new SessionStore();
    private Optional<Shelf> shelf = Optional.empty();

    Server(ServerSpec spec, Agenda agenda, Listener listener) {
        this.spec = spec;
        this.agenda = agenda;
        this.listener = listener;
        this.sending = new Sending(agenda);
        this.course = new Course(spec.behaviour(), agenda.now());
    }

    ServerId id() {
        return spec.id();
    }

    /** How it behaves at this instant: never flapping, but what that comes to. */
    Behaviour behaviour() {
        return course.at(agenda.now());
    }

    /** How many times as long it takes now as it should. */
    double slowness() {
        return course.slowness(agenda.now());
    }

    /** What becomes of a connection that is tried now. */
    Reception reception() {
        if (Behaviour.refuses(behaviour())) {
            return Reception.REFUSED;
        }
        return standstill.full() ? Reception.IGNORED : Reception.TAKEN;
    }

    /** The sessions that it keeps for itself. */
    SessionStore sessions() {
        return sessions;
    }

    /** The cache that it has, if it has one. */
    Optional<Shelf> shelf() {
        return shelf;
    }

    /** Has this cache from now on, or none: then it does all the work itself. */
    void shelve(Optional<Shelf> other) {
        shelf = other;
    }

    /** Becomes what was ordered now. */
    void order(ServerSpec other) {
        if (!other.behaviour().equals(course.behaviour())) {
            course = new Course(other.behaviour(), agenda.now());
            goingDown.ifPresent(Due::cancel);
            goingDown = Optional.empty();
        }
        spec = other;
        if (behaviour() instanceof Behaviour.Crashed) {
            lose(Failure.CLOSED_EARLY);
        }
        if (!frozen()) {
            standstill.end(this::answer, this::take);
        }
        takeUpWork();
    }

    /** A job has come in. */
    void take(Job job) {
        if (frozen()) {
            standstill.come(job);
        } else if (zombie()) {
            held.add(job);
        } else if (working.size() < spec.workers() || job.effortless()) {
            start(job, spec.processes().isPresent() ? spec.processes().get().woken(working.size()) : 0);
        } else if (waiting.size() < spec.queue()) {
            waiting.add(job);
            listener.queued(job, this);
        } else {
            listener.lost(job, Failure.QUEUE_FULL);
        }
        expectToGoDown();
    }

    private void expectToGoDown() {
        if (goingDown.isEmpty() && spec.behaviour() instanceof Behaviour.Flapping) {
            goingDown = Optional.of(agenda.in(course.lastsNanos(agenda.now()), () -> {
                goingDown = Optional.empty();
                lose(Failure.CLOSED_EARLY);
            }));
        }
    }

    /** A job's client waits no longer. */
    void giveUp(Job job) {
        waiting.remove(job);
        held.remove(job);
        standstill.forget(job);
        sending.stop(job);
    }

    /** Loses all it has in hand. */
    void lose(Failure how) {
        var all = new ArrayList<Job>();
        working.clear().forEach(work -> {
            work.end.cancel();
            all.add(work.job);
        });
        all.addAll(waiting.clear());
        all.addAll(held);
        all.addAll(standstill.clear());
        all.addAll(sending.clear());
        held.clear();
        shelf.ifPresent(Shelf::clear);
        sessions.clear();
        all.stream().filter(job -> job.isAt(this)).forEach(job -> lose(job, how));
    }

    private void lose(Job job, Failure how) {
        boolean cut = job.answering() && how == Failure.CLOSED_EARLY;
        listener.lost(job, cut ? Failure.BROKEN_ANSWER : how);
    }

    private void start(Job job, int woken) {
        long wakingNanos = 0;
        if (spec.processes().isPresent()) {
            wakingNanos = woken * spec.processes().get().cost().toNanos();
            listener.accepted(job, this, woken);
        }
        listener.started(job, this);
        working.add(new Work(job, wakingNanos));
    }

    private Due work(Job job, long wakingNanos, Runnable done) {
        return shelf.isPresent()
                ? shelf.get().serve(job, wakingNanos, slowness(), done)
                : agenda.in(wakingNanos + (long) (job.nanosUnder(spec.latency()) * slowness()), done);
    }

    /** What one worker does. */
    private final class Work extends Link<Work> {
        private final Job job;
        private final Due end;

        private Work(Job job, long wakingNanos) {
            this.job = job;
            end = work(job, wakingNanos, () -> finish(this));
        }
    }

    private void finish(Work work) {
        working.remove(work);
        var job = work.job;
        if (job.isAt(this)) {
            if (frozen()) {
                standstill.done(job);
            } else {
                answer(job);
            }
        }
        takeUpWork();
    }

    private void answer(Job job) {
        switch (behaviour()) {
            case Behaviour.Zombie _ -> held.add(job);
            case Behaviour.Resetting _, Behaviour.Truncating _ -> {
                listener.begun(job, this);
                listener.lost(job, Failure.BROKEN_ANSWER);
            }
            case Behaviour.EndlessHead _ -> listener.lost(job, Failure.MALFORMED_ANSWER);
            case Behaviour.Miscounting(int by) when by > 0 -> stall(job);
            case Behaviour.Trickling(var gap) -> trickle(job, gap.toNanos());
            case Behaviour.Errors(int percent) when job.fault() * 100 < percent -> listener.answered(job, 500);
            default -> listener.answered(job, job.status());
        }
    }

    private void trickle(Job job, long gapNanos) {
        if (gapNanos > STALL_NANOS) {
            stall(job);
        } else {
            listener.begun(job, this);
            sending.begin(job, BODY_BYTES * gapNanos, () -> listener.answered(job, 200));
        }
    }

    private void stall(Job job) {
        listener.begun(job, this);
        sending.begin(job, STALL_NANOS, () -> listener.lost(job, Failure.TIMED_OUT));
    }

    private void takeUpWork() {
        for (var next = waiting.first();
                next != null && working.size() < spec.workers() && !zombie() && !frozen();
                next = waiting.first()) {
            waiting.remove(next);
            start(next, 0);
        }
    }

    private boolean zombie() {
        return behaviour() instanceof Behaviour.Zombie;
    }

    private boolean frozen() {
        return behaviour() instanceof Behaviour.Frozen;
    }
}
