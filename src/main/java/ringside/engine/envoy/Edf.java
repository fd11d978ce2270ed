package ringside.engine.envoy;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Hosts by their deadlines: the earliest is next, of equal ones the one that has waited longest. */
final class Edf {
    /*
     * Earliest deadline first (edf_scheduler.h). The next deadline of a host that was picked is its last one and
     * 1/weight, by its weight just now: the others keep theirs, however stale the weights behind them.
     *
     * All Envoys that start together would begin with the same host, so each makes a number of picks before its first.
     * The older one really made them, fewer than there are hosts, which hardly mixed them. The newer (early 2024)
     * reckons where any number of picks would lead: each host had the whole part of its share of them, and the few that
     * are missing are made. A little is added to each weight so that rounding does not put a deadline before its turn.
     */
    private static final int MOST_PICKS = 429_496_729;
    private static final double LITTLE = 1e-13;

    /** A host's turn to come. */
    static final class Turn {
        private final int place;
        private double weight;
        private double deadline;
        private long arrival;

        private Turn(int place) {
            this.place = place;
        }

        /** Whose it is, by its place in the pool. */
        int place() {
            return place;
        }

        /** The weight that set the deadline. */
        double weight() {
            return weight;
        }

        /** When it is due, in picks for each unit of weight. */
        double deadline() {
            return deadline;
        }
    }

    private static final Comparator<Turn> EARLIEST =
            Comparator.<Turn>comparingDouble(turn -> turn.deadline).thenComparingLong(turn -> turn.arrival);

    private final PriorityQueue<Turn> queue = new PriorityQueue<>(EARLIEST);
    private long arrivals;

    private Edf() {}

    /** As the older Envoys begin, after one pick for each of the seed's remainder by the number of hosts. */
    static Edf older(int[] places, IntToDoubleFunction weight, int seed) {
        var edf = new Edf();
        for (int place : places) {
            double now = weight.applyAsDouble(place);
            edf.put(new Turn(place), now, 1 / now);
        }
        edf.pick(places.length == 0 ? 0 : seed % places.length, weight);
        return edf;
    }

    /** As the newer Envoys begin, as after the seed's number of picks. */
    static Edf newer(int[] places, IntToDoubleFunction weight, int seed) {
        var edf = new Edf();
        double[] raised = IntStream.of(places)
                .mapToDouble(place -> weight.applyAsDouble(place) + LITTLE)
                .toArray();
        double sum = 0;
        for (double each : raised) {
            sum += each;
        }
        int picks = seed % MOST_PICKS;
        int left = picks;
        for (int i = 0; i < places.length; i++) {
            int done = (int) (raised[i] * picks / sum);
            if (done > 0 && done / raised[i] >= picks / sum) {
                done--;
            }
            left -= done;
            edf.put(new Turn(places[i]), raised[i], (done + 1) / raised[i]);
        }
        edf.pick(places.length == 0 ? 0 : left, weight);
        return edf;
    }

    private void put(Turn turn, double weight, double deadline) {
        turn.weight = weight;
        turn.deadline = deadline;
        turn.arrival = arrivals++;
        queue.add(turn);
    }

    private void pick(int times, IntToDoubleFunction weight) {
        for (int i = 0; i < times; i++) {
            next(weight);
        }
    }

    /** Takes the earliest turn; what comes back is the next turn of the same host. There must be one. */
    Turn next(IntToDoubleFunction weight) {
        var turn = queue.remove();
        double now = weight.applyAsDouble(turn.place);
        put(turn, now, turn.deadline + 1 / now);
        return turn;
    }

    /** The place of the host that is next. */
    int following() {
        return queue.element().place;
    }

    /** All turns to come, the earliest first. */
    List<Turn> order() {
        return queue.stream().sorted(EARLIEST).toList();
    }
}
