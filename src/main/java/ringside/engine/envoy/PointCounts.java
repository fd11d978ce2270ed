package ringside.engine.envoy;

/** How many points each host has on a ring, in proportion to its weight. */
final class PointCounts {
    /*
     * The ring is scaled so that the lightest host has a whole number of points and all together have no fewer than the
     * smallest ring. Points are dealt host by host along a running sum, so that rounding one up rounds another down.
     *
     * Trap: so a host's points depend on the others. When one of three leaves a ring of 1024, the two that stay go from
     * 342 points to 512, and some of their keys change hands between them. Only a lightest host that is heavy enough by
     * itself, with many hosts or a larger smallest ring, is spared that for most of its points.
     */
    private final double scale;
    private final int[] counts;

    private PointCounts(double scale, int[] counts) {
        this.scale = scale;
        this.counts = counts;
    }

    /**
     * The counts for these hosts, at least one.
     *
     * @param fewest the points of the smallest ring
     * @param most the points of the largest ring, which comes first
     */
    static PointCounts of(Hosts hosts, int fewest, int most) {
        double lightest = 1;
        for (int i = 0; i < hosts.count(); i++) {
            lightest = Math.min(lightest, hosts.part(i));
        }
        double scale = Math.min(Math.ceil(lightest * fewest) / lightest, most);
        var counts = new int[hosts.count()];
        double laid = 0;
        double due = 0;
        for (int i = 0; i < counts.length; i++) {
            due += scale * hosts.part(i);
            for (; laid < due; laid++) {
                counts[i]++;
            }
        }
        return new PointCounts(scale, counts);
    }

    /** The points of one host. */
    int of(int index) {
        return counts[index];
    }

    /** What Envoy's statistics give as the size of the ring, now and then one off the number of points. */
    long size() {
        return (long) Math.ceil(scale);
    }
}
