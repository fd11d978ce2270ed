package ringside.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Two to four stories told aside, each to the same instant, and how they differ.
 *
 * @param sides what came of each, in order
 * @param pairings how each differs from each: the outer list by the first of the two, the inner by the second
 */
public record Comparison(List<Side> sides, List<List<Pairing>> pairings) {
    /** The most that are compared at once. */
    public static final int MOST = 4;

    public Comparison {
        sides = List.copyOf(sides);
        pairings = List.copyOf(pairings);
    }

    /**
     * Tells the stories one after the other.
     *
     * @param tapes two to four, which should differ in policy or in what was done, and not in who comes
     * @throws CancellationException when the rest was not wanted any more
     */
    public static Comparison of(Simulator simulator, List<Tape> tapes, Progress progress) {
        Checked.within("a number of stories to compare", tapes.size(), 2, MOST);
        var sides = new ArrayList<Side>();
        for (var tape : tapes) {
            double before = sides.size();
            sides.add(tell(simulator, tape, share -> progress.goOn((before + share) / tapes.size())));
        }
        return new Comparison(
                sides,
                sides.stream()
                        .map(first -> sides.stream()
                                .map(second -> Pairing.of(first, second))
                                .toList())
                        .toList());
    }

    private static Side tell(Simulator simulator, Tape tape, Progress progress) {
        Scenario ends;
        try {
            ends = ending(tape);
        } catch (IllegalArgumentException unfit) {
            return new Side.Unfit(tape, String.valueOf(unfit.getMessage()));
        }
        var outcomes = new Outcomes();
        var statistics = new Statistics(tape.begins(), outcomes);
        var roll = new Roll();
        simulator.run(
                tape,
                (nanos, what) -> {
                    statistics.tell(nanos, what);
                    roll.tell(nanos, what);
                },
                progress);
        var soFar = SoFar.of(roll, outcomes, tape.nanos());
        return new Side.Told(tape, ends, statistics.figures(tape.nanos()), outcomes, roll, soFar);
    }

    /* What was rejected then is passed over now; but a policy that can't work with its pool makes no fair comparison. */
    private static Scenario ending(Tape tape) {
        var at = tape.begins();
        at.tryOut();
        for (var deed : tape.deeds()) {
            at = deed.on(at);
            at.tryOut();
        }
        return at;
    }

    /** How a second side differs from a first, each counted from 0. */
    public Pairing between(int first, int second) {
        return pairings.get(first).get(second);
    }

    /** How many requests came on every side, when all arrivals are the same. */
    public long requests() {
        return sides.stream()
                .mapToLong(s -> s instanceof Side.Told told ? told.arrivals().count() : 0)
                .max()
                .orElse(0);
    }
}
