package ringside.engine.gate;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.engine.Detail;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Trail;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.RetryBudget;
import ringside.engine.route.Route;

/**
 * One request on its way through a {@link Gate}, which alone writes it. Whoever carries the request keeps it, from
 * {@link Gate#arrive} to {@link Gate#leave}.
 */
public final class Visit {
    /** How far it has come. */
    enum Stage {
        ARRIVED,
        LET_THROUGH,
        IN_HALL,
        UNDER_WAY
    }

    final Lane lane;
    final Trail trail;
    final Detail detail;
    private final Runnable caller;
    private final Optional<Route> route;
    Stage stage = Stage.ARRIVED;
    long began;
    int left;
    Optional<String> cookie = Optional.empty();

    @Nullable
    Hall hall;

    boolean waiting;
    private Duration patience = Duration.ZERO;
    private long linedAt;
    private boolean lined;

    Step.@Nullable Go granted;

    @Nullable
    ServerId at;

    long sentAt;

    @Nullable
    CircuitBreaker breaker;

    CircuitBreaker.Verdict.@Nullable Admitted admitted;

    @Nullable
    RetryBudget budget;

    RetryBudget.Kind kind = RetryBudget.Kind.FIRST;

    Visit(Request request, Lane lane, Optional<Route> route, Detail detail, Runnable caller) {
        this.lane = lane;
        this.trail = new Trail(request, Pool.EMPTY);
        this.route = route;
        this.detail = detail;
        this.caller = caller;
    }

    /** The request, with the key that it has here. */
    public Request request() {
        return trail.request();
    }

    /** The route that was found for it; empty when none matched, or there are none. */
    public Optional<Route> route() {
        return route;
    }

    /** The pool that it goes to. */
    public String pool() {
        return lane.name();
    }

    /** The value of the {@code Set-Cookie} field that keeps its client at the server last chosen, when it needs one. */
    public Optional<String> cookie() {
        return cookie;
    }

    /** It stands in line from now on, or still; its patience begins when it first did. */
    Step.Wait waitFor(Duration most, long now) {
        waiting = true;
        if (!lined) {
            lined = true;
            linedAt = now;
            patience = most;
        }
        return new Step.Wait(patienceLeft(now));
    }

    /** How long it can still stand in line; nothing or less when its time is over. */
    Duration patienceLeft(long now) {
        return patience.minusNanos(now - linedAt);
    }

    /** It is called, to ask again. */
    void call() {
        waiting = false;
        caller.run();
    }

    /** Whether something must be given back when it leaves. */
    boolean holds() {
        return waiting || at != null || hall != null || granted != null;
    }
}
