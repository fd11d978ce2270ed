package ringside.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ringside.engine.Pool;
import ringside.engine.textbook.VirtualNodeRing;

/** A server of 160 points leaves a ring of 1 000 servers, or comes back; each takes turns with the other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RingChange {
    private static final int SERVERS = 1000;

    private final VirtualNodeRing ring = new VirtualNodeRing(Bench.POINTS);
    private Pool all = Pool.EMPTY;
    private Pool fewer = Pool.EMPTY;
    private boolean left;

    /** Lays the whole ring. */
    @Setup
    public void lay() {
        all = Bench.pool(SERVERS);
        fewer = all.minus(Bench.server(SERVERS / 2).id());
        ring.use(all);
    }

    /** One change. */
    @Benchmark
    public VirtualNodeRing change() {
        left = !left;
        ring.use(left ? fewer : all);
        return ring;
    }
}
