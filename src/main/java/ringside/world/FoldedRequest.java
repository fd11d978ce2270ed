package ringside.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.engine.ServerId;

/** One request while events are applied to it. */
final class FoldedRequest {
    /* Before the beginning: a picture is not made for each event, so what has not happened yet needs no object. */
    private static final long NEVER = -1;

    private final Happening.Arrived what;
    private final long arrivedNanos;
    private List<RequestState.Attempt> before = List.of();
    private Happening.@Nullable Routed routed;
    private long routedNanos;
    private long connectedNanos;
    private long queuedNanos;
    private long startedNanos;
    private long firstByteNanos;
    private Happening.@Nullable Failure failure;
    private RequestState.@Nullable End end;
    private @Nullable RequestState frozen;

    /** The one that arrived before it, and the one after, among those in the picture. */
    @Nullable
    FoldedRequest previous;

    @Nullable
    FoldedRequest next;

    /** The next one in its slot. */
    @Nullable
    FoldedRequest chained;

    /** How many of those arrived before it, as of the last time that they were counted. */
    int place;

    /** One that has just arrived. */
    FoldedRequest(long nanos, Happening.Arrived what) {
        this.what = what;
        this.arrivedNanos = nanos;
    }

    /** One as it is in a picture. */
    FoldedRequest(RequestState state) {
        this(state.arrivedNanos(), state.what());
        if (!state.attempts().isEmpty()) {
            before = state.attempts().subList(0, state.attempts().size() - 1);
            take(state.attempts().getLast(), state.attempts().size());
        }
        end = state.end().orElse(null);
        frozen = state;
    }

    private void take(RequestState.Attempt last, int attempt) {
        routed = new Happening.Routed(id(), last.server(), attempt, last.why());
        routedNanos = last.routedNanos();
        connectedNanos = last.connectedNanos().orElse(NEVER);
        queuedNanos = last.queuedNanos().orElse(NEVER);
        startedNanos = last.startedNanos().orElse(NEVER);
        firstByteNanos = last.firstByteNanos().orElse(NEVER);
        failure = last.failure().orElse(null);
    }

    RequestState freeze() {
        var state = frozen;
        if (state == null) {
            state = new RequestState(what, arrivedNanos, attempts(), Optional.ofNullable(end));
            frozen = state;
        }
        return state;
    }

    private List<RequestState.Attempt> attempts() {
        var to = routed;
        if (to == null) {
            return List.of();
        }
        var last = new RequestState.Attempt(
                to.server(),
                to.why(),
                routedNanos,
                instant(connectedNanos),
                instant(queuedNanos),
                instant(startedNanos),
                instant(firstByteNanos),
                Optional.ofNullable(failure));
        if (before.isEmpty()) {
            return List.of(last);
        }
        var all = new ArrayList<>(before);
        all.add(last);
        return List.copyOf(all);
    }

    private static Optional<Long> instant(long nanos) {
        return nanos == NEVER ? Optional.empty() : Optional.of(nanos);
    }

    long id() {
        return what.request();
    }

    boolean fromOutside() {
        return what.origin() == Happening.Origin.OUTSIDE;
    }

    long arrivedNanos() {
        return arrivedNanos;
    }

    boolean ended() {
        return end != null;
    }

    /** The server it is at, if an attempt is going on. */
    @Nullable
    ServerId present() {
        return routed == null || failure != null || end != null ? null : routed.server();
    }

    /** Whether it waits for a worker. */
    boolean waiting() {
        return queuedNanos != NEVER && startedNanos == NEVER;
    }

    void route(long nanos, Happening.Routed to) {
        before = attempts();
        routed = to;
        routedNanos = nanos;
        connectedNanos = NEVER;
        queuedNanos = NEVER;
        startedNanos = NEVER;
        firstByteNanos = NEVER;
        failure = null;
        frozen = null;
    }

    void connect(long nanos) {
        if (present() != null) {
            connectedNanos = nanos;
            frozen = null;
        }
    }

    void queue(long nanos) {
        if (present() != null) {
            queuedNanos = nanos;
            frozen = null;
        }
    }

    void start(long nanos) {
        if (present() != null) {
            startedNanos = nanos;
            frozen = null;
        }
    }

    void answer(long nanos) {
        if (present() != null) {
            firstByteNanos = nanos;
            frozen = null;
        }
    }

    /** The present attempt failed. */
    void fail(Happening.Failure how) {
        failure = how;
        frozen = null;
    }

    void end(long nanos, RequestState.Ending ending, int status) {
        end = new RequestState.End(nanos, ending, status);
        frozen = null;
    }
}
