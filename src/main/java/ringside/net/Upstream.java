package ringside.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import ringside.engine.ServerId;
import ringside.world.Happening;
import ringside.world.Happening.Leg;

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
    private final Set<Wire> dialled = ConcurrentHashMap.newKeySet();
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
        var made = new UpstreamConnection(reach(within), setting.limits());
        open.add(made);
        if (gone) {
            discard(made);
            throw new IOException(id + " is gone");
        }
        if (ours && setting.encryption().atServers()) {
            encrypt(made);
        }
        return made;
    }

    /** Speaks as our servers do since encryption ends there, for a request that was on its way already. */
    private void encrypt(UpstreamConnection made) throws IOException {
        try {
            made.wire()
                    .encrypt(
                            setting.encryption().asking("localhost", address.getPort()),
                            setting.limits().connect());
        } catch (IOException e) {
            discard(made);
            throw e;
        }
    }

    /** A new connection for somebody who does not ask and answer on it. @throws IOException as above */
    Wire dial(Duration within) throws IOException {
        var made = reach(within);
        dialled.add(made);
        if (gone) {
            hangUp(made);
            throw new IOException(id + " is gone");
        }
        return made;
    }

    /** Closes a connection that was dialled. */
    void hangUp(Wire wire) {
        if (dialled.remove(wire)) {
            wire.close();
            tellClosed(wire);
        }
    }

    private Wire reach(Duration within) throws IOException {
        var limit = setting.limits().connect();
        var wire = Wire.to(address, within.compareTo(limit) < 0 ? within : limit, setting.watchdog());
        wire.on(Leg.SERVER, setting.taps().on(Leg.SERVER));
        setting.tell(new Happening.Opened(Leg.SERVER, id.name()));
        return wire;
    }

    private void tellClosed(Wire wire) {
        boolean encrypted = setting.encryption().atServers();
        setting.tell(new Happening.Closed(Leg.SERVER, id.name(), encrypted, wire.received(), wire.sent()));
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
        connection.close();
        if (open.remove(connection)) {
            tellClosed(connection.wire());
        }
    }

    /** Whether a connection is in use. */
    boolean busy() {
        return open.size() > idle.size() || !dialled.isEmpty();
    }

    /** Cuts every connection: what is in flight there is lost. */
    @Override
    public void close() {
        gone = true;
        idle.clear();
        open.forEach(this::discard);
        dialled.forEach(Wire::cut);
    }
}
