package ringside.net;

import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ringside.engine.ServerId;
import ringside.world.Happening;
import ringside.world.ServerSpec;

/** The servers that run: ours, on ports of their own, and the ways to those that others run. */
final class Fleet implements AutoCloseable {
    private final LiveOptions options;
    private final Setting setting;
    private final Map<ServerId, Running> current = new ConcurrentHashMap<>();
    private final Set<Integer> ourPorts = ConcurrentHashMap.newKeySet();

    Fleet(LiveOptions options, Setting setting) {
        this.options = options;
        this.setting = setting;
    }

    /**
     * Starts servers, or finds the ways to them, without letting them join; one that is still leaving may come back.
     *
     * @throws IllegalArgumentException when an address is refused; then none was started
     */
    List<Running> open(List<ServerSpec> specs) {
        var opened = new ArrayList<Running>();
        try {
            specs.forEach(spec -> opened.add(
                    find(spec.id()).filter(running -> running.fits(spec)).orElseGet(() -> open(spec))));
            return opened;
        } catch (RuntimeException e) {
            abandon(opened);
            throw e;
        }
    }

    /** Closes those that were opened and are not to join after all. */
    void abandon(List<Running> opened) {
        opened.stream().filter(server -> !server.leaving()).forEach(this::leave);
    }

    private Running open(ServerSpec spec) {
        if (spec.address().isPresent()) {
            var address = Loopback.resolve(spec.address().get(), options.allowRemote());
            return new Running(spec, upstream(spec, address, false), Optional.empty());
        }
        var listening = listen(spec.id());
        var local = new LocalServer(spec, listening, setting);
        var address = Loopback.at(local.port());
        return new Running(spec, upstream(spec, address, true), Optional.of(local));
    }

    private Upstream upstream(ServerSpec spec, InetSocketAddress address, boolean ours) {
        return new Upstream(spec.id(), address, ours, setting);
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
            setting.tell(new Happening.Notice("port " + wanted + " is busy; " + id + " listens on " + got));
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
        server.leaving(false);
        current.put(server.id(), server);
    }

    /** The server of this name that joined last, until it has left. */
    Optional<Running> find(ServerId id) {
        return Optional.ofNullable(current.get(id));
    }

    /** Makes the server of this name behave and work as its spec says now. */
    void adjust(ServerSpec spec) {
        find(spec.id()).ifPresent(server -> server.adjust(spec));
    }

    /** Closes a server: whether it was still the current one of its name. */
    boolean leave(Running server) {
        server.close();
        ourPorts.remove(server.upstream().address().getPort());
        return current.remove(server.id(), server);
    }

    /** Closes every server. */
    @Override
    public void close() {
        current.values().forEach(this::leave);
    }
}
