package ringside.lesson.workshop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ringside.engine.ServerId;
import ringside.world.Command;
import ringside.world.HandlingCommand;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.World;

/**
 * Our own engine as a proxy: a world that becomes what a configuration says.
 *
 * @param world a live one
 * @param names what servers are called in it, by their ports in the lesson
 */
record Engine(World world, Map<Integer, ServerId> names) {
    /** The field of an answer with the name of the server that gave it. */
    static final String FIELD = "X-Ringside-Server";

    /** A world in which servers go on by the names that they have in a scenario. */
    static Engine of(World world, Scenario first) {
        var names = new HashMap<Integer, ServerId>();
        first.servers()
                .forEach(server -> server.address().ifPresent(address -> names.put(Ports.last(address), server.id())));
        return new Engine(world, names);
    }

    /** Where requests come in. @throws IllegalArgumentException when the world is not live */
    int port() {
        var entrance = world.entrance()
                .orElseThrow(() -> new IllegalArgumentException("a workshop needs a live world; write world: live"));
        return Integer.parseInt(entrance.substring(entrance.lastIndexOf(':') + 1));
    }

    /**
     * Makes the world like a scenario: why it can't be, if it can't.
     *
     * @param servers the servers behind it, which may have moved
     */
    Optional<String> become(Scenario wanted, Optional<Servers> servers) {
        var named = new ArrayList<ServerSpec>();
        wanted.servers().forEach(server -> named.add(named(server, servers, named)));
        for (var command : commands(wanted.with(named))) {
            if (world.apply(command) instanceof World.Outcome.Rejected(var why)) {
                return Optional.of(why);
            }
        }
        return Optional.empty();
    }

    private ServerSpec named(ServerSpec server, Optional<Servers> servers, List<ServerSpec> before) {
        int port = server.address().map(Ports::last).orElse(0);
        var name = names.get(servers.map(s -> s.meant(port)).orElse(port));
        if (name == null) {
            return server;
        }
        boolean taken = before.stream().anyMatch(other -> other.id().equals(name));
        return server.called(taken ? new ServerId(name + "/" + server.pool()) : name);
    }

    private List<Command> commands(Scenario wanted) {
        var commands = new ArrayList<Command>();
        commands.add(new Command.SetTraffic(wanted.traffic()));
        commands.add(new HandlingCommand.SetRoutes(List.of()));
        world.scenario()
                .servers()
                .forEach(server -> commands.add(new Command.RemoveServer(server.id(), Command.Leaving.KILL)));
        commands.add(new Command.SetPolicy(wanted.policy()));
        commands.add(new HandlingCommand.SetKey(wanted.handling().key()));
        commands.add(new HandlingCommand.SetRetries(wanted.handling().retries()));
        commands.add(new Command.SetChecks(wanted.checks()));
        wanted.servers().forEach(server -> commands.add(new Command.AddServer(server)));
        commands.add(new HandlingCommand.SetRoutes(wanted.handling().routes()));
        return commands;
    }

    /** The port of a server by the name that its answers have. */
    OptionalInt portOf(String name) {
        return world.scenario().servers().stream()
                .filter(server -> server.id().equals(new ServerId(name)))
                .flatMap(server -> server.address().stream())
                .mapToInt(Ports::last)
                .findFirst();
    }
}
