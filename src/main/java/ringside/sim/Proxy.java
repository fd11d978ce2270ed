package ringside.sim;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.world.Happening;
import ringside.world.Happening.Failure;

/** Takes requests, has the balancer choose, and sees each to its end. */
final class Proxy implements Server.Listener {
    /** How long the proxy waits for a connection. */
    private static final long CONNECT_NANOS = 1_000_000_000;

    private final Setting setting;
    private final Balancer balancer;
    private final Map<ServerId, Server> servers;
    private final Consumer<Server> idle;
    private long timeoutNanos;
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

    /** Lets requests that arrive from now on wait this long. */
    void allow(Duration timeout) {
        timeoutNanos = timeout.toNanos();
    }

    /** A request arrives, and goes as far as it can at once; when it is over, something is done. */
    void arrive(Request request, Runnable then) {
        var job = new Job(
                ++requests,
                balancer.begin(request),
                setting.chance().service().roll(),
                setting.chance().errors().roll(),
                then);
        setting.tell(new Happening.Arrived(
                job.number(), Happening.Origin.OURS, request.client(), "GET", request.path(), request.key()));
        expectAnswer(job);
        switch (pick(job)) {
            case Pick.Chosen chosen -> send(job, chosen);
            case Pick.Refused(var cause) -> {
                job.end();
                setting.tell(new Happening.Refused(job.number(), cause));
                job.goOn();
            }
        }
    }

    private void expectAnswer(Job job) {
        job.until(setting.agenda().in(timeoutNanos, () -> fail(job, Failure.TIMED_OUT)));
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
            switch (server.reception()) {
                case TAKEN -> server.take(job);
                case IGNORED -> waitForConnection(job, server);
                case REFUSED -> {
                    var next = turnBack(job, server, Failure.CONNECTION_REFUSED, Outcome.How.REFUSED);
                    if (next.isPresent()) {
                        chosen = next.get();
                        continue;
                    }
                }
            }
            return;
        }
    }

    private void waitForConnection(Job job, Server server) {
        job.until(setting.agenda().in(Math.min(timeoutNanos, CONNECT_NANOS), () -> {
            expectAnswer(job);
            turnBack(job, server, Failure.CONNECT_TIMEOUT, Outcome.How.CONNECT_TIMEOUT)
                    .ifPresent(next -> send(job, next));
        }));
    }

    /** There was no getting through to a server: where to go instead, unless the job has failed by that. */
    private Optional<Pick.Chosen> turnBack(Job job, Server server, Failure failure, Outcome.How how) {
        job.turnBack();
        settle(job, server, new Outcome.Broken(how), true);
        if (!(pick(job) instanceof Pick.Chosen next)) {
            fail(job, failure);
            return Optional.empty();
        }
        setting.tell(new Happening.Retried(job.number(), server.id(), failure));
        return Optional.of(next);
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
    public void begun(Job job, Server at) {
        job.begin();
        setting.tell(new Happening.FirstByte(job.number(), at.id()));
    }

    @Override
    public void answered(Job job, int status) {
        var outcome = new Outcome.Answered(status);
        if (status >= 500) {
            end(job, new Happening.Failed(job.number(), Failure.SERVER_ERROR, status), outcome);
        } else {
            var server = job.at().orElseThrow().id();
            end(job, new Happening.Completed(job.number(), server, status), outcome);
        }
    }

    @Override
    public void lost(Job job, Failure how) {
        fail(job, how);
    }

    private void fail(Job job, Failure how) {
        if (job.answering()) {
            end(job, new Happening.Failed(job.number(), how, 0), Outcome.OK);
            return;
        }
        int status = switch (how) {
            case TIMED_OUT -> 504;
            case QUEUE_FULL, CONNECTION_REFUSED, CONNECT_TIMEOUT -> 503;
            default -> 502;
        };
        end(job, new Happening.Failed(job.number(), how, status), outcome(how, status));
    }

    private void end(Job job, Happening how, Outcome outcome) {
        var server = job.at();
        job.end();
        setting.tell(how);
        server.ifPresent(s -> {
            s.giveUp(job);
            settle(job, s, outcome, false);
        });
        job.goOn();
    }

    /** What the balancer sees of a failure: a server whose queue is full says so, others say nothing. */
    private static Outcome outcome(Failure how, int status) {
        return switch (how) {
            case QUEUE_FULL -> new Outcome.Answered(status);
            case TIMED_OUT -> new Outcome.Broken(Outcome.How.TIMEOUT);
            case CONNECTION_REFUSED -> new Outcome.Broken(Outcome.How.REFUSED);
            case MALFORMED_ANSWER -> new Outcome.Broken(Outcome.How.INVALID_HEADER);
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
