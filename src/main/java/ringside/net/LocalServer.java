package ringside.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Latency;
import ringside.world.ServerSpec;

/** One of our own servers: answers over real sockets, and behaves as it is told, also while it runs. */
final class LocalServer implements AutoCloseable {
    private final ServerId id;
    private final ServerSpec spec;
    private final int port;
    private final Setting setting;
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();
    private @Nullable Listener listener;
    private volatile Workers workers;
    private volatile Behaviour behaviour = Behaviour.HEALTHY;
    private volatile Latency latency;

    /** A server on this listener, which it owns from now on; it begins to behave as its spec says. */
    LocalServer(ServerSpec spec, ServerSocketChannel at, Setting setting) {
        this.id = spec.id();
        this.spec = spec;
        this.port = Ports.of(at);
        this.setting = setting;
        this.latency = spec.latency();
        this.workers = new Workers(spec.workers(), spec.queue());
        this.listener = new Listener(at, channel -> new LocalConnection(this, channel));
        behave(spec.behaviour());
    }

    ServerId id() {
        return id;
    }

    int port() {
        return port;
    }

    Setting setting() {
        return setting;
    }

    Workers workers() {
        return workers;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    Latency latency() {
        return latency;
    }

    /** From now on works this long on each request. */
    void take(Latency other) {
        latency = other;
    }

    /**
     * From now on behaves so. Back from refusing or a crash it listens on its old port.
     *
     * @throws UncheckedIOException when somebody else has taken that port meanwhile; then nothing has changed
     */
    synchronized void behave(Behaviour other) {
        boolean listens = !(other instanceof Behaviour.Refusing || other instanceof Behaviour.Crashed);
        if (listens && listener == null) {
            listener = new Listener(reopen(), channel -> new LocalConnection(this, channel));
        }
        behaviour = other;
        if (!listens) {
            stopListening();
        }
        if (other instanceof Behaviour.Crashed) {
            cutAll();
        }
    }

    private ServerSocketChannel reopen() {
        try {
            return Ports.at(Loopback.v4(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(id + " cannot come back: port " + port + " is taken meanwhile", e);
        }
    }

    private void stopListening() {
        if (listener != null) {
            listener.close();
            listener = null;
        }
    }

    private void cutAll() {
        workers.stop();
        workers = new Workers(spec.workers(), spec.queue());
        open.forEach(Wire::cut);
    }

    /** Takes note of a connection, so that it can be cut. */
    void opened(Wire wire) {
        open.add(wire);
        if (behaviour instanceof Behaviour.Crashed) {
            wire.cut();
        }
    }

    /** Forgets a connection. */
    void closed(Wire wire) {
        open.remove(wire);
    }

    /** Stops at once: what it has is lost. */
    @Override
    public synchronized void close() {
        behaviour = new Behaviour.Crashed();
        stopListening();
        cutAll();
    }
}
