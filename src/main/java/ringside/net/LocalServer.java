package ringside.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Course;
import ringside.world.Happening;
import ringside.world.Latency;
import ringside.world.ServerSpec;
import ringside.world.SessionStore;

/** One of our own servers: answers over real sockets, and behaves as it is told, also while it runs. */
final class LocalServer implements AutoCloseable {
    private final ServerId id;
    private final ServerSpec spec;
    private final int port;
    private final Setting setting;
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();
    private final Turnstile turnstile = new Turnstile();
    private final SessionStore sessions = new SessionStore();
    private volatile Course course = new Course(Behaviour.HEALTHY, System.nanoTime());
    private @Nullable Thread flapping;
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
        this.listener = listen(at);
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

    /** The sessions that it keeps for itself. */
    SessionStore sessions() {
        return sessions;
    }

    Workers workers() {
        return workers;
    }

    /** How it behaves at this instant: never flapping, but what that comes to. */
    Behaviour behaviour() {
        return behaviour;
    }

    /** How many times as long it takes now as it should. */
    double slowness() {
        return course.slowness(System.nanoTime());
    }

    /** What everybody who works for it goes through: shut while it is frozen. */
    Turnstile turnstile() {
        return turnstile;
    }

    Latency latency() {
        return latency;
    }

    /** From now on works this long on each request. */
    void take(Latency other) {
        latency = other;
    }

    private Listener listen(ServerSocketChannel at) {
        return new Listener(at, channel -> {
            turnstile.pass();
            return new LocalConnection(this, channel);
        });
    }

    /**
     * From now on behaves so, unless it does already. Back from refusing or a crash it listens on its old port.
     *
     * @throws UncheckedIOException when somebody else has taken that port meanwhile; then nothing has changed
     */
    synchronized void behave(Behaviour other) {
        if (other.equals(course.behaviour())) {
            return;
        }
        var next = new Course(other, System.nanoTime());
        become(next.at(next.beganNanos()));
        course = next;
        if (flapping != null) {
            LockSupport.unpark(flapping);
            flapping = null;
        }
        if (other instanceof Behaviour.Flapping) {
            flapping = Thread.ofVirtual().name("flapping " + id).start(() -> flap(next));
        }
    }

    private void flap(Course of) {
        long flip = of.beganNanos() + of.lastsNanos(of.beganNanos());
        while (course.equals(of)) {
            long now = System.nanoTime();
            if (now - flip < 0) {
                LockSupport.parkNanos(this, flip - now);
            } else {
                flip(of, now);
                flip = now + of.lastsNanos(now);
            }
        }
    }

    private synchronized void flip(Course of, long now) {
        try {
            if (course.equals(of)) {
                become(of.at(now));
            }
        } catch (UncheckedIOException e) {
            setting.tell(new Happening.Notice(String.valueOf(e.getMessage())));
        }
    }

    private void become(Behaviour other) {
        if (!Behaviour.refuses(other) && listener == null) {
            listener = listen(reopen());
        }
        behaviour = other;
        if (other instanceof Behaviour.Frozen) {
            turnstile.shut();
        } else {
            turnstile.open();
        }
        if (Behaviour.refuses(other)) {
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
        // first the connections: whoever is stopped must find nobody to tell it
        open.forEach(Wire::cut);
        sessions.clear();
        workers.stop();
        workers = new Workers(spec.workers(), spec.queue());
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
        behave(new Behaviour.Crashed());
        stopListening();
        cutAll();
    }
}
