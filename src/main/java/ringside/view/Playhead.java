package ringside.view;

import java.util.Collection;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.world.Snapshot;
import ringside.world.Stop;
import ringside.world.StopWhen;
import ringside.world.Timeline;
import ringside.world.VirtualTime;
import ringside.world.World;

/**
 * Where on a world's timeline the picture is, and how it moves on from there.
 *
 * <p>In virtual time the playhead drives the world: at the newest instant, playing makes time pass. In a live world
 * time passes by itself: a playhead that plays at real speed or faster catches up and stays with it, a slower one falls
 * behind. Not for more than one thread at a time.
 */
final class Playhead {
    private static final long DECISION_NANOS = 60_000_000_000L;

    private final World world;
    private final Sentry sentry;
    private long nanos;
    private @Nullable Snapshot shown;
    private boolean playing;
    private boolean following = true;
    private double speed = 1;
    private long target;
    private long passed;
    private Optional<Ahead> ahead = Optional.empty();
    private Optional<Stop> stop = Optional.empty();

    /** A run to an instant of which nothing is shown before its end. */
    private record Ahead(long from, long until) {}

    Playhead(World world) {
        this.world = world;
        this.nanos = world.now();
        this.target = nanos;
        this.sentry = new Sentry(world.timeline());
    }

    Snapshot shown() {
        var picture = shown;
        if (picture == null) {
            picture = world.timeline().at(nanos);
            shown = picture;
        }
        return picture;
    }

    /** The instant shown: it may lie between two events. */
    long nanos() {
        return nanos;
    }

    boolean playing() {
        return playing;
    }

    /** Whether it stays at the newest instant of a world whose time passes by itself. */
    boolean following() {
        return following;
    }

    /** How much virtual time was played since the beginning, in nanoseconds. */
    long passed() {
        return passed;
    }

    /** What it stopped at, until it moves again. */
    Optional<Stop> stop() {
        return stop;
    }

    /** How far a run ahead has come, 0 to 1, while there is one. */
    Optional<Double> ahead() {
        return ahead.map(a -> Math.clamp((double) (world.now() - a.from()) / (a.until() - a.from()), 0, 1));
    }

    void play(boolean on) {
        following = on && (following || nanos >= world.now());
        playing = on;
        target = nanos;
        if (on) {
            stop = Optional.empty();
            ahead = Optional.empty();
        }
    }

    void speed(double other) {
        speed = other;
        target = nanos;
    }

    /** Stops at any of these from now on, while it plays or runs ahead. */
    void stopWhen(Collection<StopWhen> others) {
        sentry.watch(others);
    }

    /** Moves on by the wall time since the last frame; in virtual time {@link #goOn} does the work. */
    void pass(long wallNanos) {
        if (!playing) {
            return;
        }
        long wanted = nanos + (long) (wallNanos * speed);
        if (world instanceof VirtualTime) {
            target = wanted;
        } else {
            long now = world.now();
            following = speed >= 1 && (following || wanted >= now);
            moveTo(following ? now : Math.clamp(wanted, world.timeline().earliest(), now));
        }
    }

    /** Whether {@link #goOn} has something to do. */
    boolean underWay() {
        return ahead.isPresent() || (playing && target > nanos && world instanceof VirtualTime);
    }

    /** Works on what takes long until it is enough: false when there is nothing left to do. */
    boolean goOn(BooleanSupplier enough) {
        if (!(world instanceof VirtualTime virtual)) {
            return false;
        }
        if (ahead.isPresent()) {
            return runOn(virtual, ahead.get().until(), enough);
        }
        if (underWay()) {
            long from = nanos;
            moveTo(advance(virtual, target, enough));
            passed += nanos - from;
        }
        return underWay();
    }

    /* What is held already is looked at first: it happened before. */
    private long advance(VirtualTime virtual, long until, BooleanSupplier enough) {
        if (until <= virtual.now() || look(virtual.now())) {
            return until;
        }
        boolean there = virtual.advanceTo(until, () -> look(Long.MAX_VALUE) || enough.getAsBoolean());
        return there ? until : virtual.now();
    }

    private void moveTo(long to) {
        if (look(to)) {
            stand();
        } else {
            show(to);
        }
    }

    private boolean look(long until) {
        return sentry.look(until, () -> shown().sequence());
    }

