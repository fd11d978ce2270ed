package ringside.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.Simulator;

/**
 * The ways of a trial, to be gone on any one thread; {@link LessonRun#take} keeps what came of them.
 *
 * <p>It touches no world: the lesson goes on meanwhile.
 */
public final class Attempt {
    private final Block.Trial trial;
    private final Scenario begins;
    private final Simulator simulator;
    private final Map<String, Tried> ways = new LinkedHashMap<>();

    Attempt(Block.Trial trial, Scenario begins, Simulator simulator) {
        this.trial = trial;
        this.begins = begins;
        this.simulator = simulator;
    }

    /**
     * Goes all ways to their ends.
     *
     * @throws IllegalArgumentException when something of a way can't be done
     * @throws java.util.concurrent.CancellationException when the rest was not wanted any more
     */
    public void go(Progress progress) {
        int all = trial.ways().size();
        for (var way : trial.ways()) {
            int before = ways.size();
            ways.put(
                    way.id(),
                    Tried.run(way, begins, trial.lasts(), simulator, share -> progress.goOn((before + share) / all)));
        }
    }

    /** Which trial it is of. */
    Block.Trial trial() {
        return trial;
    }

    /** How the world was set up when it was begun. */
    Scenario begins() {
        return begins;
    }

    /** What came of the ways gone so far. */
    Map<String, Tried> ways() {
        return ways;
    }
}
