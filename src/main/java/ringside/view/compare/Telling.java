package ringside.view.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import ringside.world.Comparison;
import ringside.world.Progress;
import ringside.world.Side;
import ringside.world.Simulator;
import ringside.world.World;

/**
 * A contest that was told: its figures, and worlds for the two stages.
 *
 * @param contest what was compared
 * @param comparison what came of it
 * @param staged which sides are on the upper and on the lower stage, counted from 0
 * @param worlds a world for each stage, told to its end; none where the side can't be told
 */
public record Telling(Contest contest, Comparison comparison, List<Integer> staged, List<Optional<World>> worlds)
        implements AutoCloseable {
    /** The share of the work that the figures are; the rest is for the stages. */
    private static final double FIGURES = 0.6;

    /** The first two sides. */
    static final List<Integer> FIRST_TWO = List.of(0, 1);

    /**
     * Tells a contest, away from the screen.
     *
     * @throws CancellationException when the rest was not wanted any more
     */
    public static Telling of(Simulator simulator, Contest contest, Progress progress) {
        return of(simulator, contest, FIRST_TWO, progress);
    }

    /** The same with these sides on the stages. */
    static Telling of(Simulator simulator, Contest contest, List<Integer> staged, Progress progress) {
        var comparison = Comparison.of(simulator, contest.tapes(), share -> progress.goOn(share * FIGURES));
        return staging(simulator, contest, comparison, staged, share -> progress.goOn(FIGURES + share * (1 - FIGURES)));
    }

    /** The same contest and figures with other sides on the stages. */
    Telling staging(Simulator simulator, List<Integer> others, Progress progress) {
        return staging(simulator, contest, comparison, others, progress);
    }

    private static Telling staging(
            Simulator simulator, Contest contest, Comparison comparison, List<Integer> staged, Progress progress) {
        var worlds = new ArrayList<Optional<World>>();
        try {
            for (int side : staged) {
                double before = worlds.size();
                worlds.add(
                        comparison.sides().get(side) instanceof Side.Told(var tape, var _, var _, var _, var _, var _)
                                ? Optional.of(simulator.open(tape, share -> progress.goOn((before + share) / 2)))
                                : Optional.empty());
            }
            return new Telling(contest, comparison, staged, List.copyOf(worlds));
        } catch (CancellationException unwanted) {
            worlds.forEach(w -> w.ifPresent(World::close));
            throw unwanted;
        }
    }

    /** The side on a stage, 0 for the upper and 1 for the lower. */
    Side side(int stage) {
        return comparison.sides().get(staged.get(stage));
    }

    /** The contestant on a stage. */
    Contestant contestant(int stage) {
        return contest.contestants().get(staged.get(stage));
    }

    @Override
    public void close() {
        worlds.forEach(w -> w.ifPresent(World::close));
    }
}
