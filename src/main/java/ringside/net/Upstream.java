package ringside.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import ringside.engine.ServerId;

/** The way from the proxy to one server: its address and the connections to it. */
final class Upstream implements AutoCloseable {
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final long MOMENT_NANOS = 1_000_000;

    private final ServerId id;
    private final InetSocketAddress address;
    private final boolean ours;
    private final Setting setting;
    private final ConcurrentLinkedDeque<UpstreamConnection> idle = new ConcurrentLinkedDeque<>();
    private final Set<UpstreamConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean gone;

    Upstream(ServerId id, InetSocketAddress address, boolean ours, Setting setting) {
        this.id = id;
        this.address = address;
        this.ours = ours;
        this.setting = setting;
    }

    ServerId id() {
        return id;
    }

    InetSocketAddress address() {
        return address;
    }

    /** The address as a Host field has it. */
    String authority() {
        return Loopback.text(address);
    }

    /** Whether it is one of our own servers, which may be told this run's secret. */
    boolean ours() {
        return ours;
    }

    /** Whether it was killed. */
    boolean gone() {
        return gone;
    }

    /**
     * The connection that rested last and is still good. Looking costs as much as sending, and by the time something is
     * sent it may be wrong: it is spared when the connection rested for a moment only and the request may be repeated.
     */
    Optional<UpstreamConnection> rested(boolean repeatable) {
        for (var next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            boolean fresh = repeatable && next.restedNanos() < MOMENT_NANOS;
            if (next.in().available() == 0 && (fresh || next.wire().quiet())) {
                return Optional.of(next);
            }
            discard(next);
        }
        return Optional.empty();
    }

    /** A new connection. @throws IOException when the server does not take it */
    UpstreamConnection connect(Duration within) throws IOException {
        var limits = setting.limits();
        var wait = within.compareTo(limits.connect()) < 0 ? within : limits.connect();
        var wire = Wire.to(address, wait, setting.watchdog());
        var made = new UpstreamConnection(wire, limits);
        open.add(made);
        if (gone) {
            discard(made);
            throw new IOException(id + " is gone");
        }
        return made;
    }

    /** Takes back a connection that can carry another request. */
    void giveBack(UpstreamConnection connection) {
        connection.rest();
        idle.addFirst(connection);
        var oldest = idle.peekLast();
        int most = setting.limits().idlePerServer();
        boolean tooMany = open.size() > most && idle.size() > most;
        boolean tooOld = oldest != null && oldest.restedNanos() > LONGEST_REST.toNanos();
        if ((tooMany || tooOld) && oldest != null && idle.removeLastOccurrence(oldest)) {
            discard(oldest);
        }
        if (gone) {
            close();
        }
    }

    /** Closes a connection that can carry nothing more. */
    void discard(UpstreamConnection connection) {
        open.remove(connection);
        connection.close();
    }

    /** Whether a connection is in use. */
    boolean busy() {
        return open.size() > idle.size();
    }

    /** Cuts every connection: what is in flight there is lost. */
    @Override
    public void close() {
        gone = true;
        idle.clear();
        open.forEach(this::discard);
    }
}
