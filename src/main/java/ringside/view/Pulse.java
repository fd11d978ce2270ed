package ringside.view;

import javafx.animation.AnimationTimer;

/** The one heartbeat of the screen: hands each frame the wall time since the last. */
public final class Pulse extends AnimationTimer {
    private static final long LONGEST = 250_000_000;

    private final Beat beat;
    private long last;

    /** Who moves with the pulse. */
    @FunctionalInterface
    public interface Beat {
        /** One frame: the wall time since the last in nanoseconds, a quarter of a second at most. */
        void frame(long wallNanos);
    }

    /** A pulse that begins when it is started. */
    public Pulse(Beat beat) {
        this.beat = beat;
    }

    @Override
    public void start() {
        last = 0;
        super.start();
    }

    @Override
    public void handle(long now) {
        long passed = last == 0 ? 0 : Math.min(now - last, LONGEST);
        last = now;
        beat.frame(passed);
    }
}
