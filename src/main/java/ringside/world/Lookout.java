package ringside.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads a timeline, each event once and in order, for something to stop at. Not for more than one thread. */
public final class Lookout {
    /*
     * What an event means may hang on those before it: where a key was, how long requests took. So a lookout that begins
     * in the middle reads some of what came before, and finds nothing there.
     */
    private static final long BEFORE_NANOS = 10_000_000_000L;
    private static final int BEFORE_EVENTS = 50_000;
    private static final int BATCH = 256;

    /** One thing to look out for. */
    @FunctionalInterface
    interface Eye {
        /** Sees the next event: what that fulfils, if it does. */
        Optional<Stop.Why> see(Event event);
    }

    private final Timeline timeline;
    private final List<Eye> eyes;
    private long next;

    /** Looks out for any of these, in the events from a sequence number on. */
    public Lookout(Timeline timeline, Collection<StopWhen> conditions, long from) {
        this.timeline = timeline;
        this.eyes = conditions.stream().map(Lookout::eye).toList();
        this.next = from;
        if (!eyes.isEmpty()) {
            before(from).forEach(this::see);
        }
    }

    private List<Event> before(long from) {
        var past = timeline.events(from - BEFORE_EVENTS, from);
        if (past.isEmpty()) {
            return past;
        }
        long since = past.getLast().nanos() - BEFORE_NANOS;
        return past.stream().filter(e -> e.nanos() >= since).toList();
    }

    private static Eye eye(StopWhen condition) {
        return switch (condition) {
            case StopWhen.RequestDropped() -> Lookout::dropped;
            case StopWhen.ServerEjected() -> Lookout::ejected;
            case StopWhen.KeyMoves(var key) -> new KeyEye(key);
            case StopWhen.P99Passes(long nanos) -> new P99Eye(nanos);
        };
    }

    private static Optional<Stop.Why> dropped(Event event) {
        return event.what() instanceof Happening.OfRequest life && life.dropped()
                ? Optional.of(new Stop.Why.Dropped(life.request()))
                : Optional.empty();
    }

    private static Optional<Stop.Why> ejected(Event event) {
        return switch (event.what()) {
            case Happening.Ejected(var server) -> Optional.of(new Stop.Why.Ejected(server));
            case Happening.PassivelyEjected(var server, long _) -> Optional.of(new Stop.Why.Ejected(server));
            default -> Optional.empty();
        };
    }

    /** Reads on through the events up to an instant: the first that fulfils a condition, after which the next call goes on. */
    public Optional<Stop> look(long untilNanos) {
        while (!eyes.isEmpty()) {
            var batch = timeline.events(next, next + BATCH);
            for (var event : batch) {
                if (event.nanos() > untilNanos) {
                    return Optional.empty();
                }
                next = event.sequence() + 1;
                var why = see(event);
                if (why.isPresent()) {
                    return Optional.of(new Stop(event, why.get()));
                }
            }
            if (batch.size() < BATCH) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /* Every eye sees every event, even when another has found something. */
    private Optional<Stop.Why> see(Event event) {
        var found = new ArrayList<Stop.Why>(1);
        eyes.forEach(eye -> eye.see(event).ifPresent(found::add));
        return found.stream().findFirst();
    }
}
