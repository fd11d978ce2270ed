package ringside.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringside.world.World;

/**
 * Moves a playhead backstage as the screen asks for it, and holds the newest frame ready.
 *
 * <p>Asked from one thread; the playhead is touched backstage alone.
 */
final class Projector {
    /*
     * Asks are carried out in order and none is lost, but for a jump that waits when another one is asked for: while a
     * thumb is dragged, only the last place matters. Wall time is no ask: what could not be played in time is not
     * caught up with, beyond a few frames, so that a slow machine shows time passing slowly and never an old wish.
     *
     * A frame is made when the last one was taken, or when nothing is left to do: a picture that nobody will see is not
     * worth folding.
     */
    private static final long MOST_WALL_NANOS = 50_000_000;

    /** Something asked for; of jumps in a row the last alone is carried out. */
    private record Ask(Consumer<Playhead> what, boolean jump) {}

    private final World world;
    private final Playhead playhead;
    private final Almanac almanac;
    private final Backstage backstage;
    private final ReentrantLock door = new ReentrantLock(true);
    private final Deque<Ask> asks = new ArrayDeque<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final AtomicReference<@Nullable Frame> newest = new AtomicReference<>();
    private volatile boolean ended;
    private long asked;
    private long done;
    private long wall;

    /** A playhead for a world, which begins as is said. */
    Projector(World world, Backstage backstage, Consumer<Playhead> begin) {
        this.world = world;
        this.playhead = new Playhead(world);
        this.almanac = new Almanac(world.timeline());
        this.backstage = backstage;
        begin.accept(playhead);
    }

    /** What is shown before anything was asked for. */
    Frame first() {
        return frame();
    }

    /** Has something done with the playhead after what was asked for before. */
    void ask(Consumer<Playhead> what) {
        add(new Ask(what, false));
    }

    /** The same, but not if another jump is asked for before its turn. */
    void jump(Consumer<Playhead> what) {
        add(new Ask(what, true));
    }

    private void add(Ask ask) {
        synchronized (asks) {
            if (ask.jump() && !asks.isEmpty() && asks.getLast().jump()) {
                asks.removeLast();
                done++;
            }
            asks.add(ask);
            asked++;
        }
        call();
    }

    /** Lets the picture move on by the wall time since the last frame. */
    void pass(long wallNanos) {
        synchronized (asks) {
            wall = Math.max(wallNanos, Math.min(wall + wallNanos, MOST_WALL_NANOS));
        }
        call();
    }

    private void call() {
        if (!ended && called.compareAndSet(false, true)) {
            backstage.execute(this::work);
        }
    }

    private void work() {
        called.set(false);
        boolean more = !ended;
        while (more) {
            more = next();
            if (!more || newest.get() == null) {
                more |= almanac.read(world.now());
                newest.set(frame());
            }
            more &= !ended;
        }
    }

    /** Does the next thing there is to do; false when that was the last. */
    private boolean next() {
        door.lock();
        try {
            var ask = poll();
            if (ask != null) {
                ask.what().accept(playhead);
                return true;
            }
            if (!playhead.underWay()) {
                playhead.pass(takeWall());
            }
            return playhead.goOn(backstage.slice());
        } finally {
            door.unlock();
        }
    }

    private @Nullable Ask poll() {
        synchronized (asks) {
            var ask = asks.poll();
            done += ask == null ? 0 : 1;
            return ask;
        }
    }

    private long done() {
        synchronized (asks) {
            return done;
        }
    }

    private long takeWall() {
        synchronized (asks) {
            long passed = wall;
            wall = 0;
            return passed;
        }
    }

    private Frame frame() {
        return new Frame(
                playhead.shown(),
                playhead.nanos(),
                world.now(),
                playhead.following(),
                playhead.playing(),
                playhead.passed(),
                playhead.ahead(),
                playhead.stop(),
                almanac.seconds(),
                done());
    }

    /** The newest frame, if there is one that was not taken yet. */
    Optional<Frame> take() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    /** Whether everything asked for had been carried out before a frame was made. */
    boolean answers(Frame frame) {
        synchronized (asks) {
            return frame.asks() == asked;
        }
    }

    /** Does something to the world while no time passes there; what is being worked on is waited for, some milliseconds. */
    World.Outcome meanwhile(Supplier<World.Outcome> deed) {
        door.lock();
        try {
            return deed.get();
        } finally {
            door.unlock();
        }
    }

    /** Nothing is worked on any more. */
    void end() {
        ended = true;
    }
}
