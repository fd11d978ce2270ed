package ringside.app;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import ringside.config.Printable;
import ringside.world.Happening;
import ringside.world.Timeline;

/** Tells what the user of a running world should know, one line each, soon after it happens. */
final class Notices implements AutoCloseable {
    private static final int LOOK_MILLIS = 100;

    private final Timeline timeline;
    private final PrintWriter err;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("notices").factory());
    private final Future<?> looking;
    private long next;

    Notices(Timeline timeline, PrintWriter err) {
        this.timeline = timeline;
        this.err = err;
        looking = looks.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        long end = timeline.nextSequence();
        long missed = timeline.tell(next, end, event -> tell(event.what()));
        if (missed > 0) {
            err.println(missed + " events came faster than they could be told");
        }
        next = end;
        err.flush();
    }

    private void tell(Happening what) {
        switch (what) {
            case Happening.Notice(var text) -> err.println(Printable.line(text));
            case Happening.Joined(var server, var address) -> err.println(server + " is at " + Printable.line(address));
            case Happening.Left(var server) -> err.println(server + " has left");
            case Happening.Ejected(var server) -> err.println(server + " failed its checks and gets no requests");
            case Happening.Readmitted(var server) -> err.println(server + " passed its checks and gets requests again");
            case Happening.PassivelyEjected(var server, long _) ->
                err.println(server + " failed at its requests and gets none for a while");
            case Happening.Returned(var server) -> err.println(server + " gets requests again after a while without");
            default -> {}
        }
    }

    /** Tells what is left to tell and stops. */
    @Override
    public void close() {
        looking.cancel(false);
        looks.shutdown();
        look();
    }
}
