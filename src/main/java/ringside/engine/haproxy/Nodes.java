package ringside.engine.haproxy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.hash.Avalanche;

/** The nodes of servers on HAProxy's ring, clockwise. */
final class Nodes {
    /*
     * Node k of server number id lies at the full hash of id * 4096 + k, one node for each unit of effective weight. The
     * number is hashed, not the name or the address: two configurations with the same numbers have the same ring, and
     * deleting a line renumbers those below it. A change of weight adds or removes the last nodes of that server alone.
     *
     * A hash belongs to the nearest node on either side, the one before if both are as near: each node's arc is then the
     * mean of two gaps rather than one gap, and shares are more even than on a ring that looks one way only, as from twice
     * as many nodes.
     *
     * Each node is one number, its place above and its server below, so that sorting is sorting numbers.
     */
    private static final int MOST_PER_SERVER = 4096;

    private final Pool pool;
    private final long[] nodes;

    private Nodes(Pool pool, long[] nodes) {
        this.pool = pool;
        this.nodes = nodes;
    }

    /** Nobody's. */
    static Nodes none() {
        return new Nodes(Pool.EMPTY, new long[0]);
    }

    /** The nodes of those on duty. */
    static Nodes of(Farm farm) {
        return of(farm, farm.duty());
    }

    /** The nodes of the servers at these places. */
    static Nodes of(Farm farm, int[] places) {
        int[] numbers = Numbers.of(farm.pool());
        long[] nodes = Arrays.stream(places)
                .mapToObj(place -> IntStream.range(0, farm.weight(place))
                        .mapToLong(k -> node(Avalanche.of(numbers[place] * MOST_PER_SERVER + k), place)))
                .flatMapToLong(of -> of)
                .sorted()
                .toArray();
        return new Nodes(farm.pool(), nodes);
    }

    private static long node(int key, int place) {
        return Integer.toUnsignedLong(key) << (Integer.SIZE - 1) | place;
    }

    int size() {
        return nodes.length;
    }

    /** Where a node lies, unsigned. */
    int keyOf(int node) {
        return (int) (nodes[node] >>> (Integer.SIZE - 1));
    }

    /** The place in the pool of a node's server. */
    int placeOf(int node) {
        return (int) nodes[node] & Integer.MAX_VALUE;
    }

    ServerId serverOf(int node) {
        return pool.at(placeOf(node)).id();
    }

    /** The node clockwise from another. */
    int next(int node) {
        return node + 1 == nodes.length ? 0 : node + 1;
    }

    /** The first node at a hash or clockwise from it. */
    int atOrAfter(int hash) {
        int found = Arrays.binarySearch(nodes, node(hash, 0));
        int node = found >= 0 ? found : -found - 1;
        return node == nodes.length ? 0 : node;
    }

    /** The node before another. */
    int before(int node) {
        return (node == 0 ? nodes.length : node) - 1;
    }

    /** The node nearest to a hash. */
    int nearest(int hash) {
        int after = atOrAfter(hash);
        int before = before(after);
        return Integer.compareUnsigned(hash - keyOf(before), keyOf(after) - hash) <= 0 ? before : after;
    }

    /** Where the hashes begin that are nearer to a node than to the one before it, for each node, unsigned. */
    LongStream arcStarts() {
        return IntStream.range(0, nodes.length)
                .map(node -> {
                    int before = keyOf(before(node));
                    return before + ((keyOf(node) - before) >>> 1) + 1;
                })
                .mapToLong(Integer::toUnsignedLong);
    }

    /** Where the arc of keys of each node ends, which is the last of the hashes that are nearer to it than to the next. */
    List<RingPolicy.Point> ends() {
        return IntStream.range(0, nodes.length)
                .mapToObj(node -> {
                    int end = keyOf(node) + ((keyOf(next(node)) - keyOf(node)) >>> 1);
                    return new RingPolicy.Point(Position.ofInt(end), serverOf(node));
                })
                .sorted(Comparator.comparing(RingPolicy.Point::position))
                .toList();
    }

    /** A node as seen from a hash, for a reason. */
    HaproxyReason.Node seenFrom(int hash, int node) {
        int ahead = keyOf(node) - hash;
        int distance = Integer.compareUnsigned(ahead, -ahead) <= 0 ? ahead : -ahead;
        return new HaproxyReason.Node(serverOf(node), Position.ofInt(keyOf(node)), Integer.toUnsignedLong(distance));
    }

    /** Every node. */
    List<RingPolicy.Point> points() {
        return IntStream.range(0, nodes.length)
                .mapToObj(node -> new RingPolicy.Point(Position.ofInt(keyOf(node)), serverOf(node)))
                .toList();
    }
}
