package ringside.view;

import ringside.world.Snapshot;
import ringside.world.VirtualTime;
import ringside.world.World;

/**
 * Where on a world's timeline the picture is, and how it moves on from there.
 *
 * <p>In virtual time the playhead drives the world: at the newest instant, playing makes time pass. In a live world
 * time passes by itself: a playhead that plays at real speed or faster catches up and stays with it, a slower one falls
 * behind. Not for more than one thread.
 */
final class Playhead {
    private final World world;
    private long nanos;
    private Snapshot shown;
    private boolean playing;
    private boolean following = true;
    private double speed = 1;

    Playhead(World world) {
        this.world = world;
        this.nanos = world.now();
        this.shown = world.timeline().at(nanos);
    }

    Snapshot shown() {
        return shown;
    }

    /** The instant shown: it may lie between two events. */
    long nanos() {
        return nanos;
    }

    boolean playing() {
        return playing;
    }

    double speed() {
        return speed;
    }

    /** Whether the picture is at the newest instant of the world. */
    boolean atNow() {
        return following || nanos >= world.now();
    }

    void play(boolean on) {
        following = on && (following || nanos >= world.now());
        playing = on;
    }

    void speed(double other) {
        speed = other;
    }

    /** Moves on by the wall time since the last frame. */
    void pass(long wallNanos) {
        if (!playing) {
            return;
        }
        long wanted = nanos + (long) (wallNanos * speed);
        switch (world) {
            case VirtualTime virtual -> {
                virtual.advanceTo(wanted);
                show(wanted);
            }
            default -> {
                long now = world.now();
                following = speed >= 1 && (following || wanted >= now);
                show(following ? now : Math.clamp(wanted, world.timeline().earliest(), now));
            }
        }
    }

    /** Shows another instant: no later than the newest. */
    void seek(long toNanos) {
        following = toNanos >= world.now() && playing;
        show(Math.clamp(toNanos, world.timeline().earliest(), world.now()));
    }

    /** Shows the picture of an instant of which so many events were told; of several at that instant, not all may be. */
    void seek(long toNanos, long events) {
        seek(toNanos);
        var there = world.timeline().after(events - 1);
        if (shown().sequence() != events && there.sequence() == events && there.nanos() == nanos) {
            showAfter(events - 1);
        }
    }

    /** Shows the newest instant. */
    void toNow() {
        following = playing;
        show(world.now());
    }

    /** Stops and shows the picture after the next event; in virtual time one is made when none has happened yet. */
    void stepForward() {
        play(false);
        var timeline = world.timeline();
        if (shown.sequence() >= timeline.nextSequence() && world instanceof VirtualTime virtual) {
            virtual.advanceToNext();
        }
        if (shown.sequence() < timeline.nextSequence()) {
            showAfter(shown.sequence());
        }
    }

    /** Stops and shows the picture before the last event. */
    void stepBack() {
        play(false);
        showAfter(Math.max(shown.sequence() - 2, 0));
    }

    private void showAfter(long sequence) {
        shown = world.timeline().after(sequence);
        nanos = shown.nanos();
    }

    private void show(long at) {
        nanos = at;
        shown = world.timeline().at(at);
    }
}
