package ringside.sim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;

/** What piles up at a server that stands still: connections that nobody accepts, and answers that don't leave. */
final class Standstill {
    /** As many connections as the kernel takes for a process that does not accept them, given up or not. */
    static final int BACKLOG = 1024;

    private final SequencedSet<Job> come = new LinkedHashSet<>();
    private final SequencedSet<Job> done = new LinkedHashSet<>();
    private int connections;

    /** Whether the kernel takes no more connections for it. */
    boolean full() {
        return connections >= BACKLOG;
    }

    /** A job has come in. */
    void come(Job job) {
        connections++;
        come.add(job);
    }

    /** A job's work is done. */
    void done(Job job) {
        done.add(job);
    }

    /** A job's client waits no longer; its connection stays in the backlog. */
    void forget(Job job) {
        come.remove(job);
        done.remove(job);
    }

    /** It moves again: what was done is answered and what has come is taken. */
    void end(Consumer<Job> answer, Consumer<Job> take) {
        var answers = List.copyOf(done);
        var newcomers = List.copyOf(come);
        clear();
        answers.forEach(answer);
        newcomers.forEach(take);
    }

    /** Everything that it has, which is lost. */
    List<Job> clear() {
        var all = new ArrayList<>(done);
        all.addAll(come);
        done.clear();
        come.clear();
        connections = 0;
        return all;
    }
}
