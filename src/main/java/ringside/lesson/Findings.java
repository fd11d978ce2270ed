package ringside.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import ringside.world.Scenario;

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

    /** Keeps what came of a trial's ways. */
    void put(Attempt gone) {
        ways.putAll(gone.ways());
        begun.put(gone.trial(), gone.begins());
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
