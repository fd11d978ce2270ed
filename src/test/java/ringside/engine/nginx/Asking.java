package ringside.engine.nginx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Next;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;

/** A balancer in front of servers that do as they are told, and the lives of requests that are sent to it. */
final class Asking {
    /** What a client got: the servers asked, in order, {@code none} where there was none to ask, and the status. */
    record Reply(List<String> attempts, int status) {
        Reply(String attempts, int status) {
            this(List.of(attempts.split(" ")), status);
        }
    }

    private final Balancer balancer;
    private NextUpstream rules = NextUpstream.STANDARD;
    private Outcome fault = new Outcome.Answered(500);
    private double seconds;

    private Asking(String id, Pool pool) {
        balancer = new Balancer(Policies.make(PolicyChoice.of(id), () -> (long) (seconds * 1e9), Dice.seeded(7)), pool);
    }

    static Asking by(String id, Pool pool) {
        return new Asking(id, pool);
    }

    /** From now on retries by these rules. */
    Asking retrying(NextUpstream other) {
        rules = other;
        return this;
    }

    /** From now on servers that are told to fail do so like this. */
    Asking failingBy(Outcome other) {
        fault = other;
        return this;
    }

    /** It is this late now. */
    void at(double now) {
        seconds = now;
    }

    /** Sends a request and sees it to its end; these servers fail. */
    Reply send(Request request, Set<String> failing) {
        var trail = balancer.begin(request);
        var attempts = new ArrayList<String>();
        int left = rules.atFirst(balancer.pool());
        while (balancer.pick(trail, Detail.REASONED) instanceof Pick.Chosen(var server, var _)) {
            attempts.add(Recorded.numberOf(server));
            var outcome = failing.contains(Recorded.numberOf(server)) ? fault : Outcome.OK;
            var next = rules.after(request, outcome, left, Duration.ZERO);
            balancer.settle(new Attempt(server, outcome, next instanceof Next.Retry, 0));
            left = rules.left(left, outcome);
            if (next instanceof Next.Answer(int status)) {
                return new Reply(attempts, status);
            }
        }
        attempts.add("none");
        return new Reply(attempts, 502);
    }

    /** The server that answers a key, the attempt ended before the next one. */
    String answering(String key) {
        return send(Request.keyed(key), Set.of()).attempts().getLast();
    }

    /** The server that answers a client. */
    String answeringClient(String client) {
        return send(new Request(client, "/", ""), Set.of()).attempts().getLast();
    }

    /** The servers that answer so many requests, one after the other. */
    String next(int count) {
        var servers = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            servers.add(answering(""));
        }
        return String.join(" ", servers);
    }

    /** Sends a request that stays; the server that has it, or {@code none}. */
    String open() {
        return switch (balancer.pick(balancer.begin(Request.keyed("")), Detail.REASONED)) {
            case Pick.Chosen(var server, var _) -> Recorded.numberOf(server);
            case Pick.Refused _ -> "none";
        };
    }

    /** A request that stayed ends well. */
    void close(ServerId server) {
        balancer.settle(new Attempt(server, Outcome.OK, false, 0));
    }

    Balancer balancer() {
        return balancer;
    }
}
