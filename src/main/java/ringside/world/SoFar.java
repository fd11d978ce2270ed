package ringside.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ringside.world.RequestState.Ending;

/** What had been counted of a run by any instant, to within one of six hundred steps; never changes. */
public final class SoFar {
    private static final int STEPS = 600;
    private static final int STEPS_IN_A_STRETCH = 10;

    /**
     * The requests that had ended by an instant.
     *
     * @param ended how many
     * @param dropped how many of those ended without the answer they asked for
     * @param p50Nanos what half of them did not exceed; 0 when none had ended
     * @param p99Nanos what 99 of a hundred did not exceed
     */
    public record Figures(long ended, long dropped, long p50Nanos, long p99Nanos) {}

    private final long stepNanos;
    private final List<Figures> steps;
    private final List<LatencyFigures> stretches;

    private SoFar(long stepNanos, List<Figures> steps, List<LatencyFigures> stretches) {
        this.stepNanos = stepNanos;
        this.steps = List.copyOf(steps);
        this.stretches = List.copyOf(stretches);
    }

    /** Counts a run of so many nanoseconds once more, in the order in which its requests ended. */
    static SoFar of(Roll arrivals, Outcomes outcomes, long nanos) {
        long stepNanos = Math.max(1, Math.ceilDiv(nanos, STEPS));
        var ends = new Ends(arrivals, outcomes, stepNanos);
        var steps = new ArrayList<Figures>();
        var stretches = new ArrayList<LatencyFigures>();
        for (int step = 0; step <= STEPS; step++) {
            steps.add(ends.count(step));
            if (step > 0 && step % STEPS_IN_A_STRETCH == 0) {
                stretches.add(ends.stretch());
            }
        }
        return new SoFar(stepNanos, steps, stretches);
    }

    /** What had been counted by an instant; all there is when that is beyond the end. */
    public Figures at(long nanos) {
        return steps.get(Math.clamp(nanos / stepNanos, 0, STEPS));
    }

    /** How long those requests took that ended within each sixtieth of the run, in order. */
    public List<LatencyFigures> sixtieths() {
        return stretches;
    }

    /** Requests by the step in which they ended, counted step after step. */
    private static final class Ends {
        private final Outcomes outcomes;
        private final int[] inOrder;
        private final int[] beyond = new int[STEPS + 1];
        private final LatencyTally all = new LatencyTally();
        private LatencyTally stretch = new LatencyTally();
        private int counted;
        private int dropped;

        Ends(Roll arrivals, Outcomes outcomes, long stepNanos) {
            this.outcomes = outcomes;
            var ended = IntStream.rangeClosed(1, Math.min(arrivals.count(), outcomes.last()))
                    .filter(r -> outcomes.ending(r).isPresent())
                    .toArray();
            var stepOf = new int[ended.length];
            for (int i = 0; i < ended.length; i++) {
                long at = arrivals.nanos(ended[i]) + outcomes.nanos(ended[i]);
                stepOf[i] = Math.clamp(Math.ceilDiv(at, stepNanos), 0, STEPS);
                beyond[stepOf[i]]++;
            }
            for (int step = 1; step <= STEPS; step++) {
                beyond[step] += beyond[step - 1];
            }
            inOrder = sorted(ended, stepOf);
        }

        private int[] sorted(int[] ended, int[] stepOf) {
            var free = beyond.clone();
            var sorted = new int[ended.length];
            for (int i = ended.length - 1; i >= 0; i--) {
                sorted[--free[stepOf[i]]] = ended[i];
            }
            return sorted;
        }

        /** Counts those that ended in the next step. */
        Figures count(int step) {
            for (; counted < beyond[step]; counted++) {
                int request = inOrder[counted];
                all.add(outcomes.nanos(request));
                stretch.add(outcomes.nanos(request));
                if (outcomes.ending(request)
                        .filter(how -> how != Ending.ANSWERED)
                        .isPresent()) {
                    dropped++;
                }
            }
            var figures = all.figures();
            return new Figures(counted, dropped, figures.p50Nanos(), figures.p99Nanos());
        }

        /** What was counted since this was last asked. */
        LatencyFigures stretch() {
            var figures = stretch.figures();
            stretch = new LatencyTally();
            return figures;
        }
    }
}
