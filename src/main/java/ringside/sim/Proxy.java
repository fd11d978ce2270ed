package ringside.sim;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.gate.Gate;
import ringside.engine.gate.Step;
import ringside.engine.gate.Visit;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Happening.Failure;
import ringside.world.Recording;
import ringside.world.Scenario;

/** Takes requests, has the gate say where each goes, and sees it to its end. */
final class Proxy implements Server.Listener {
    /** How long the proxy waits for a connection. */
    private static final long CONNECT_NANOS = 1_000_000_000;

    private final Setting setting;
    private final Gate gate;
    private final Function<ServerId, Optional<Server>> servers;
    private final Consumer<Server> idle;
    private long timeoutNanos;
    private final Acquaintance acquaintance;
    private boolean looksInside = true;
    private long requests;

    /**
     * A proxy in front of servers that may come and go.
     *
     * @param idle is told when a server has nothing in flight any more
     */
    Proxy(Setting setting, Gate gate, Function<ServerId, Optional<Server>> servers, Consumer<Server> idle) {
        this.setting = setting;
        this.gate = gate;
        this.servers = servers;
        this.idle = idle;
        this.acquaintance = new Acquaintance(setting);
    }

    /**
     * From now on handles requests so: attempts that begin may take this long, and in layer 4 each request is a connection
     * that carries it alone, unless it comes over one that carries several.
     */
    void follow(Scenario scenario) {
        timeoutNanos = scenario.timeout().toNanos();
        acquaintance.use(scenario.sessions());
        looksInside = scenario.handling().layer() == Handling.Layer.HTTP;
    }

    /** A request arrives, and goes as far as it can at once; when it is over, something is done. */
    void arrive(Request asked, Runnable then) {
        arrive(asked, Happening.Origin.OURS, Optional.empty(), then);
    }

    /** The same over a connection: in layer 4 its first request chooses the server for all of them. */
    void arrive(Request asked, Connection over, Runnable then) {
        if (looksInside) {
            hangUp(over);
            arrive(asked, then);
            return;
        }
        var job = job(Optional.empty(), then);
        job.comeOver(over);
        var visit = over.visit().orElseGet(() -> visit(Request.unopened(asked.client()), job));
        job.arrive(visit, asked.key());
        if (setting.heard()) {
            announce(job.number(), Happening.Origin.OURS, visit);
        }
        over.server()
                .ifPresentOrElse(at -> send(job, new Pick.Chosen(at.id(), new Reason.Stays())), () -> proceed(job));
    }

    /** Whether a connection can carry another request: the server that it stays with, if any, is still there. */
    boolean holds(Connection connection) {
        return connection
                .server()
                .filter(at -> servers.apply(at.id()).filter(at::equals).isEmpty()
                        || at.reception() == Server.Reception.REFUSED)
                .isEmpty();
    }

    /** A connection is over, whose server may now have nothing in flight any more. */
    void hangUp(Connection connection) {
        connection.visit().ifPresent(visit -> {
            var server = connection.server().orElseThrow();
            connection.letGo();
            gate.ended(visit, Outcome.OK, false);
            gate.leave(visit);
            idleIfSo(server);
        });
    }

    /** One that was recorded arrives again. */
    void arrive(Recording.Arrival again) {
        var request = new Request(again.client(), again.method(), again.path(), Map.of(), again.key());
        arrive(request, again.origin(), again.service(), () -> {});
    }

    private void arrive(Request asked, Happening.Origin origin, Optional<Recording.Service> measured, Runnable then) {
        var request = looksInside ? acquaintance.carrying(asked, origin) : Request.unopened(asked.client());
        var job = job(measured, then);
        var visit = visit(request, job);
        job.arrive(visit, asked.key());
        if (setting.heard()) {
            announce(job.number(), origin, visit);
        }
        proceed(job);
    }

    private Job job(Optional<Recording.Service> measured, Runnable then) {
        return new Job(
                ++requests,
                setting.chance().service().roll(),
                setting.chance().errors().roll(),
                measured,
                then);
    }

    private Visit visit(Request request, Job job) {
        return gate.arrive(request, () -> setting.agenda().in(0, () -> proceed(job)));
    }

    private void announce(long number, Happening.Origin origin, Visit visit) {
        var request = visit.request();
        setting.tell(new Happening.Arrived(
                number, origin, request.client(), request.method(), request.path(), request.key()));
        visit.route().ifPresent(route -> setting.tell(new Happening.Matched(number, route.pool(), route.toString())));
    }

    /** A request does what it is to do next. */
    private void proceed(Job job) {
        if (job.over() || job.at().isPresent()) {
            return;
        }
        switch (gate.next(job.visit())) {
            case Step.Go(var chosen) -> send(job, chosen);
            case Step.Pause(var pause) -> {
                setting.tell(new Happening.HeldBack(job.number(), pause.toNanos()));
                job.until(setting.agenda().in(pause.toNanos(), () -> proceed(job)));
            }
            case Step.Wait(var patience) -> {
                if (job.joinsLine()) {
                    setting.tell(new Happening.InLine(job.number()));
                }
                job.until(setting.agenda().in(patience.toNanos(), () -> proceed(job)));
            }
            case Step.Refused(var cause, var _) ->
                end(job, new Happening.Refused(job.number(), cause, seen(job, cause.status())));
        }
    }

