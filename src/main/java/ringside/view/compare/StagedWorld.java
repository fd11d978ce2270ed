package ringside.view.compare;

import java.util.Optional;
import java.util.function.Function;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.Tape;
import ringside.world.Timeline;
import ringside.world.World;

/** A story that was told to its end, on a stage: time goes no further, and what is done there is done by somebody else. */
record StagedWorld(World told, Function<Command, Outcome> hand) implements World {
    @Override
    public Kind kind() {
        return Kind.SIMULATED;
    }

    @Override
    public Outcome apply(Command command) {
        return hand.apply(command);
    }

    @Override
    public Scenario scenario() {
        return told.scenario();
    }

    @Override
    public long now() {
        return told.now();
    }

    @Override
    public Timeline timeline() {
        return told.timeline();
    }

    @Override
    public Tape tape() {
        return told.tape();
    }

    @Override
    public Optional<String> entrance() {
        return Optional.empty();
    }

    @Override
    public void close() {
        told.close();
    }
}
