package ringside.world;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.engine.Ledger;
import ringside.engine.ServerId;
import ringside.world.Happening.*;

/** Applies events, one after the other, to a picture. */
final class Fold {
    /*
     * What is applied must never fail: after a gap in the record there may be servers and requests that nobody has
     * heard of. Those in flight at a gap are forgotten, and what becomes of them later is not counted.
     */
    private static final Form<Routed> ROUTED = Forms.of(Routed.class);

    private Scenario scenario;
    private final FoldedPool pool;
    private final FoldedRequests requests = new FoldedRequests();
    private final FoldedSeconds seconds;
    private final FoldedTotals totals;
    private final FoldedLegs legs;
    private @Nullable Ledger remap;
    private @Nullable Routed decision;
    private long sequence;
    private long nanos;

    /** A world where nothing has happened yet. */
    Fold(Scenario scenario) {
        this(scenario, 0);
    }

    /** The same, which begins later than at 0 ns. */
    Fold(Scenario scenario, long nanos) {
        this.scenario = scenario;
        pool = new FoldedPool();
        seconds = new FoldedSeconds();
        totals = new FoldedTotals(Snapshot.Totals.NONE);
        legs = new FoldedLegs(Snapshot.Legs.NONE);
        passTo(nanos);
    }

    /** A world as it was, its requests as they were written down. */
    Fold(Keyframe from, Reading written) {
        scenario = from.scenario();
        pool = new FoldedPool(from.servers());
        seconds = new FoldedSeconds(from.seconds());
        totals = new FoldedTotals(from.totals(), from.origin());
        legs = new FoldedLegs(from.legs());
        remap = from.remap().orElse(null);
        sequence = from.sequence();
        nanos = from.nanos();
        requests.read(written);
        decision = written.octet() == 0 ? null : ROUTED.read(written);
    }

    /** The sequence number of the event that is to be applied next. */
    long sequence() {
        return sequence;
    }

    /** How far time has passed. */
    long nanos() {
        return nanos;
    }

    /** How the world is set up. */
    Scenario scenario() {
        return scenario;
    }

    /** Lets time pass until an instant and shows it. */
    Snapshot freeze(long at) {
        passTo(at);
        return new Snapshot(
                nanos,
                sequence,
                scenario,
                pool.freeze(scenario),
                requests.held(),
                requests.outside(),
                totals.freeze(),
                legs.freeze(),
                totals.origin,
                seconds.freeze(),
                Optional.ofNullable(remap),
                Optional.ofNullable(decision));
    }

    /** The same without the requests, to go on from later. */
    Keyframe keyframe() {
        return new Keyframe(
                nanos,
                sequence,
                scenario,
                pool.all(),
                totals.freeze(),
                legs.freeze(),
                totals.origin,
                seconds.freeze(),
                Optional.ofNullable(remap));
    }

    /** Writes down the requests, to go on from later. */
    void write(Pen pen) {
        requests.write(pen);
        var last = decision;
        pen.octet(last == null ? 0 : 1);
        if (last != null) {
            ROUTED.write(last, pen);
        }
    }

    private void passTo(long at) {
        nanos = at;
        seconds.rollTo(at);
    }

    /** Applies the next event. */
    void apply(Event event) {
        passTo(event.nanos());
        sequence = event.sequence() + 1;
        switch (event.what()) {
            case OfRequest life -> applyToRequest(life);
            case OfServer change -> pool.apply(change, nanos, scenario);
            case OfConnection change -> legs.apply(change);
            case OfOrigin change -> {
                totals.origin = totals.origin.after(change);
                pool.apply(change);
                if (change instanceof OriginAsked) {
                    seconds.fetch();
                }
            }
            case Began(var begun) -> scenario = begun;
            case Applied(var _, var after) -> order(after);
            case Remapped(var ledger) -> remap = ledger;
            case Missed(long events) -> forget(events);
            case Notice _, Panicked _, Calmed _ -> {}
        }
    }

