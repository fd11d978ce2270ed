package ringside.sim;

import java.util.Map;
import java.util.function.Consumer;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Happening.Failure;

/** Takes requests, has the balancer choose, and sees each to its end. */
final class Proxy implements Server.Listener {
    private final Setting setting;
    private final Balancer balancer;
    private final Map<ServerId, Server> servers;
    private final Consumer<Server> idle;
    private long timeoutNanos;
    private boolean looksInside = true;
    private long requests;

    /**
     * A proxy in front of servers that may come and go.
     *
     * @param idle is told when a server has nothing in flight any more
     */
    Proxy(Setting setting, Balancer balancer, Map<ServerId, Server> servers, Consumer<Server> idle) {
        this.setting = setting;
        this.balancer = balancer;
        this.servers = servers;
        this.idle = idle;
    }

    /** From now on handles requests so; one that nobody looks into is a connection that carries it alone. */
    void follow(Handling handling) {
        timeoutNanos = handling.timeout().toNanos();
        looksInside = handling.layer() == Handling.Layer.HTTP;
    }

    /** A request arrives, and goes as far as it can at once. */
    void arrive(Request asked) {
        var request = looksInside ? asked : Request.unopened(asked.client());
        var job = new Job(
                ++requests,
                balancer.begin(request),
                setting.chance().service().roll(),
                setting.chance().errors().roll());
        setting.tell(new Happening.Arrived(
                job.number(),
                Happening.Origin.OURS,
                request.client(),
                request.method(),
                request.path(),
                request.key()));
        job.until(setting.agenda().in(timeoutNanos, () -> fail(job, Failure.TIMED_OUT)));
        switch (pick(job)) {
            case Pick.Chosen chosen -> send(job, chosen);
            case Pick.Refused(var cause) -> {
                job.end();
                setting.tell(new Happening.Refused(job.number(), cause));
            }
        }
    }

    private Pick pick(Job job) {
        return balancer.another(job.trail(), Detail.REASONED);
    }

    /** Sends a job to the chosen server, or to others as long as connections are refused. */
    private void send(Job job, Pick.Chosen first) {
        var chosen = first;
        while (true) {
            var server = servers.get(chosen.server());
            if (server == null) {
                throw new IllegalStateException("the balancer chose " + chosen.server() + ", which is not there");
            }
            int attempt = job.goTo(server, setting.agenda().now());
            setting.tell(new Happening.Routed(job.number(), server.id(), attempt, chosen.why()));
            if (!server.refuses()) {
                server.take(job);
                return;
            }
            job.turnBack();
            settle(job, server, new Outcome.Broken(Outcome.How.REFUSED), true);
            if (!(pick(job) instanceof Pick.Chosen next)) {
                fail(job, Failure.CONNECTION_REFUSED);
                return;
            }
            setting.tell(new Happening.Retried(job.number(), server.id(), Failure.CONNECTION_REFUSED));
            chosen = next;
        }
    }

    @Override
    public void queued(Job job, Server at) {
        setting.tell(new Happening.Queued(job.number(), at.id()));
    }

    @Override
    public void started(Job job, Server at) {
        setting.tell(new Happening.Started(job.number(), at.id()));
    }

    @Override
    public void answered(Job job, int status) {
        var outcome = inside(job) ? new Outcome.Answered(status) : Outcome.OK;
        if (status >= 500 && inside(job)) {
            end(job, new Happening.Failed(job.number(), Failure.SERVER_ERROR, status), outcome);
        } else {
            var server = job.at().orElseThrow().id();
            end(job, new Happening.Completed(job.number(), server, seen(job, status)), outcome);
        }
    }

    @Override
    public void lost(Job job, Failure how) {
        fail(job, how);
    }

    private void fail(Job job, Failure how) {
        int status = switch (how) {
            case TIMED_OUT -> 504;
            case QUEUE_FULL, CONNECTION_REFUSED -> 503;
            default -> 502;
        };
        end(job, new Happening.Failed(job.number(), how, seen(job, status)), outcome(how, status));
    }

    /** A status is seen by those alone who look into a request. */
    private static int seen(Job job, int status) {
        return inside(job) ? status : 0;
    }

    private static boolean inside(Job job) {
        return !job.trail().request().method().isEmpty();
    }

    private void end(Job job, Happening how, Outcome outcome) {
        var server = job.at();
        job.end();
        setting.tell(how);
        server.ifPresent(s -> {
            s.giveUp(job);
            settle(job, s, outcome, false);
        });
    }

    /** What the balancer sees of a failure: a server whose queue is full says so, others say nothing. */
    private static Outcome outcome(Failure how, int status) {
        return switch (how) {
            case QUEUE_FULL -> new Outcome.Answered(status);
            case TIMED_OUT -> new Outcome.Broken(Outcome.How.TIMEOUT);
            case CONNECTION_REFUSED -> new Outcome.Broken(Outcome.How.REFUSED);
            default -> new Outcome.Broken(Outcome.How.CLOSED);
        };
    }

    private void settle(Job job, Server server, Outcome outcome, boolean retried) {
        long took = setting.agenda().now() - job.chosenAt();
        balancer.settle(new Attempt(server.id(), outcome, retried, took));
        if (balancer.inFlight(server.id()) == 0) {
            idle.accept(server);
        }
    }
}
