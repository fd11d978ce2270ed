package ringside.view.stage;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.value.ObservableBooleanValue;
import ringside.view.Show;
import ringside.world.Snapshot;

/** Lets a stage follow a show: with every frame, or in steps where motion is reduced. */
final class Pacer {
    private static final double AT_ONCE = 1e5;

    private final Show show;
    private final Staging staging;
    private final ObservableBooleanValue reduced;
    private final Steps steps = new Steps();

    Pacer(Show show, Staging staging, ObservableBooleanValue reduced) {
        this.show = show;
        this.staging = staging;
        this.reduced = reduced;
    }

    /** Goes on for some time to watch, and tells what has to be drawn again. */
    Set<Layer> pass(double millis) {
        if (reduced.get()) {
            return step(millis);
        }
        take(show.snapshot());
        return staging.pass(millis);
    }

    /* What was there goes on by one leg, then what is new sets out: so each leg is seen once. */
    private Set<Layer> step(double millis) {
        boolean playing = show.playingProperty().get();
        if (!steps.due(millis, playing)) {
            take(staging.scene().snapshot());
            return staging.pass(0);
        }
        var layers = EnumSet.noneOf(Layer.class);
        layers.addAll(staging.pass(playing ? Steps.MILLIS : 0));
        take(show.snapshot());
        layers.addAll(staging.pass(playing ? 0 : AT_ONCE));
        return layers;
    }

    private void take(Snapshot snapshot) {
        staging.show(
                snapshot,
                show.selectionProperty().get(),
                new Staging.Motion(
                        show.playingProperty().get(), show.speedProperty().get(), reduced.get()));
    }
}
