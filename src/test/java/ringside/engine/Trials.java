package ringside.engine;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Laws tried on many random cases: a failure names the seed that brings the case back. */
public final class Trials {
    private Trials() {}

    /** Runs a trial with this many seeds. */
    public static void of(int trials, Consumer<Random> law) {
        for (int seed = 1; seed <= trials; seed++) {
            try {
                law.accept(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** Servers s0, s1, … that are up, of random weights. */
    public static Pool pool(Random random, int size, int heaviest) {
        return Pool.of(IntStream.range(0, size)
                .mapToObj(i -> Member.up("s" + i, 1 + random.nextInt(heaviest)))
                .toList());
    }

    /** Servers of weight 1 that are up. */
    public static Pool pool(String... names) {
        return Pool.of(List.of(names).stream().map(name -> Member.up(name, 1)).toList());
    }

    /** Keys user:0, user:1, … */
    public static List<String> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "user:" + i).toList();
    }
}
