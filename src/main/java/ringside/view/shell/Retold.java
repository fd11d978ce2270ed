package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Locale;
import java.util.Optional;
import ringside.config.run.Run;
import ringside.view.Layout;
import ringside.world.Progress;
import ringside.world.Simulator;
import ringside.world.VirtualTime;
import ringside.world.World;

/**
 * A run that was told again.
 *
 * @param world where
 * @param layout how its picture is laid out
 * @param note what should be known of it, if it is not simply what was saved
 */
record Retold(VirtualTime world, Layout layout, Optional<String> note) implements AutoCloseable {
    /** Tells one. @throws java.util.concurrent.CancellationException when it is not wanted any more */
    static Retold of(Run run, Simulator simulator, Progress progress) {
        var world = simulator.open(run.tape(), progress);
        return new Retold(world, Layout.valueOf(run.picture().layout().toUpperCase(Locale.ROOT)), note(run, world));
    }

    private static Optional<String> note(Run run, VirtualTime world) {
        if (run.kind() == World.Kind.LIVE) {
            return Optional.of(text("save.was-live"));
        }
        return run.picture().in(world.timeline()).isPresent() ? Optional.empty() : Optional.of(text("save.otherwise"));
    }

    @Override
    public void close() {
        world.close();
    }
}
