package ringside.app;

import java.io.PrintWriter;
import java.util.Locale;
import ringside.engine.Ticks;
import ringside.world.Progress;

/** Tells how far a long work has come, a line each time: after a second, and whenever it has taken twice as long. */
final class ProgressLines implements Progress {
    private static final long SECOND = 1_000_000_000;

    private final String work;
    private final PrintWriter err;
    private final Ticks clock;
    private final long began;
    private long nextSeconds = 1;

    /** Lines that begin with what the work is called; the clock is that of the wall, for people wait there. */
    ProgressLines(String work, PrintWriter err, Ticks clock) {
        this.work = work;
        this.err = err;
        this.clock = clock;
        this.began = clock.nanos();
    }

    @Override
    public boolean goOn(double share) {
        long seconds = (clock.nanos() - began) / SECOND;
        if (seconds >= nextSeconds && share < 1) {
            err.println(String.format(Locale.ROOT, "%s: %.0f %% after %d s", work, 100 * share, seconds));
            err.flush();
            while (nextSeconds <= seconds) {
                nextSeconds *= 2;
            }
        }
        return true;
    }
}
