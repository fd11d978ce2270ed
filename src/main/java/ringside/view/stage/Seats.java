package ringside.view.stage;

import java.util.ArrayList;
import java.util.List;

/** A ring and the tiles around it: as large as they fit, in up to three rows, none upon another. */
record Seats(RingGeometry ring, List<Box> tiles) {
    private static final double LARGEST = 46;
    private static final double SMALLEST = 13;
    private static final double SHARE = 0.1;
    private static final double GAP = 14;
    private static final double CLEAR = GAP + 9;
    private static final double MARKS = 12;
    private static final double NAME = 15;
    private static final double LEGIBLE = 30;

    /** What stands below and above a tile, when it is large enough for it. */
    private record Extra(double below, double above) {
        double of(double size) {
            return size >= LEGIBLE ? below + above : 0;
        }

        double name(double size) {
            return size >= LEGIBLE ? below : 0;
        }
    }

    /** The tallest row count is tried last: fewer rows leave a larger ring. */
    static Seats of(Box box, List<StageGeometry.Guest> guests) {
        Seats best = row(box, guests, 1);
        for (int rows = 2; rows <= 3 && tileOf(best) < 24; rows++) {
            best = row(box, guests, rows);
        }
        return best;
    }

    /** Whether a tile, or what stands beside it, lies on a box. */
    boolean touch(Box box) {
        return tiles.stream().anyMatch(t -> t.inset(-GAP).overlaps(box));
    }

    private static double tileOf(Seats seats) {
        return seats.tiles.isEmpty() ? LARGEST : seats.tiles.getFirst().width();
    }

    private static Seats row(Box box, List<StageGeometry.Guest> guests, int rows) {
        var extra = new Extra(
                guests.stream().anyMatch(StageGeometry.Guest::named) ? NAME : 0,
                guests.stream().anyMatch(StageGeometry.Guest::checked) ? MARKS : 0);
        double size = Math.clamp(Math.min(box.width(), box.height()) * SHARE, LEGIBLE + 2, LARGEST);
        RingGeometry ring = ringFor(box, size, rows, extra);
        while (size > SMALLEST && guests.size() * apart(ring, size, rows, extra) > 0.98) {
            size -= 1;
            ring = ringFor(box, size, rows, extra);
        }
        double[] wanted = guests.stream().mapToDouble(StageGeometry.Guest::turn).toArray();
        double[] turns = RingSeats.of(wanted, apart(ring, size, rows, extra));
        return new Seats(ring, seat(ring, turns, size, rows));
    }

    private static RingGeometry ringFor(Box box, double size, int rows, Extra extra) {
        return RingGeometry.in(box, size + CLEAR + extra.above() + extra.name(size) + (rows - 1) * step(size));
    }

    /** From row to row: as far as squares are apart that never touch, whichever way they lie. */
    private static double step(double size) {
        return size * 1.42 + 1;
    }

    private static double reach(RingGeometry ring, double size) {
        return ring.outer() + GAP + size * 0.5;
    }

    private static double apart(RingGeometry ring, double size, int rows, Extra extra) {
        double chord = Math.hypot(size, size + 2 + extra.of(size)) + 4;
        return chord / (2 * Math.PI * reach(ring, size)) / rows;
    }

    private static List<Box> seat(RingGeometry ring, double[] turns, double size, int rows) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < turns.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(turns[a], turns[b]));
        var tiles = new Box[turns.length];
        for (int i = 0; i < turns.length; i++) {
            boolean closing = i == turns.length - 1 && i % rows == 0;
            int row = closing ? rows / 2 : i % rows;
            double distance = reach(ring, size) + row * step(size);
            tiles[order.get(i)] = Box.around(ring.at(turns[order.get(i)], distance), size);
        }
        return List.of(tiles);
    }
}
