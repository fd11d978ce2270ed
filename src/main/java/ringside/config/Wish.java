package ringside.config;

import java.util.Optional;
import java.util.function.Function;
import ringside.engine.ServerId;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.World;

/** A command as it was said: what it leaves out is taken from the world it is said to. */
@FunctionalInterface
public interface Wish {
    /**
     * The command in full.
     *
     * @param now how the world is set up
     * @param reachable which server is reachable at an address such as {@code 127.0.0.1:9102}
     */
    Command in(Scenario now, Function<String, Optional<ServerId>> reachable);

    /** The command in full, said to a world as it is now. */
    default Command in(World world) {
        var now = world.scenario();
        return in(now, address -> ordered(now, address).or(() -> reachable(world, address)));
    }

    /** Others' servers are where they were ordered, even before that is written down. */
    private static Optional<ServerId> ordered(Scenario now, String address) {
        return now.servers().stream()
                .filter(s -> s.address().map(Wish::numeric).equals(Optional.of(numeric(address))))
                .map(ServerSpec::id)
                .findFirst();
    }

    private static Optional<ServerId> reachable(World world, String address) {
        var timeline = world.timeline();
        return timeline.at(timeline.latest()).servers().stream()
                .filter(s -> numeric(s.address()).equals(numeric(address)))
                .map(s -> s.id())
                .findFirst();
    }

    private static String numeric(String address) {
        return address.startsWith("localhost:") ? address.replace("localhost", "127.0.0.1") : address;
    }
}