    /* The picture is of the event itself, without what happened at the same instant after it. */
    private void stand() {
        var there = sentry.take();
        play(false);
        ahead = Optional.empty();
        stop = Optional.of(there);
        showAfter(there.at().sequence());
    }

    /** What was looked at does not lead to where the picture goes now. */
    private void forget() {
        sentry.leave();
        stop = Optional.empty();
    }

    /** Stops, and lets virtual time pass until an instant; the picture stays where it is until that is done. */
    void runAhead(long untilNanos) {
        if (world instanceof VirtualTime virtual && untilNanos > virtual.now()) {
            play(false);
            forget();
            sentry.look(virtual.now(), world.timeline()::nextSequence);
            ahead = Optional.of(new Ahead(world.now(), untilNanos));
        }
    }

    private boolean runOn(VirtualTime virtual, long until, BooleanSupplier enough) {
        long reached = advance(virtual, until, enough);
        if (sentry.hasFound()) {
            stand();
        } else if (reached >= until) {
            toNow();
        }
        return ahead.isPresent();
    }

    /** Ends a run ahead, if there is one: the picture goes as far as it came. */
    void cancel() {
        if (ahead.isPresent()) {
            toNow();
        }
    }

    /** Shows another instant: no later than the newest. */
    void seek(long toNanos) {
        forget();
        following = toNanos >= world.now() && playing;
        show(Math.clamp(toNanos, world.timeline().earliest(), world.now()));
        target = nanos;
    }

    /** Shows the picture of an instant of which so many events were told; of several at that instant, not all may be. */
    void seek(long toNanos, long events) {
        seek(toNanos);
        var there = world.timeline().after(events - 1);
        if (shown().sequence() != events && there.sequence() == events && there.nanos() == nanos) {
            showAfter(events - 1);
        }
    }

    /** Shows the newest instant, and stays there while it plays, however far a live world has come meanwhile. */
    void toNow() {
        ahead = Optional.empty();
        seek(Long.MAX_VALUE);
    }

    /** Stops and shows the picture after the next event; in virtual time one is made when none has happened yet. */
    void stepForward() {
        standStill();
        var timeline = world.timeline();
        long next = shown().sequence();
        if (next >= timeline.nextSequence() && world instanceof VirtualTime virtual) {
            virtual.advanceToNext();
        }
        if (next < timeline.nextSequence()) {
            showAfter(next);
        }
    }

    /** Stops and shows the picture before the last event. */
    void stepBack() {
        standStill();
        showAfter(Math.max(shown().sequence() - 2, 0));
    }

    /**
     * Stops and shows the picture after the next decision; in virtual time it is waited for, a minute at most, when it has
     * not been made yet.
     */
    void decisionForward() {
        standStill();
        var timeline = world.timeline();
        long before = shown().sequence() - 1;
        if (timeline.decisionAfter(before).isEmpty() && world instanceof VirtualTime virtual) {
            virtual.advanceTo(
                    virtual.now() + DECISION_NANOS,
                    () -> timeline.decisionAfter(before).isPresent());
        }
        timeline.decisionAfter(before).ifPresentOrElse(this::showAfter, () -> {
            if (world instanceof VirtualTime) {
                show(world.now());
            }
        });
    }

    /** Stops and shows the picture after the decision before the last event; the earliest when there is none. */
    void decisionBack() {
        standStill();
        world.timeline()
                .decisionBefore(shown().sequence() - 1)
                .ifPresentOrElse(this::showAfter, () -> show(world.timeline().earliest()));
    }

    /** Shows the next instant worth jumping to, those of others included; the newest when there is none. */
    void toNextMarker(Collection<Timeline.Marker> others) {
        seek(markers(others).filter(at -> at > nanos).min().orElse(Long.MAX_VALUE));
    }

    /** Shows the last instant worth jumping to before this one; the earliest when there is none. */
    void toPreviousMarker(Collection<Timeline.Marker> others) {
        seek(markers(others).filter(at -> at < nanos).max().orElse(0));
    }

    private LongStream markers(Collection<Timeline.Marker> others) {
        return Stream.concat(world.timeline().markers().stream(), others.stream())
                .mapToLong(Timeline.Marker::nanos);
    }

    private void standStill() {
        play(false);
        forget();
    }

    private void showAfter(long sequence) {
        var picture = world.timeline().after(sequence);
        shown = picture;
        nanos = picture.nanos();
        target = nanos;
    }

    private void show(long at) {
        nanos = at;
        shown = null;
    }
}
