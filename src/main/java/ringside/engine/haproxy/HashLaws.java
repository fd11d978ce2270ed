package ringside.engine.haproxy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.RemapLaw;
import ringside.engine.ServerId;
import ringside.engine.Ticks;

/** How many keys a change of the pool moves between two fresh starts: the share of all hashes whose server differs. */
final class HashLaws {
    /*
     * On two maps of n and m cells, a hash's two remainders are any pair that agrees modulo gcd(n, m), each as often
     * (the Chinese remainder theorem); the keys that stay are the pairs of cells with one server.
     *
     * On two rings, servers differ arc by arc. The law takes them as they are, for there is more to a change than shares:
     * when servers have no numbers of their own, one that goes renumbers those behind it, and their nodes with them.
     */
    private HashLaws() {}

    static RemapLaw of(PolicyChoice choice) {
        return HashType.consistent(choice)
                ? (before, after) -> onRings(farm(before, choice), farm(after, choice))
                : (before, after) -> inMaps(farm(before, choice), farm(after, choice));
    }

    private static Farm farm(Pool pool, PolicyChoice choice) {
        var farm = new Farm(Ticks.STOPPED, choice);
        farm.use(pool);
        return farm;
    }

    private static double inMaps(Farm before, Farm after) {
        var old = new ServerMap();
        var now = new ServerMap();
        old.use(before);
        now.use(after);
        if (old.size() == 0 || now.size() == 0) {
            return old.size() == now.size() ? 0 : 1;
        }
        int divisor = gcd(old.size(), now.size());
        long kept = IntStream.range(0, divisor)
                .mapToLong(rest -> {
                    var nowOwned = owned(now, after, rest, divisor);
                    return owned(old, before, rest, divisor).entrySet().stream()
                            .mapToLong(e -> e.getValue() * nowOwned.getOrDefault(e.getKey(), 0L))
                            .sum();
                })
                .sum();
        return 1 - kept / ((double) old.size() / divisor * now.size());
    }

    private static Map<ServerId, Long> owned(ServerMap map, Farm farm, int rest, int divisor) {
        var counts = new HashMap<ServerId, Long>();
        for (int cell = rest; cell < map.size(); cell += divisor) {
            counts.merge(farm.id(map.at(cell)), 1L, Long::sum);
        }
        return counts;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static double onRings(Farm before, Farm after) {
        var old = Nodes.of(before);
        var now = Nodes.of(after);
        if (old.size() == 0 || now.size() == 0) {
            return old.size() == now.size() ? 0 : 1;
        }
        long[] starts = LongStream.concat(
                        LongStream.of(0, 1L << Integer.SIZE), LongStream.concat(old.arcStarts(), now.arcStarts()))
                .sorted()
                .distinct()
                .toArray();
        long moved = 0;
        for (int i = 0; i + 1 < starts.length; i++) {
            int hash = (int) starts[i];
            if (!old.serverOf(old.nearest(hash)).equals(now.serverOf(now.nearest(hash)))) {
                moved += starts[i + 1] - starts[i];
            }
        }
        return moved / 0x1p32;
    }
}
