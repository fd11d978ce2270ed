package ringside.world;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * The stories that began alike, one of which one is in. For one thread at a time; only what {@link #fork} gives is called
 * aside.
 *
 * <p>Each keeps its world with all that its timeline holds, so that going from one to another costs nothing; so there are
 * no more than {@value #MOST}, and fewer when their timelines are long.
 */
public final class Branches implements AutoCloseable {
    /** The most that are kept at once, the first included. */
    public static final int MOST = 12;

    /** How many bytes their timelines may hold together before another one is begun: that holds 134 MB at most itself. */
    public static final long MOST_BYTES = 512_000_000;

    private final Simulator simulator;
    private volatile List<Branch> all;
    private Branch current;
    private int next = 2;

    /** What came of acting in the past. */
    public sealed interface Fork {
        /**
         * A story in which that was done, at the instant it was done.
         *
         * @param branch belongs to whoever asked until it is kept
         * @param from what is told again in it
         */
        record Made(Branch branch, Tape from) implements Fork {}

        /** It can't be done there, and there is no such story. */
        record Rejected(String why) implements Fork {}
    }

    /** One story, which is told in a world that nothing was done to yet. */
    public Branches(Simulator simulator, String name, World world) {
        this.simulator = simulator;
        current = new Branch(1, name, world, new History(world), OptionalInt.empty(), 0);
        all = List.of(current);
    }

    /** All of them, in the order in which they were forked; the first is the one that the others were forked from. */
    public List<Branch> all() {
        return all;
    }

    /** The one that one is in. */
    public Branch current() {
        return current;
    }

    /** The number that the next one will have. */
    public int nextNumber() {
        return next;
    }

    /** About how many bytes their timelines hold together. */
    public long bytes() {
        return all.stream().mapToLong(b -> b.world().timeline().bytes()).sum();
    }

    /** Whether there can't be another one until one is deleted. */
    public boolean full() {
        return all.size() == MOST || bytes() > MOST_BYTES;
    }

    /**
     * The long work of forking the story that one is in; it is called aside. The story is told
     * again until an instant, or read off a live world, and a command is carried out there.
     *
     * @param nanos the instant, in nanoseconds since the world began
     * @param name what it is to be called
     * @param progress may end it: then a {@link CancellationException} is thrown
     * @throws IllegalStateException when there are {@value #MOST} already, or they hold too much
     */
    public Callable<Fork> fork(long nanos, Command command, String name, Progress progress) {
        if (full()) {
            throw new IllegalStateException(MOST + " branches of " + MOST_BYTES / 1_000_000
                    + " MB together are kept at most: delete one to begin another");
        }
        var from = current;
        int number = next;
        return () -> {
            var tape = from.world().tape().until(nanos);
            var world = simulator.open(tape, progress);
            var history = new History(world);
            if (history.apply(command) instanceof World.Outcome.Rejected(var why)) {
                world.close();
                return new Fork.Rejected(why);
            }
            return new Fork.Made(
                    new Branch(number, name, world, history, OptionalInt.of(from.number()), tape.nanos()), tape);
        };
    }

    /** Keeps a story that was made here, and goes there. */
    public void keep(Branch made) {
        next = made.number() + 1;
        all = Stream.concat(all.stream(), Stream.of(made)).toList();
        current = made;
    }

    /** Goes to another: the branch of this number. @throws IllegalArgumentException when there is none */
    public Branch switchTo(int number) {
        current = require(number);
        return current;
    }

    /** Calls one otherwise: the branch as it is then. @throws IllegalArgumentException when the name is no good */
    public Branch rename(int number, String name) {
        var renamed = require(number).named(name.strip());
        all = all.stream().map(b -> b.number() == number ? renamed : b).toList();
        if (current.number() == number) {
            current = renamed;
        }
        return renamed;
    }

    /**
     * Lets go of one, whose world whoever asked then closes. Who is in it goes where it was forked from, or to the first
     * when that is gone too.
     *
     * @throws IllegalArgumentException for the first, which stays
     */
    public Branch delete(int number) {
        var gone = require(number);
        if (gone.parent().isEmpty()) {
            throw new IllegalArgumentException("the branch that the others were forked from stays");
        }
        all = all.stream().filter(b -> b.number() != number).toList();
        if (current.number() == number) {
            int parent = gone.parent().getAsInt();
            current = all.stream().filter(b -> b.number() == parent).findFirst().orElse(all.getFirst());
        }
        return gone;
    }

    private Branch require(int number) {
        return all.stream()
                .filter(b -> b.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no branch " + number));
    }

    /** Closes every world; may be called from any thread. */
    @Override
    public void close() {
        all.forEach(branch -> branch.world().close());
    }
}
