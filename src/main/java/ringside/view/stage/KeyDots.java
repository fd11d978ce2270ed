package ringside.view.stage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where keys are drawn: each at the turn of its hash, and as far inward as its neighbours push it, so that crowded
 * stretches of the ring can be seen.
 *
 * @param turns each key's turn, 0 to 1
 * @param lanes how many dots lie between each key and the ring
 * @param most how many lie at most between a key and the ring
 * @param outermost how far from the middle lane 0 lies
 * @param pitch from lane to lane
 * @param dot the radius of a dot
 * @param radius of the ring they were placed for; on one of another size they move along
 */
record KeyDots(Turns turns, List<Integer> lanes, int most, double outermost, double pitch, double dot, double radius) {
    private static final double[] SIZES = {3.2, 2.6, 2.1, 1.7, 1.4, 1.1, 0.9, 0.7};

    /** Places keys in a ring with the largest dots that leave the middle free. */
    static KeyDots in(RingGeometry ring, Turns turns) {
        double deepest = ring.radius() * 0.42;
        double outermost = ring.inner() - Math.max(9, ring.radius() * 0.05);
        int[] order = IntStream.range(0, turns.size())
                .boxed()
                .sorted(Comparator.comparingDouble(turns::at))
                .mapToInt(i -> i)
                .toArray();
        for (double size : SIZES) {
            double pitch = size * 2 + Math.min(1, size * 0.4);
            int[] lanes = pack(turns, order, pitch / (2 * Math.PI * outermost));
            int most = Arrays.stream(lanes).max().orElse(0);
            if (outermost - most * pitch >= deepest || size == SIZES[SIZES.length - 1]) {
                double fitted = Math.min(pitch, (outermost - deepest) / Math.max(1, most));
                return new KeyDots(
                        turns, Arrays.stream(lanes).boxed().toList(), most, outermost, fitted, size, ring.radius());
            }
        }
        throw new AssertionError("the smallest size always returns");
    }

    private static int[] pack(Turns turns, int[] order, double width) {
        var lanes = new int[turns.size()];
        var ends = new double[turns.size() + 1];
        Arrays.fill(ends, -1);
        for (int key : order) {
            int lane = 0;
            while (ends[lane] >= turns.at(key)) {
                lane++;
            }
            lanes[key] = lane;
            ends[lane] = turns.at(key) + width;
        }
        return lanes;
    }

    /** How many keys are drawn. */
    int size() {
        return turns.size();
    }

    /** Where a key is drawn. */
    Place place(RingGeometry ring, int key) {
        return ring.at(turns.at(key), (outermost - lanes.get(key) * pitch) * ring.radius() / radius);
    }

    /** How far from the middle of the ring the innermost of them ends. */
    double innermost(RingGeometry ring) {
        return (outermost - most * pitch) * ring.radius() / radius - dot;
    }

    /** The key drawn nearest to a point, if one is that near. */
    Optional<Integer> nearest(RingGeometry ring, Place at, double within) {
        int found = -1;
        double best = within;
        for (int key = 0; key < size(); key++) {
            double distance = place(ring, key).distance(at);
            if (distance < best) {
                best = distance;
                found = key;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(found);
    }
}
