package ringside.engine.textbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Request;

/** Sends each key to a bucket by jumps of a generator seeded with its hash; only the last server may go without harm. */
public final class Jump implements Policy {
    /*
     * Jump consistent hash (Lamping and Veach 2014), bit for bit as Guava's consistentHash. Think of the pool growing
     * from one bucket to n: at each step from j to j + 1 a key goes to the new bucket with chance 1 / (j + 1). The
     * generator knows when the next such step comes and jumps there, so a lookup takes about ln n jumps, no memory at
     * all, and shares are even to the last digit.
     *
     * The trap: a bucket has a number and no name. Buckets are the servers that may be asked, in the order of the pool.
     * One more at the end takes its share from all, and the last may go again; but when any other goes, all behind it
     * move up by one, and with them nearly all of their keys. So it is for shards that are numbered and never die, not
     * for servers that do. Weights have no effect.
     */
    private static final long FACTOR = 2_862_933_555_777_941_757L;

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/jump",
            "Sends each key to a bucket by jumps of a generator seeded with its hash; only the last server may go"
                    + " without harm.",
            List.of(),
            new JumpLaw(),
            _ -> new Jump());

    private final TextHash hash = new TextHash();
    private Pool pool = Pool.EMPTY;

    @Override
    public void use(Pool other) {
        pool = other;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        int buckets = candidates.countIn(pool);
        if (buckets == 0) {
            return pool.nobody();
        }
        long seed = hash.wide(request.key());
        int place = candidates.placeOf(bucket(seed, buckets));
        return switch (detail) {
            case PLAIN -> pool.chosen(place);
            case REASONED -> new Pick.Chosen(pool.at(place).id(), why(request.key(), seed, buckets));
        };
    }

    /** The bucket, from 0, of a hash among so many buckets, 1 or more. */
    static int bucket(long hash, int buckets) {
        return jump(hash, buckets, _ -> {});
    }

    private static int jump(long hash, int buckets, IntConsumer visit) {
        long state = hash;
        int bucket = 0;
        for (long next = 0; next < buckets; ) {
            bucket = (int) next;
            visit.accept(bucket);
            state = state * FACTOR + 1;
            next = (long) ((bucket + 1L) * (0x1p31 / ((state >>> 33) + 1)));
        }
        return bucket;
    }

    private static TextbookReason.Jumped why(String key, long seed, int buckets) {
        var visited = new ArrayList<Integer>();
        jump(seed, buckets, visited::add);
        return new TextbookReason.Jumped(key, seed, List.copyOf(visited), buckets);
    }
}
