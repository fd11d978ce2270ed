package ringside.app.workshop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ringside.engine.ServerId;
import ringside.lesson.workshop.Workplace;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.net.Visit;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.World;

/** Small servers, each of which is the only one of a live world of its own. */
final class OwnServers implements Workplace.Origins {
    private static final Latency QUICK = new Latency.Constant(Duration.ofMillis(5));

    private final List<Integer> ports = new ArrayList<>();
    private final List<World> worlds = new ArrayList<>();

    /** Starts one at each of these ports, or at the next that is free. @throws java.io.UncheckedIOException without ports */
    OwnServers(List<Integer> wanted) {
        try {
            wanted.forEach(this::open);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open(int wanted) {
        int port = wanted;
        while (ports.contains(port) || Visit.possible(port)) {
            port++;
        }
        var name = String.valueOf((char) ('A' + worlds.size()));
        var options = LiveOptions.anywhere().serversFrom(port).unwatched();
        var world = new LiveWorld(Scenario.of(ServerSpec.named(name).taking(QUICK)), options);
        worlds.add(world);
        ports.add(world.port(new ServerId(name)));
    }

    @Override
    public List<Integer> ports() {
        return List.copyOf(ports);
    }

    @Override
    public void stop(int port) {
        behave(port, new Behaviour.Crashed());
    }

    @Override
    public void start(int port) {
        behave(port, Behaviour.HEALTHY);
    }

    private void behave(int port, Behaviour behaviour) {
        int place = ports.indexOf(port);
        if (place >= 0) {
            var world = worlds.get(place);
            world.apply(new Command.SetBehaviour(
                    world.scenario().servers().getFirst().id(), behaviour));
        }
    }

    @Override
    public void close() {
        worlds.forEach(World::close);
    }
}
