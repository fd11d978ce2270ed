package ringside.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import ringside.engine.Health;
import ringside.engine.Ledger;
import ringside.engine.ServerId;
import ringside.world.Happening.*;

/** Applies events, one after the other, to a picture. */
final class Fold {
    /*
     * What is applied must never fail: after a gap in the record there may be servers and requests that nobody has
     * heard of. Those in flight at a gap are forgotten, and what becomes of them later is not counted.
     */
    private Scenario scenario;
    private final Map<ServerId, FoldedServer> servers = new LinkedHashMap<>();
    private final FoldedRequests requests;
    private final FoldedSeconds seconds;
    private final FoldedTotals totals;
    private final FoldedLegs legs;
    private OriginLoad origin;
    private Optional<Ledger> remap;
    private Optional<Routed> decision;
    private long sequence;
    private long nanos;

    /** A world where nothing has happened yet. */
    Fold(Scenario scenario) {
        this.scenario = scenario;
        requests = new FoldedRequests();
        seconds = new FoldedSeconds();
        totals = new FoldedTotals(Snapshot.Totals.NONE);
        legs = new FoldedLegs(Snapshot.Legs.NONE);
        origin = OriginLoad.NONE;
        remap = Optional.empty();
        decision = Optional.empty();
    }

    /** A world as it was. */
    Fold(Keyframe from) {
        var picture = from.picture();
        scenario = picture.scenario();
        picture.servers().forEach(s -> servers.put(s.id(), new FoldedServer(s)));
        requests = new FoldedRequests(picture, from.ended());
        seconds = new FoldedSeconds(picture.seconds());
        totals = new FoldedTotals(picture.totals());
        legs = new FoldedLegs(picture.legs());
        origin = picture.origin();
        remap = picture.remap();
        decision = picture.decision();
        sequence = picture.sequence();
        nanos = picture.nanos();
    }

    /** The sequence number of the event that is to be applied next. */
    long sequence() {
        return sequence;
    }

    /** How far time has passed. */
    long nanos() {
        return nanos;
    }

    /** Lets time pass until an instant and shows it. */
    Snapshot freeze(long at) {
        passTo(at);
        return new Snapshot(
                nanos,
                sequence,
                scenario,
                poolThenDraining(),
                requests.held(),
                requests.outside(),
                totals.freeze(),
                legs.freeze(),
                origin,
                seconds.freeze(),
                remap,
                decision);
    }

    /** The same, to go on from later. */
    Keyframe keyframe() {
        return new Keyframe(freeze(nanos), requests.ended());
    }

