package ringside.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import ringside.world.Scenario;
import ringside.world.Simulator;

/** What was found out in a lesson and is kept: figures that were measured, and what came of its trials. */
final class Findings {
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Map<String, Tried> ways = new LinkedHashMap<>();
    private final Map<Block.Trial, Scenario> begun = new LinkedHashMap<>();

    /** Keeps a figure under its name. */
    void keep(Block.Keep what, double figure) {
        figures.put(what.id(), figure);
    }

    /** A figure, once it was kept. */
    OptionalDouble figure(String id) {
        return figures.containsKey(id) ? OptionalDouble.of(figures.get(id)) : OptionalDouble.empty();
    }

    /** Goes all ways of a trial, and keeps what comes of them. @throws IllegalArgumentException when a way can't be gone */
    void put(Block.Trial trial, Scenario begins, Simulator simulator) {
        var all = new LinkedHashMap<String, Tried>();
        trial.ways().forEach(way -> all.put(way.id(), Tried.run(way, begins, trial.lasts(), simulator)));
        ways.putAll(all);
        begun.put(trial, begins);
    }

    /** How the world was set up when a trial was begun, once it was. */
    Optional<Scenario> begun(Block.Trial trial) {
        return Optional.ofNullable(begun.get(trial));
    }

    /** What came of a way, once it was gone. */
    Optional<Tried> way(String id) {
        return Optional.ofNullable(ways.get(id));
    }
}
