package ringside.view.stage;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where keys are drawn: each at the turn of its hash, and as far inward as its neighbours push it, so that crowded
 * stretches of the ring can be seen.
 *
 * @param turns each key's turn, 0 to 1
 * @param lanes how many dots lie between each key and the ring
 * @param outermost how far from the middle lane 0 lies
 * @param pitch from lane to lane
 * @param dot the radius of a dot
 */
record KeyDots(double[] turns, int[] lanes, double outermost, double pitch, double dot) {
    private static final double[] SIZES = {3.2, 2.6, 2.1, 1.7, 1.4, 1.1, 0.9, 0.7};

    /** Places keys in a ring with the largest dots that leave the middle free. */
    static KeyDots in(RingGeometry ring, double... turns) {
        double deepest = ring.radius() * 0.42;
        double outermost = ring.inner() - Math.max(9, ring.radius() * 0.05);
        int[] order = IntStream.range(0, turns.length)
                .boxed()
                .sorted((a, b) -> Double.compare(turns[a], turns[b]))
                .mapToInt(i -> i)
                .toArray();
        for (double size : SIZES) {
            double pitch = size * 2 + Math.min(1, size * 0.4);
            int[] lanes = pack(turns, order, pitch / (2 * Math.PI * outermost));
            int most = Arrays.stream(lanes).max().orElse(0);
            if (outermost - most * pitch >= deepest || size == SIZES[SIZES.length - 1]) {
                return new KeyDots(turns, lanes, outermost, Math.min(pitch, (outermost - deepest) / Math.max(1, most)), size);
            }
        }
        throw new AssertionError("the smallest size always returns");
    }

    private static int[] pack(double[] turns, int[] order, double width) {
        var lanes = new int[turns.length];
        var ends = new double[turns.length];
        Arrays.fill(ends, -1);
        for (int key : order) {
            int lane = 0;
            while (ends[lane] >= turns[key]) {
                lane++;
            }
            lanes[key] = lane;
            ends[lane] = turns[key] + width;
        }
        return lanes;
    }

    /** How many keys are drawn. */
    int size() {
        return turns.length;
    }

    /** Where a key is drawn. */
    Place place(RingGeometry ring, int key) {
        return ring.at(turns[key], outermost - lanes[key] * pitch);
    }
}
