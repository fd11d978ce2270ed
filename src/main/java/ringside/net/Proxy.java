package ringside.net;

import java.nio.channels.ServerSocketChannel;
import java.util.List;

/** The proxy: listens, and hands each connection to a thread of its own. */
final class Proxy implements AutoCloseable {
    private final Site site;
    private final Limits limits;
    private final boolean anyHost;
    private final Watchdog watchdog;
    private final Secret secret;
    private final List<Listener> listeners;

    /** Begins to accept on these listeners, which it owns from now on. */
    Proxy(Site site, Limits limits, boolean anyHost, Watchdog watchdog, Secret secret, List<ServerSocketChannel> ports) {
        this.site = site;
        this.limits = limits;
        this.anyHost = anyHost;
        this.watchdog = watchdog;
        this.secret = secret;
        this.listeners = ports.stream()
                .map(port -> new Listener(port, channel -> new ProxyConnection(this, channel)))
                .toList();
    }

    Site site() {
        return site;
    }

    Limits limits() {
        return limits;
    }

    boolean anyHost() {
        return anyHost;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    Secret secret() {
        return secret;
    }

    /** Accepts nothing more. */
    @Override
    public void close() {
        listeners.forEach(Listener::close);
    }
}
