package ringside.engine.envoy;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of the load each priority of a cluster gets, in whole per cent that add up to 100.
 *
 * @param healthy for the healthy hosts of each priority, or for all of them where it panics
 * @param degraded for its degraded hosts
 * @param panics whether all hosts of it are used, well or not
 */
public record PriorityLoad(List<Integer> healthy, List<Integer> degraded, List<Boolean> panics) {
    /*
     * A priority counts as whole while 100 / 140 of its hosts are healthy: the overprovisioning factor is what they can
     * take beyond their share. Below that, load spills over to the next priority, little by little. A priority panics when
     * all of them together are not whole and fewer of its own hosts than the threshold are well; when every one of them
     * does, the load goes by the number of hosts. As read in the source.
     */

    /** What Envoy multiplies the healthy part with when nothing is configured, in per cent. */
    public static final int OVERPROVISIONING = 140;

    /** The part of its hosts below which a priority panics when nothing is configured, in per cent. */
    public static final int PANIC_THRESHOLD = 50;

    private static final int WHOLE = 100;

    /**
     * The hosts of one priority.
     *
     * @param hosts how many there are
     * @param healthy how many of them are healthy
     * @param degraded how many of them are degraded: well enough, if need be
     */
    public record Level(int hosts, int healthy, int degraded) {
        public Level {
            if (healthy < 0 || degraded < 0 || healthy + degraded > hosts) {
                throw new IllegalArgumentException(
                        healthy + " healthy and " + degraded + " degraded hosts are not among " + hosts);
            }
        }

        /** One without degraded hosts. */
        public Level(int hosts, int healthy) {
            this(hosts, healthy, 0);
        }

        private int available(int some) {
            return hosts == 0 ? 0 : (int) Math.min(WHOLE, (long) OVERPROVISIONING * some / hosts);
        }

        private boolean below(int threshold) {
            return hosts == 0 ? threshold > 0 : 100.0 * healthy / hosts + 100.0 * degraded / hosts < threshold;
        }
    }

    /**
     * Where one request goes.
     *
     * @param priority to which priority, from 0
     * @param degraded whether to its degraded hosts
     */
    public record Choice(int priority, boolean degraded) {}

    public PriorityLoad {
        healthy = List.copyOf(healthy);
        degraded = List.copyOf(degraded);
        panics = List.copyOf(panics);
    }

    /** The load of priorities by Envoy's own figures, the first priority first; there is one at least. */
    public static PriorityLoad of(List<Level> levels) {
        return of(levels, PANIC_THRESHOLD);
    }

    /** The same with another panic threshold in per cent, 0 for no panic. */
    public static PriorityLoad of(List<Level> levels, int panicThreshold) {
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("a cluster has 1 priority or more");
        }
        int[] healthy = levels.stream().mapToInt(l -> l.available(l.healthy())).toArray();
        int[] degraded =
                levels.stream().mapToInt(l -> l.available(l.degraded())).toArray();
        int total = Math.min(
                WHOLE, IntStream.of(healthy).sum() + IntStream.of(degraded).sum());
        var panics = levels.stream()
                .map(level -> total < WHOLE && level.below(panicThreshold))
                .toList();
        if (panics.contains(false) && total > 0) {
            return shared(healthy, degraded, total, panics);
        }
        return panics.contains(false) ? allToTheFirst(panics) : byHosts(levels, panics);
    }

    private static PriorityLoad shared(int[] healthy, int[] degraded, int total, List<Boolean> panics) {
        int[] toHealthy = new int[healthy.length];
        int[] toDegraded = new int[degraded.length];
        int left = share(toHealthy, healthy, total, WHOLE);
        left = share(toDegraded, degraded, total, left);
        int first = firstAbove(healthy);
        if (first < healthy.length) {
            toHealthy[first] += left;
        } else {
            toDegraded[firstAbove(degraded)] += left;
        }
        return new PriorityLoad(boxed(toHealthy), boxed(toDegraded), panics);
    }

    /** Gives each its part of what is left, as far as it goes; what is left then. */
    private static int share(int[] loads, int[] available, int total, int before) {
        int left = before;
        for (int i = 0; i < loads.length; i++) {
            loads[i] = Math.min(left, available[i] * WHOLE / total);
            left -= loads[i];
        }
        return left;
    }

    private static PriorityLoad allToTheFirst(List<Boolean> panics) {
        int[] none = new int[panics.size()];
        int[] all = none.clone();
        all[0] = WHOLE;
        return new PriorityLoad(boxed(all), boxed(none), panics);
    }

    private static PriorityLoad byHosts(List<Level> levels, List<Boolean> panics) {
        int[] hosts = levels.stream().mapToInt(Level::hosts).toArray();
        long total = IntStream.of(hosts).asLongStream().sum();
        if (total == 0) {
            return allToTheFirst(panics);
        }
        int[] loads = IntStream.of(hosts).map(n -> (int) (100L * n / total)).toArray();
        loads[firstAbove(hosts)] += WHOLE - IntStream.of(loads).sum();
        return new PriorityLoad(boxed(loads), boxed(new int[loads.length]), panics);
    }

    private static int firstAbove(int[] numbers) {
        return (int) IntStream.of(numbers).takeWhile(n -> n == 0).count();
    }

    private static List<Integer> boxed(int[] numbers) {
        return IntStream.of(numbers).boxed().toList();
    }

    /** The priority of a request: healthy hosts of each priority first, then degraded ones, by a random number or a hash. */
    public Choice choose(long hash) {
        int left = (int) Long.remainderUnsigned(hash, WHOLE) + 1;
        for (int i = 0; i < healthy.size(); i++) {
            left -= healthy.get(i);
            if (left <= 0) {
                return new Choice(i, false);
            }
        }
        for (int i = 0; i < degraded.size(); i++) {
            left -= degraded.get(i);
            if (left <= 0) {
                return new Choice(i, true);
            }
        }
        throw new IllegalStateException("loads add up to less than 100 %: " + this);
    }
}
