package ringside.lesson.course;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ringside.config.CommandWords;
import ringside.config.Place;
import ringside.config.Reach;
import ringside.engine.ServerId;
import ringside.lesson.Lessons;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.Happening;
import ringside.world.Progress;
import ringside.world.RunFigures;
import ringside.world.Scenario;
import ringside.world.Statistics;
import ringside.world.Tape;
import ringside.world.World;

/** A minute in the world of a lesson, begun as a test says. */
record Minute(Scenario begins) {
    private static final Duration LENGTH = Duration.ofMinutes(1);

    /** One that begins as the lesson does. */
    static Minute of(String lesson) {
        return new Minute(Lessons.builtIn().find(lesson).orElseThrow().scenario());
    }

    /** The same, after these commands. */
    Minute with(String... commands) {
        var scenario = begins;
        for (var words : commands) {
            scenario = CommandWords.read(Place.startOf("minute"), words, Reach.THIS_MACHINE)
                    .in(scenario, _ -> Optional.empty())
                    .on(scenario);
        }
        return new Minute(scenario);
    }

    /** What was counted when it was over. */
    RunFigures figures() {
        var statistics = new Statistics(begins);
        new Replay().run(Tape.of(begins).until(LENGTH.toNanos()), statistics, Progress.UNWATCHED);
        return statistics.figures(LENGTH.toNanos());
    }

    /** A world that begins so, in which no time has passed. */
    SimulatedWorld world() {
        return new SimulatedWorld(begins);
    }

    /** The first servers that are chosen, by their names. */
    List<String> first(int count) {
        try (var world = world()) {
            world.advanceTo(LENGTH.toNanos());
            return chosen(world).stream().limit(count).toList();
        }
    }

    /** The servers that were chosen in a world, in order, by their names. */
    static List<String> chosen(SimulatedWorld world) {
        return told(world, Happening.Routed.class).stream()
                .map(Happening.Routed::server)
                .map(ServerId::name)
                .toList();
    }

    /** What happened of one kind in a world. */
    static <T extends Happening> List<T> told(SimulatedWorld world, Class<T> kind) {
        return world.timeline().events(0, world.timeline().nextSequence()).stream()
                .filter(e -> kind.isInstance(e.what()))
                .map(e -> kind.cast(e.what()))
                .toList();
    }

    /** Does this in a world now. */
    static void say(World world, String words) {
        world.apply(CommandWords.read(Place.startOf("minute"), words, Reach.THIS_MACHINE)
                .in(world));
    }
}