    private void applyToRequest(OfRequest life) {
        switch (life) {
            case Arrived arrived -> {
                totals.arrived++;
                seconds.arrive();
                requests.arrive(nanos, arrived);
            }
            case Accepted _ -> pool.apply(life);
            case LookedUp look -> {
                seconds.look(look.found());
                pool.apply(look);
            }
            default -> {
                if (life instanceof Routed routed) {
                    decision = routed;
                }
                var request = requests.inFlight(life.request());
                if (request != null) {
                    apply(life, request);
                }
            }
        }
    }

    private void apply(OfRequest life, FoldedRequest request) {
        switch (life) {
            case Routed routed -> route(request, routed);
            case Connected _ -> request.connect(nanos);
            case Queued(long _, var server) -> queue(request, server);
            case Started(long _, var server) -> start(request, server);
            case FirstByte _ -> request.answer(nanos);
            case Retried(long _, var _, var failure) -> retry(request, failure);
            case Completed what when what.dropped() -> fail(request, Failure.SERVER_ERROR, what.status());
            case Completed(long _, var _, int status) -> complete(request, status);
            case Failed(long _, var failure, int status) -> fail(request, failure, status);
            case Refused(long _, var _, int status) -> refuse(request, status);
            case Arrived _, Matched _, HeldBack _, InLine _, Accepted _, LookedUp _, Recalled _ -> {
                // it is where it was
            }
        }
    }

    private void route(FoldedRequest request, Routed routed) {
        seconds.choose(routed.server());
        var server = pool.find(routed.server());
        if (server != null) {
            server.choose();
        }
        request.route(nanos, routed);
    }

    private void queue(FoldedRequest request, ServerId at) {
        var server = pool.find(at);
        if (server != null) {
            server.queue();
        }
        request.queue(nanos);
    }

    private void start(FoldedRequest request, ServerId at) {
        var server = pool.find(at);
        if (server != null) {
            server.start(request.present() != null && request.waiting());
        }
        request.start(nanos);
    }

    private void retry(FoldedRequest request, Failure failure) {
        totals.retried++;
        abandon(request, failure);
    }

    private void complete(FoldedRequest request, int status) {
        var server = release(request);
        if (server != null) {
            server.countAnswer();
        }
        totals.answered++;
        seconds.answer(nanos - request.arrivedNanos());
        end(request, RequestState.Ending.ANSWERED, status);
    }

    private void fail(FoldedRequest request, Failure failure, int status) {
        if (failure.late()) {
            totals.timedOut++;
        } else {
            totals.failed++;
        }
        seconds.fail(nanos - request.arrivedNanos());
        abandon(request, failure);
        end(request, failure.late() ? RequestState.Ending.TIMED_OUT : RequestState.Ending.FAILED, status);
    }

    private void refuse(FoldedRequest request, int status) {
        totals.refused++;
        seconds.fail(nanos - request.arrivedNanos());
        end(request, RequestState.Ending.REFUSED, status);
    }

    /** Ends the attempt that is going on, if one is, as a failure. */
    private void abandon(FoldedRequest request, Failure failure) {
        if (request.present() == null) {
            return;
        }
        var server = release(request);
        if (server != null && failure != Failure.CLIENT_GONE && failure != Failure.EXHAUSTED) {
            server.countFailure();
        }
        request.fail(failure);
    }

    /** Its attempt that is going on, if one is, leaves the server there. */
    private @Nullable FoldedServer release(FoldedRequest request) {
        var at = request.present();
        var server = at == null ? null : pool.find(at);
        if (server != null) {
            server.release(request.waiting());
        }
        return server;
    }

    private void end(FoldedRequest request, RequestState.Ending ending, int status) {
        request.end(nanos, ending, status);
        requests.ended(request);
    }

    private void order(Scenario after) {
        pool.order(scenario, after);
        scenario = after;
    }

    private void forget(long events) {
        totals.missed += events;
        requests.forgetInFlight();
        pool.forgetInFlight();
    }
}