    private void send(Job job, Pick.Chosen chosen) {
        var found = servers.apply(chosen.server());
        if (found.isEmpty()) {
            turnedAway(job, chosen.server(), Failure.KILLED, Outcome.How.REFUSED);
            return;
        }
        var server = found.get();
        int attempt = job.goTo(server);
        if (setting.heard()) {
            setting.tell(new Happening.Routed(job.number(), server.id(), attempt, chosen.why()));
        }
        switch (server.reception()) {
            case TAKEN -> {
                job.until(setting.agenda().unless(timeoutNanos, () -> fail(job, Failure.TIMED_OUT)));
                server.take(job);
            }
            case REFUSED -> turnedAway(job, server.id(), Failure.CONNECTION_REFUSED, Outcome.How.REFUSED);
            case IGNORED ->
                job.until(setting.agenda()
                        .in(
                                Math.min(timeoutNanos, CONNECT_NANOS),
                                () -> turnedAway(
                                        job, server.id(), Failure.CONNECT_TIMEOUT, Outcome.How.CONNECT_TIMEOUT)));
        }
    }

    private void turnedAway(Job job, ServerId server, Failure how, Outcome.How outcome) {
        var at = job.at();
        job.turnBack();
        end(job, server, new Outcome.Broken(outcome), how, 503);
        at.ifPresent(this::idleIfSo);
    }

    @Override
    public void queued(Job job, Server at) {
        if (setting.heard()) {
            setting.tell(new Happening.Queued(job.number(), at.id()));
        }
    }

    @Override
    public void accepted(Job job, Server at, int woken) {
        setting.tell(new Happening.Accepted(job.number(), at.id(), woken));
    }

    @Override
    public void started(Job job, Server at) {
        if (setting.heard()) {
            setting.tell(new Happening.Started(job.number(), at.id()));
        }
    }

    @Override
    public void begun(Job job, Server at) {
        job.begin();
        setting.tell(new Happening.FirstByte(job.number(), at.id()));
    }

    @Override
    public void answered(Job job, int status) {
        if (status >= 500 && inside(job)) {
            fail(job, new Outcome.Answered(status), Failure.SERVER_ERROR, status);
            return;
        }
        var server = job.at().orElseThrow();
        acquaintance.make(job, server, status);
        if (setting.heard()) {
            setting.tell(new Happening.Completed(job.number(), server.id(), seen(job, status)));
        }
        if (!job.keeps(server)) {
            gate.ended(job.visit(), inside(job) ? new Outcome.Answered(status) : Outcome.OK, false);
            gate.leave(job.visit());
        }
        leave(job);
        idleIfSo(server);
    }

    /** A status is seen by those alone who look into a request. */
    private static int seen(Job job, int status) {
        return inside(job) ? status : 0;
    }

    private static boolean inside(Job job) {
        return !job.visit().request().method().isEmpty();
    }

    @Override
    public void lost(Job job, Failure how) {
        fail(job, how);
    }

    private void fail(Job job, Failure how) {
        if (job.answering()) {
            fail(job, new Outcome.Truncated(200), how, 0);
            return;
        }
        switch (how) {
            case QUEUE_FULL -> fail(job, new Outcome.Answered(503), how, 503);
            case TIMED_OUT -> fail(job, new Outcome.Broken(Outcome.How.TIMEOUT), how, 504);
            case MALFORMED_ANSWER -> fail(job, new Outcome.Broken(Outcome.How.INVALID_HEADER), how, 502);
            default -> fail(job, new Outcome.Broken(Outcome.How.CLOSED), how, 502);
        }
    }

    private void fail(Job job, Outcome outcome, Failure how, int status) {
        var server = job.at().orElseThrow();
        server.giveUp(job);
        job.turnBack();
        end(job, server.id(), outcome, how, status);
        idleIfSo(server);
    }

    /** An attempt went wrong: another follows, or its client hears of it. */
    private void end(Job job, ServerId server, Outcome outcome, Failure how, int status) {
        boolean first = !job.rides();
        if (gate.ended(job.visit(), outcome, first && !job.answering()) && first) {
            setting.tell(new Happening.Retried(job.number(), server, how));
            proceed(job);
        } else {
            end(job, new Happening.Failed(job.number(), how, seen(job, status)));
        }
    }

    private void end(Job job, Happening how) {
        setting.tell(how);
        job.breakOff();
        gate.leave(job.visit());
        leave(job);
    }

    private static void leave(Job job) {
        job.end();
        job.goOn();
    }

    private void idleIfSo(Server server) {
        if (gate.inFlight(server.id()) == 0) {
            idle.accept(server);
        }
    }
}
