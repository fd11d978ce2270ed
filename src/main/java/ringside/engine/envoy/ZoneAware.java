package ringside.engine.envoy;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import ringside.engine.Dice;

/** Keeps traffic in its own zone as far as every zone gets its fair share of it. */
public sealed interface ZoneAware {
    /** A whole, in the parts that shares of zones are reckoned in. */
    int WHOLE = 10_000;

    /** The fewest healthy hosts that zones are told apart for when nothing is configured. */
    int MIN_CLUSTER_SIZE = 6;

    /**
     * Zones are not told apart.
     *
     * @param because why not
     */
    record Off(Because because) implements ZoneAware {}

    /** Why zones are not told apart. */
    enum Because {
        /** The upstream cluster has fewer than two zones. */
        ONE_ZONE,
        /** This cluster has no instances in this zone. */
        NOBODY_HERE,
        /** The upstream cluster has too few healthy hosts, for one of which all of a zone would be too much. */
        FEW_HOSTS,
        /** The upstream cluster panics. */
        PANIC
    }

    /** This zone has its share of hosts or more: all requests stay in it. */
    record AllLocal() implements ZoneAware {}

    /**
     * This zone has less than its share.
     *
     * @param localShare how many of 10000 requests stay
     * @param residual what each zone can take of the others, of 10000; nothing for this zone
     */
    record Spilling(int localShare, List<Integer> residual) implements ZoneAware {
        public Spilling {
            residual = List.copyOf(residual);
        }
    }

    /**
     * Who there is.
     *
     * @param instances of this cluster in each zone, this zone first
     * @param hosts healthy ones of the upstream cluster in each zone, in the same order
     */
    record Zones(List<Integer> instances, List<Integer> hosts) {
        public Zones {
            instances = List.copyOf(instances);
            hosts = List.copyOf(hosts);
            if (instances.size() != hosts.size()) {
                throw new IllegalArgumentException("instances and hosts are counted for the same zones, not for "
                        + instances.size() + " and " + hosts.size());
            }
        }

        private static int total(List<Integer> counts) {
            return counts.stream().mapToInt(count -> count).sum();
        }

        private static int[] shares(List<Integer> counts) {
            long total = total(counts);
            return counts.stream()
                    .mapToInt(count -> total == 0 ? 0 : (int) ((long) WHOLE * count / total))
                    .toArray();
        }
    }

    /**
     * How the requests of priority 0 are spread over zones; as read in the source.
     *
     * @param minClusterSize the fewest healthy hosts that zones are told apart for
     * @param panic whether the upstream cluster panics
     */
    static ZoneAware of(Zones zones, int minClusterSize, boolean panic) {
        if (zones.hosts().stream().filter(count -> count > 0).count() < 2) {
            return new Off(Because.ONE_ZONE);
        }
        if (zones.instances().getFirst() == 0) {
            return new Off(Because.NOBODY_HERE);
        }
        if (Zones.total(zones.hosts()) < minClusterSize) {
            return new Off(Because.FEW_HOSTS);
        }
        return panic ? new Off(Because.PANIC) : spread(Zones.shares(zones.instances()), Zones.shares(zones.hosts()));
    }

    private static ZoneAware spread(int[] local, int[] upstream) {
        if (upstream[0] > 0 && upstream[0] >= local[0]) {
            return new AllLocal();
        }
        var residual = IntStream.range(0, local.length)
                .map(zone -> zone == 0 ? 0 : Math.max(0, upstream[zone] - local[zone]))
                .boxed()
                .toList();
        return new Spilling((int) ((long) upstream[0] * WHOLE / local[0]), residual);
    }

    /** The zone of one request, this one being 0; empty when any host of any zone may have it. */
    default OptionalInt choose(Dice dice) {
        return switch (this) {
            case Off _ -> OptionalInt.empty();
            case AllLocal() -> OptionalInt.of(0);
            case Spilling(int share, var _) when dice.roll(WHOLE) < share -> OptionalInt.of(0);
            case Spilling(var _, var residual) -> OptionalInt.of(drawn(residual, dice));
        };
    }

    /** A zone by what it can take; any at all when rounding has left nothing. */
    private static int drawn(List<Integer> residual, Dice dice) {
        int total = 0;
        for (int each : residual) {
            total += each;
        }
        if (total == 0) {
            return dice.roll(residual.size());
        }
        int left = dice.roll(total);
        int zone = 0;
        while (left >= residual.get(zone)) {
            left -= residual.get(zone);
            zone++;
        }
        return zone;
    }
}
