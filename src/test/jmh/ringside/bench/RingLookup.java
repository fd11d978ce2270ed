package ringside.bench;

import com.dynatrace.hash4j.consistent.ConsistentBucketHasher;
import com.dynatrace.hash4j.consistent.ConsistentHashing;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;
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
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.hash.Utf8;
import ringside.engine.hash.XxHash64;
import ringside.engine.textbook.VirtualNodeRing;

/** From a key to its server: the ring that decides in Ringside, beside what one would take instead. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RingLookup {
    @Param("100")
    int servers;

    private final Utf8 utf8 = new Utf8();
    private final VirtualNodeRing ring = new VirtualNodeRing(Bench.POINTS);
    private final TreeMap<Long, ServerId> tree = new TreeMap<>();
    private final HashFunction murmur = Hashing.murmur3_128();
    private final Hasher64 xxh3 = com.dynatrace.hash4j.hashing.Hashing.xxh3_64();
    private final ConsistentBucketHasher jumpBack = ConsistentHashing.jumpBackHashSplitMix64();
    private Request[] requests = {};
    private long[] positions = {};
    private ServerId[] owners = {};
    private ServerId[] byNumber = {};
    private Candidates up = _ -> true;
    private int next;

    /** Lays the same points for all of ours, and names the servers of the others. */
    @Setup
    public void lay() {
        var pool = Bench.pool(servers);
        ring.use(pool);
        up = Candidates.upIn(pool);
        requests = Bench.requests();
        byNumber = pool.members().stream().map(m -> m.id()).toArray(ServerId[]::new);
        ring.points().forEach(p -> tree.put(p.position().high() ^ Long.MIN_VALUE, p.server()));
        positions = tree.keySet().stream().mapToLong(Long::longValue).toArray();
        owners = new ArrayList<>(tree.values()).toArray(ServerId[]::new);
    }

    private Request request() {
        return requests[next++ & (Bench.KEYS - 1)];
    }

    private long position(Request request) {
        return XxHash64.of(utf8.hold(request.key()), 0) & (-1L << 32) ^ Long.MIN_VALUE;
    }

    /** The policy {@code textbook/ring}, asked as the worlds ask it. */
    @Benchmark
    public Pick ringside() {
        return ring.pick(request(), up, Loads.IDLE, Detail.PLAIN);
    }

    /** The same points in a sorted array, found by binary search. */
    @Benchmark
    public ServerId sortedArray() {
        int found = Arrays.binarySearch(positions, position(request()));
        int at = found < 0 ? -found - 1 : found;
        return owners[at == owners.length ? 0 : at];
    }

    /** The same points in a tree. */
    @Benchmark
    public ServerId treeMap() {
        var point = tree.ceilingEntry(position(request()));
        return (point == null ? tree.firstEntry() : point).getValue();
    }

    /** Guava's jump hash, which can lose only its last server. */
    @Benchmark
    public ServerId guava() {
        return byNumber[
                Hashing.consistentHash(murmur.hashUnencodedChars(request().key()), servers)];
    }

    /** hash4j's JumpBackHash, which can lose only its last server. */
    @Benchmark
    public ServerId jumpBackHash() {
        return byNumber[jumpBack.getBucket(xxh3.hashCharsToLong(request().key()), servers)];
    }
}
