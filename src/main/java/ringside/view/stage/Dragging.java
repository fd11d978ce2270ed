package ringside.view.stage;

import static ringside.view.Texts.text;

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
 * @param claim what it would change on the ring, if one is shown
 */
record Dragging(ServerSpec spec, boolean joining, WhatIf whatIf, Optional<Claim> claim) {
    /** Picks a server up. @throws IllegalArgumentException when it could not be dropped anywhere */
    static Dragging of(ServerSpec spec, boolean joining, Scene scene) {
        var before = scene.snapshot().scenario();
        var command =
                joining ? new Command.AddServer(spec) : new Command.RemoveServer(spec.id(), Command.Leaving.DRAIN);
        var whatIf = WhatIf.of(before, command);
        var after = scene.ring().flatMap(_ -> RingScene.of(whatIf.after(), id -> open(id, scene)));
        var claim = scene.ring().flatMap(b -> after.map(a -> Claim.of(spec.id(), b, a)));
        return new Dragging(spec, joining, whatIf, claim);
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
        return joining ? text("stage.drag.on") : text("stage.drag.off");
    }
}
