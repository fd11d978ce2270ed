package ringside.lesson;

import java.time.Duration;
import java.util.Optional;
import ringside.engine.ServerId;
import ringside.world.Progress;
import ringside.world.RunFigures;
import ringside.world.Scenario;
import ringside.world.Simulator;
import ringside.world.Statistics;
import ringside.world.Tape;

/** What came of one way of a trial. */
final class Tried {
    private final RunFigures figures;
    private final Watch watch;

    private Tried(RunFigures figures, Watch watch) {
        this.figures = figures;
        this.watch = watch;
    }

    /** Goes a way. @throws IllegalArgumentException when something of it can't be done */
    static Tried run(Block.Way way, Scenario begins, Duration lasts, Simulator simulator, Progress progress) {
        var tape = tape(way, begins, lasts);
        var statistics = new Statistics(tape.begins());
        var watch = new Watch();
        simulator.run(
                tape,
                (nanos, what) -> {
                    statistics.tell(nanos, what);
                    watch.tellOfWhole(nanos, what);
                },
                progress);
        return new Tried(statistics.figures(tape.nanos()), watch);
    }

    private static Tape tape(Block.Way way, Scenario begins, Duration lasts) {
        var scenario = begins;
        for (var said : way.words()) {
            if (said.at().isZero()) {
                scenario =
                        said.words().wish().in(scenario, _ -> Optional.empty()).on(scenario);
            }
        }
        scenario.tryOut();
        var tape = Tape.of(scenario).until(lasts.toNanos());
        for (var said : way.words()) {
            if (!said.at().isZero()) {
                tape = then(tape, said);
            }
        }
        return tape;
    }

    private static Tape then(Tape tape, Block.TimedWords said) {
        var now = tape.scenarioAt(said.at().toNanos());
        var command = said.words().wish().in(now, _ -> Optional.empty());
        command.on(now).tryOut();
        return tape.also(said.at().toNanos(), command);
    }

    /** What was counted. */
    RunFigures figures() {
        return figures;
    }

    /** What the caches did. */
    CacheWatch.Part caches() {
        return watch.caches().all();
    }

    /** What one server was given. */
    Tally of(ServerId server) {
        return watch.since(server);
    }
}
