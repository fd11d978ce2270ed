package ringside.view.stage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Seats around the ring: each server as near as possible to the turn it wants, and none upon another. */
final class RingSeats {
    private static final int PASSES = 300;
    private static final double EVEN_FROM = 0.7;

    private RingSeats() {}

    /**
     * The turns servers sit at, in the order given.
     *
     * @param wanted the turns they would like
     * @param apart the least distance between two, in turns; seats are spread evenly when there is too little room
     */
    static double[] of(double[] wanted, double apart) {
        int n = wanted.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Span.wrap(wanted[i])))
                .mapToInt(i -> i)
                .toArray();
        double[] turns =
                Arrays.stream(order).mapToDouble(i -> Span.wrap(wanted[i])).toArray();
        if (n * apart >= EVEN_FROM) {
            spread(turns);
        } else {
            relax(turns, apart);
        }
        var seats = new double[n];
        for (int i = 0; i < n; i++) {
            seats[order[i]] = Span.wrap(turns[i]);
        }
        return seats;
    }

    private static void spread(double[] turns) {
        int n = turns.length;
        double lean = 0;
        for (int i = 0; i < n; i++) {
            lean += turns[i] - (double) i / n;
        }
        for (int i = 0; i < n; i++) {
            turns[i] = lean / n + (double) i / n;
        }
    }

    private static void relax(double[] turns, double apart) {
        int n = turns.length;
        for (int pass = 0; pass < PASSES && n > 1; pass++) {
            boolean rests = true;
            for (int i = 0; i < n; i++) {
                int next = (i + 1) % n;
                double gap = turns[next] + (next == 0 ? 1 : 0) - turns[i];
                if (gap < apart - 1e-9) {
                    turns[i] -= (apart - gap) / 2;
                    turns[next] += (apart - gap) / 2;
                    rests = false;
                }
            }
            if (rests) {
                return;
            }
        }
    }
}
