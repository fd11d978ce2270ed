package ringside.net;

import java.nio.channels.ServerSocketChannel;
import java.util.List;

/** The proxy: listens, and hands each connection to a thread of its own. */
final class Proxy implements AutoCloseable {
    private final Site site;
    private final Setting setting;
    private final boolean anyHost;
    private final List<Listener> listeners;

    /** Begins to accept on these listeners, which it owns from now on. */
    Proxy(Site site, Setting setting, boolean anyHost, List<ServerSocketChannel> ports) {
        this.site = site;
        this.setting = setting;
        this.anyHost = anyHost;
        this.listeners = ports.stream()
                .map(port -> new Listener(port, channel -> new ProxyConnection(this, channel)))
                .toList();
    }

    Site site() {
        return site;
    }

    Limits limits() {
        return setting.limits();
    }

    Meters meters() {
        return setting.meters();
    }

    boolean anyHost() {
        return anyHost;
    }

    Watchdog watchdog() {
        return setting.watchdog();
    }

    /** Accepts nothing more. */
    @Override
    public void close() {
        listeners.forEach(Listener::close);
    }
}
