package ringside.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ringside.engine.Attempt;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Request;

/** A request through the balancer, from its beginning to its answer, by the size of the pool. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PickScaling {
    @Param({"10", "100", "1000", "10000"})
    int servers;

    @Param({
        "textbook/round-robin",
        "textbook/smooth-weighted-round-robin",
        "textbook/least-connections",
        "textbook/two-choices",
        "textbook/ring",
        "textbook/maglev",
        "nginx/round-robin",
        "haproxy/leastconn",
        "envoy/least-request"
    })
    String policy;

    private Balancer balancer = new Balancer(Policies.make(PolicyChoice.of("textbook/round-robin")), Pool.EMPTY);
    private Request[] requests = {};
    private int next;

    /** Puts the policy before the pool. */
    @Setup
    public void prepare() {
        balancer = new Balancer(Policies.make(PolicyChoice.of(policy)), Bench.pool(servers));
        requests = Bench.requests();
    }

    /** One request, answered at once. */
    @Benchmark
    public Pick request() {
        var trail = balancer.begin(requests[next++ & (Bench.KEYS - 1)]);
        var pick = balancer.pick(trail, Detail.PLAIN);
        if (pick instanceof Pick.Chosen(var server, var _)) {
            balancer.settle(new Attempt(server, Outcome.OK, false, 0));
        }
        return pick;
    }
}
