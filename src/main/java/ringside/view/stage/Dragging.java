package ringside.view.stage;

import java.util.List;
import java.util.Optional;
import ringside.engine.ServerId;
import ringside.world.Command;
import ringside.world.ServerSpec;
import ringside.world.WhatIf;

/**
 * One server in the hand: where it came from, and what letting go of it would do.
 *
 * @param spec which server
 * @param joining whether it comes from the shelf
 * @param whatIf what the drop would do to keys
 * @param changes which arcs would change hands, if a ring is shown
 */
record Dragging(ServerSpec spec, boolean joining, WhatIf whatIf, List<Arc.Change> changes) {
    /** Picks a server up. @throws IllegalArgumentException when it could not be dropped anywhere */
    static Dragging of(ServerSpec spec, boolean joining, Scene scene) {
        var before = scene.snapshot().scenario();
        var command =
                joining ? new Command.AddServer(spec) : new Command.RemoveServer(spec.id(), Command.Leaving.DRAIN);
        var whatIf = WhatIf.of(before, command);
        var after = scene.ring().flatMap(_ -> RingScene.of(whatIf.after(), id -> open(id, scene)));
        var changes = scene.ring()
                .flatMap(b -> after.map(a -> Arc.changes(b.arcs(), a.arcs())))
                .orElse(List.of());
        return new Dragging(spec, joining, whatIf, changes);
    }

    private static boolean open(ServerId id, Scene scene) {
        return scene.snapshot().server(id).map(s -> s.open()).orElse(true);
    }

    /** The server of the pool that is in the hand. */
    Optional<ServerId> carried() {
        return joining ? Optional.empty() : Optional.of(spec.id());
    }

    /** What letting go here does: nothing where it belongs already. */
    Optional<Command> drop(boolean overPool, boolean alt) {
        if (joining) {
            return overPool ? Optional.of(whatIf.command()) : Optional.empty();
        }
        var how = alt ? Command.Leaving.KILL : Command.Leaving.DRAIN;
        return overPool ? Optional.empty() : Optional.of(new Command.RemoveServer(spec.id(), how));
    }

    /** What is written while it is carried. */
    String hint() {
        return joining ? "drop on the stage to add" : "drop outside to drain · Alt to kill";
    }
}
