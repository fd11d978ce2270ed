package ringside.engine.envoy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.RemapLaw;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;

/** Gives each key to the first host clockwise on a ring of at least so many points, dealt out by weight. */
public final class RingHash extends HashPolicy<HashRing> implements RingPolicy {
    /*
     * Envoy's RING_HASH, after ketama: point i of a host is the hash of its name, an underscore and i. The name is its
     * address and port, so a host that comes back at another address has other points.
     *
     * Trap: the standard smallest ring of 1024 points is meant for a handful of hosts. With a hundred, each has eleven,
     * and shares stray by a third from the fair one.
     */
    private static final int MOST = 8_388_608;
    private static final PolicyOption.Whole FEWEST = new PolicyOption.Whole(
            "minimum-ring-size", "how many points all hosts have together at least", 1, MOST, 1024);
    private static final PolicyOption.Whole LARGEST = new PolicyOption.Whole(
            "maximum-ring-size", "how many points all hosts have together at most", 1, MOST, MOST);
    private static final PolicyOption.OneOf FUNCTION = new PolicyOption.OneOf(
            "hash-function", "what places the points; keys are always xxHash64", List.of("xx_hash", "murmur_hash_2"));

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "envoy/ring-hash",
            "Gives each key to the first host clockwise on a ring of at least so many points, dealt out by weight.",
            List.of(FEWEST, LARGEST, FUNCTION, BoundedLoad.option()),
            choice -> Optional.of(law(choice)),
            Policies.Maker.of(RingHash::new));

    private final int fewest;
    private final int largest;
    private final boolean murmur;

    /**
     * By these options.
     *
     * @throws IllegalArgumentException when the smallest ring is larger than the largest
     */
    public RingHash(PolicyChoice choice) {
        super(BoundedLoad.factor(choice), HashRing.NONE);
        fewest = FEWEST.of(choice);
        largest = LARGEST.of(choice);
        murmur = FUNCTION.of(choice).equals("murmur_hash_2");
        if (fewest > largest) {
            throw new IllegalArgumentException(FEWEST.name() + " is at most " + LARGEST.name() + ", which is " + largest
                    + ", not \"" + fewest + "\"");
        }
    }

    private static RemapLaw law(PolicyChoice choice) {
        var ring = new RingHash(choice);
        return RemapLaw.ofShareIn(pool -> {
            var hosts = Hosts.of(pool);
            var counts = ring.counts(hosts);
            var byPlace = new int[pool.size()];
            for (int i = 0; i < hosts.count(); i++) {
                byPlace[hosts.place(i)] = counts.of(i);
            }
            return member -> byPlace[pool.placeOf(member.id()).orElseThrow()];
        });
    }

    PointCounts counts(Hosts among) {
        return PointCounts.of(among, fewest, largest);
    }

    /** {@inheritDoc} A ring may have {@value HashRing#MOST_POINTS} points. */
    @Override
    HashRing lay(Hosts among) {
        return HashRing.of(among, counts(among), murmur);
    }

    @Override
    public List<Point> points() {
        return layout().points();
    }

    /** {@inheritDoc} Envoy lays its ring anew for those that are left, and then they have more points than before. */
    @Override
    public List<Point> ends(Predicate<ServerId> open) {
        var all = pool().members();
        var left = all.stream().filter(m -> open.test(m.id())).toList();
        return left.size() == all.size()
                ? points()
                : layOrNothing(Hosts.of(Pool.of(left))).points();
    }

    @Override
    public Position positionOf(String key) {
        return new Position(hash(key), 0);
    }
}
