package ringside.bench;

import java.util.List;
import java.util.Map;
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
import ringside.engine.Ledger;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;

/** Who owned each of a million keys before a server left, and who does after. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
public class RemapLedger {
    @Param("1000000")
    int keys;

    private final PolicyChoice ring =
            new PolicyChoice("textbook/ring", Map.of("points", Integer.toString(Bench.POINTS)));
    private List<String> all = List.of();
    private Pool before = Pool.EMPTY;
    private Pool after = Pool.EMPTY;

    /** Names the keys. */
    @Setup
    public void name() {
        all = Bench.keys(keys);
        before = Bench.pool(100);
        after = before.minus(Bench.server(50).id());
    }

    /** One ledger, both rings laid afresh. */
    @Benchmark
    public Ledger ledger() {
        return Ledger.of(ring, before, after, all);
    }
}
