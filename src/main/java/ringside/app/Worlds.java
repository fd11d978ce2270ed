package ringside.app;

import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.sim.SimulatedWorld;
import ringside.world.Scenario;
import ringside.world.World;
import ringside.world.WorldFactory;

/** Opens simulated worlds, and live ones with the options that the user gave. */
final class Worlds implements WorldFactory {
    private final LiveOptions options;

    Worlds(LiveOptions options) {
        this.options = options;
    }

    @Override
    public World open(World.Kind kind, Scenario scenario) {
        return switch (kind) {
            case SIMULATED -> new SimulatedWorld(scenario);
            case LIVE -> new LiveWorld(scenario, options);
        };
    }
}
