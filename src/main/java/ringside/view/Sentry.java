package ringside.view;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import ringside.world.Lookout;
import ringside.world.Stop;
import ringside.world.StopWhen;
import ringside.world.Timeline;

/** Looks out on the way of a playhead for what it is to stop at. */
final class Sentry {
    private final Timeline timeline;
    private List<StopWhen> conditions = List.of();
    private @Nullable Lookout lookout;
    private Optional<Stop> found = Optional.empty();

    Sentry(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Looks out for any of these from now on. */
    void watch(Collection<StopWhen> others) {
        conditions = List.copyOf(others);
        leave();
    }

    /** The way goes on elsewhere: what was seen does not lead there. */
    void leave() {
        lookout = null;
        found = Optional.empty();
    }

    /**
     * Whether there is something to stop at in what was not looked at yet, up to an instant.
     *
     * @param from the sequence number from which on to look, when the way begins
     */
    boolean look(long untilNanos, LongSupplier from) {
        if (found.isEmpty() && !conditions.isEmpty()) {
            var out = lookout;
            if (out == null) {
                out = new Lookout(timeline, conditions, from.getAsLong());
                lookout = out;
            }
            found = out.look(untilNanos);
        }
        return found.isPresent();
    }

    /** Whether it has found something. */
    boolean hasFound() {
        return found.isPresent();
    }

    /** What it has found; then it looks further. @throws java.util.NoSuchElementException when there is nothing */
    Stop take() {
        var stop = found.orElseThrow();
        found = Optional.empty();
        return stop;
    }
}
