package ringside.net;

import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import ringside.engine.Health;
import ringside.engine.ServerId;
import ringside.world.Checks;
import ringside.world.Happening;
import ringside.world.ServerSpec;

/** The servers that run: ours, on ports of their own, and the ways to those that others run. */
final class Fleet {
    private final LiveOptions options;
    private final Watchdog watchdog;
    private final Secret secret;
    private final Consumer<Happening> events;
    private final Map<ServerId, Running> current = new ConcurrentHashMap<>();
    private final Set<Integer> ourPorts = ConcurrentHashMap.newKeySet();

    Fleet(LiveOptions options, Watchdog watchdog, Secret secret, Consumer<Happening> events) {
        this.options = options;
        this.watchdog = watchdog;
        this.secret = secret;
        this.events = events;
    }

    /**
     * Starts servers, or finds the ways to them, without letting them join.
     *
     * @throws IllegalArgumentException when an address is refused; then none was started
     */
    List<Running> open(List<ServerSpec> specs, Checks checks) {
        var opened = new ArrayList<Running>();
        try {
            specs.forEach(spec -> opened.add(open(spec, Health.unchecked(checks.rise(), checks.fall()))));
            return opened;
        } catch (RuntimeException e) {
            opened.forEach(Running::close);
            throw e;
        }
    }

    private Running open(ServerSpec spec, Health health) {
        if (spec.address().isPresent()) {
            var address = Loopback.resolve(spec.address().get(), options.allowRemote());
            return new Running(upstream(spec, address, false), Optional.empty(), health);
        }
        var listening = listen(spec.id());
        var local = new LocalServer(spec, listening, options.limits(), watchdog, secret, events);
        var address = Loopback.resolve("127.0.0.1:" + local.port(), false);
        return new Running(upstream(spec, address, true), Optional.of(local), health);
    }

    private Upstream upstream(ServerSpec spec, java.net.InetSocketAddress address, boolean ours) {
        return new Upstream(spec.id(), address, ours, options.limits(), watchdog);
    }

    /** Listens on the first port that is free, and says so when that is not the first that we have not taken ourselves. */
    private ServerSocketChannel listen(ServerId id) {
        int wanted = options.firstServerPort();
        while (wanted > 0 && ourPorts.contains(wanted)) {
            wanted++;
        }
        var channel = Ports.from(wanted);
        int got = Ports.of(channel);
        if (wanted > 0 && got != wanted) {
            events.accept(new Happening.Notice("port " + wanted + " is busy; " + id + " listens on " + got));
        }
        ourPorts.add(got);
        return channel;
    }

    /** Takes note of a port that one of us listens on. */
    void take(int port) {
        ourPorts.add(port);
    }

    /** Lets one that was opened join; one of the same name that is still leaving is current no more. */
    void join(Running server) {
        current.put(server.id(), server);
    }

    /** The server of this name that joined last, until it has left. */
    Optional<Running> find(ServerId id) {
        return Optional.ofNullable(current.get(id));
    }

    /** Those that joined and have not left. */
    Collection<Running> all() {
        return current.values();
    }

    /** Closes a server: whether it was still the current one of its name. */
    boolean leave(Running server) {
        server.close();
        ourPorts.remove(server.upstream().address().getPort());
        return current.remove(server.id(), server);
    }
}
