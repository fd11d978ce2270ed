package ringside.engine.envoy;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.SortedRing;
import ringside.engine.hash.Murmur2;
import ringside.engine.hash.Utf8;
import ringside.engine.hash.XxHash64;

/** A ring of 64 bits: a hash leads to the first point at it or after it, an attempt more to the point after that. */
final class HashRing implements Layout {
    /** The most points a ring may have here; Envoy's may have eight times as many. */
    static final int MOST_POINTS = 1_000_000;

    /** A ring without hosts. */
    static final HashRing NONE = new HashRing(new SortedRing(Pool.EMPTY, List.of()));

    private final SortedRing ring;

    private HashRing(SortedRing ring) {
        this.ring = ring;
    }

    /**
     * The ring of some hosts.
     *
     * @param counts how many points each has
     * @param murmur whether MurmurHash2 places the points, rather than xxHash64
     * @throws IllegalArgumentException when there are too many points
     */
    static HashRing of(Hosts hosts, PointCounts counts, boolean murmur) {
        if (counts.size() > MOST_POINTS) {
            throw new IllegalArgumentException("a ring has at most " + MOST_POINTS + " points, not " + counts.size()
                    + ": set a lower maximum-ring-size, or give the servers weights that differ less");
        }
        var utf8 = new Utf8();
        ToLongFunction<String> hash = murmur
                ? text -> Murmur2.of(utf8.hold(text), Murmur2.STANDARD_SEED)
                : text -> XxHash64.of(utf8.hold(text), 0);
        var points = IntStream.range(0, hosts.count())
                .boxed()
                .flatMap(host -> IntStream.range(0, counts.of(host))
                        .mapToObj(i -> point(hash.applyAsLong(hosts.at(host).written() + "_" + i), hosts, host)))
                .toList();
        return new HashRing(new SortedRing(hosts.pool(), points));
    }

    private static RingPolicy.Point point(long hash, Hosts hosts, int host) {
        return new RingPolicy.Point(new Position(hash, 0), hosts.at(host).id());
    }

    /** The points clockwise from twelve o'clock. */
    List<RingPolicy.Point> points() {
        return ring.points();
    }

    @Override
    public int ownerOf(long hash, int attempt) {
        return ring.placeAt(ring.atOrAfter(hash, 0) + attempt);
    }

    @Override
    public int attempts() {
        return ring.size();
    }

    @Override
    public EnvoyReason.Named why(String key, long hash, int attempt, List<ServerId> passed) {
        int first = ring.atOrAfter(hash, 0);
        return new EnvoyReason.OnRing(
                key, new Position(hash, 0), ring.pointAt(first), attempt, ring.pointAt(first + attempt), passed);
    }
}