    private List<ServerState> poolThenDraining() {
        var states = new ArrayList<ServerState>(servers.size());
        for (var spec : scenario.servers()) {
            var server = servers.get(spec.id());
            if (server != null && !server.draining()) {
                states.add(server.freeze());
            }
        }
        if (states.size() < servers.size()) {
            servers.values().stream().filter(FoldedServer::draining).forEach(s -> states.add(s.freeze()));
        }
        return List.copyOf(states);
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
            case OfServer change -> applyToServer(change);
            case OfConnection change -> legs.apply(change);
            case OfOrigin change -> origin = origin.after(change);
            case Began(var begun) -> scenario = begun;
            case Applied(var _, var after) -> order(after);
            case Remapped(var ledger) -> remap = Optional.of(ledger);
            case Missed(long events) -> forget(events);
            case Notice _, Panicked _, Calmed _ -> {}
        }
    }

    private void applyToRequest(OfRequest life) {
        switch (life) {
            case Arrived arrived -> arrive(arrived);
            case Routed routed -> route(routed);
            case Matched _, HeldBack _, InLine _ -> {
                // it is at the balancer still
            }
            case Connected(long id, var _, long _) ->
                ifInFlight(id, request -> change(request, a -> a.connected(nanos)));
            case Queued(long id, var server) -> ifInFlight(id, request -> queue(request, server));
            case Started(long id, var server) -> ifInFlight(id, request -> start(request, server));
            case Accepted(long _, var server, int woken) -> ifKnown(server, s -> s.wake(woken));
            case LookedUp(long _, var server, var found) -> ifKnown(server, s -> s.look(found));
            case FirstByte(long id, var _) -> ifInFlight(id, request -> change(request, a -> a.answering(nanos)));
            case Retried(long id, var _, var failure) -> ifInFlight(id, request -> retry(request, failure));
            case Completed(long id, var _, int status) -> ifInFlight(id, request -> complete(request, status));
            case Failed(long id, var failure, int status) -> ifInFlight(id, request -> fail(request, failure, status));
            case Refused(long id, var _, int status) -> ifInFlight(id, request -> refuse(request, status));
        }
    }

    private void applyToServer(OfServer change) {
        switch (change) {
            case Joined(var id, var address) -> join(id, address);
            case Left(var id) -> servers.remove(id);
            case Draining(var id) -> ifKnown(id, FoldedServer::drain);
            case ProbeSent(var id, var _) -> ifKnown(id, s -> s.probe(nanos));
            case ProbePassed(var id, var kind, var told, long took, var health) ->
                ifKnown(id, s -> s.probed(new ServerState.Probe(nanos, kind, true, told, took), health));
            case ProbeFailed(var id, var kind, var told, long took, var health) ->
                ifKnown(id, s -> s.probed(new ServerState.Probe(nanos, kind, false, told, took), health));
            case Ejected _, Readmitted _ -> {
                // the check that brought it about carried the health after it
            }
            case PassivelyEjected(var id, long _) -> ifKnown(id, s -> s.eject(true));
            case Returned(var id) -> ifKnown(id, s -> s.eject(false));
            case BreakerTurned(var id, var to) -> ifKnown(id, s -> s.turn(to));
        }
    }

    private void arrive(Arrived arrived) {
        totals.arrived++;
        seconds.arrive();
        requests.arrive(RequestState.arrived(nanos, arrived));
    }

    private void route(Routed routed) {
        decision = Optional.of(routed);
        ifInFlight(routed.request(), request -> {
            seconds.choose(routed.server());
            ifKnown(routed.server(), FoldedServer::choose);
            requests.replace(request.routed(nanos, routed));
        });
    }

    private void queue(RequestState request, ServerId server) {
        ifKnown(server, FoldedServer::queue);
        change(request, a -> a.queued(nanos));
    }

    private void start(RequestState request, ServerId server) {
        boolean waited = request.present().filter(RequestState.Attempt::waiting).isPresent();
        ifKnown(server, s -> s.start(waited));
        change(request, a -> a.started(nanos));
    }

    private void retry(RequestState request, Failure failure) {
        totals.retried++;
        requests.replace(abandon(request, failure));
    }

    private void complete(RequestState request, int status) {
        if (status >= 500) {
            fail(request, Failure.SERVER_ERROR, status);
            return;
        }
        request.present().ifPresent(attempt -> {
            release(attempt);
            ifKnown(attempt.server(), FoldedServer::countAnswer);
        });
        totals.answered++;
        seconds.answer(nanos - request.arrivedNanos());
        end(request, RequestState.Ending.ANSWERED, status);
    }

    private void fail(RequestState request, Failure failure, int status) {
        boolean late = failure == Failure.TIMED_OUT || failure == Failure.CONNECT_TIMEOUT;
        if (late) {
            totals.timedOut++;
        } else {
            totals.failed++;
        }
        seconds.fail(nanos - request.arrivedNanos());
        end(abandon(request, failure), late ? RequestState.Ending.TIMED_OUT : RequestState.Ending.FAILED, status);
    }

    private void refuse(RequestState request, int status) {
        totals.refused++;
        seconds.fail(nanos - request.arrivedNanos());
        end(request, RequestState.Ending.REFUSED, status);
    }

    /** Ends the attempt that is going on, if one is, as a failure. */
    private RequestState abandon(RequestState request, Failure failure) {
        var present = request.present();
        if (present.isEmpty()) {
            return request;
        }
        release(present.get());
        if (failure != Failure.CLIENT_GONE && failure != Failure.EXHAUSTED) {
            ifKnown(present.get().server(), FoldedServer::countFailure);
        }
        return request.change(a -> a.failed(failure));
    }

    private void release(RequestState.Attempt attempt) {
        ifKnown(attempt.server(), s -> s.release(attempt.waiting()));
    }

    private void end(RequestState request, RequestState.Ending ending, int status) {
        requests.replace(request.ended(new RequestState.End(nanos, ending, status)));
    }

    private void change(RequestState request, UnaryOperator<RequestState.Attempt> how) {
        if (request.present().isPresent()) {
            requests.replace(request.change(how));
        }
    }

    private void join(ServerId id, String address) {
        var spec = scenario.server(id).orElseGet(() -> ServerSpec.named(id.name()));
        var known = servers.get(id);
        if (known == null) {
            servers.put(id, new FoldedServer(spec, address, unchecked()));
        } else {
            known.join(spec, address, unchecked());
        }
    }

    private void order(Scenario after) {
        boolean forgets = Difference.forgetsHealth(scenario.checks(), after.checks());
        scenario = after;
        for (var spec : after.servers()) {
            ifKnown(spec.id(), s -> s.order(spec));
        }
        if (forgets) {
            servers.values().forEach(s -> s.trust(unchecked()));
        }
    }

    private Health unchecked() {
        return Health.unchecked(scenario.checks().rise(), scenario.checks().fall());
    }

    private void forget(long events) {
        totals.missed += events;
        requests.forgetInFlight();
        servers.values().forEach(FoldedServer::forgetInFlight);
    }

    private void ifInFlight(long id, Consumer<RequestState> what) {
        requests.inFlight(id).ifPresent(what);
    }

    private void ifKnown(ServerId id, Consumer<FoldedServer> what) {
        var server = servers.get(id);
        if (server != null) {
            what.accept(server);
        }
    }
}
