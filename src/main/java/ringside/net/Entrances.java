package ringside.net;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import ringside.world.Handling;
import ringside.world.Handling.Layer;
import ringside.world.Happening;

/** Where clients come in: opened and closed as the layer and the encryption ask for. */
final class Entrances implements LoadGenerator.Door, AutoCloseable {
    /** The entrances that there can be. */
    enum Door {
        /** Requests in plain text. */
        HTTP("http"),
        /** Encrypted requests. */
        HTTPS("https"),
        /** Connections that nobody looks into. */
        TCP("tcp");

        private final String scheme;

        Door(String scheme) {
            this.scheme = scheme;
        }

        private static List<Door> of(Handling handling) {
            if (handling.layer() == Layer.TCP) {
                return List.of(TCP);
            }
            return handling.tls() == Handling.Tls.OFF ? List.of(HTTP) : List.of(HTTP, HTTPS);
        }
    }

    /**
     * The way in for our own clients.
     *
     * @param port where
     * @param encrypted whether they speak TLS
     * @param apart whether each has connections of its own, as nobody looks into them
     */
    record Way(int port, boolean encrypted, boolean apart) {
        /** As a client writes it. */
        String url() {
            return (encrypted ? "https" : "http") + "://127.0.0.1:" + port;
        }
    }

    private static final long QUIET_NANOS = 60_000_000_000L;

    private final LiveOptions options;
    private final Setting setting;
    private final Proxy proxy;
    private final Map<Door, List<Listener>> open = new ConcurrentSkipListMap<>();
    private final Map<Door, Integer> ports = new EnumMap<>(Door.class);
    private final Listener.Room room;
    private final AtomicLong fullTold = new AtomicLong();
    private volatile Way way = new Way(0, false, false);

    /** None yet. */
    Entrances(LiveOptions options, Setting setting, Proxy proxy) {
        this.options = options;
        this.setting = setting;
        this.proxy = proxy;
        int places = Descriptors.forClients();
        this.room = new Listener.Room(new Semaphore(places), () -> full(places));
    }

    /** Says so when it has not been said for a while. */
    private void full(int places) {
        long now = setting.watchdog().nanos();
        long told = fullTold.get();
        if (now < told || !fullTold.compareAndSet(told, now + QUIET_NANOS)) {
            return;
        }
        setting.tell(
                new Happening.Notice(places + " clients are connected, as many as the limit on open files (ulimit -n)"
                        + " allows; others wait until one goes"));
    }

    /**
     * Opens those that are missing for this handling, and closes those that are too many; whoever is in stays in.
     *
     * @throws RuntimeException when one cannot be opened; then nothing has changed
     */
    void follow(Handling handling) {
        var wanted = Door.of(handling);
        if (handling.tls() != Handling.Tls.OFF) {
            setting.encryption().prepare();
        }
        var opened = new EnumMap<Door, List<Listener>>(Door.class);
        var before = setting.encryption().endsAt(handling.tls());
        try {
            wanted.stream().filter(door -> !open.containsKey(door)).forEach(door -> opened.put(door, open(door)));
        } catch (RuntimeException e) {
            setting.encryption().endsAt(before);
            opened.values().forEach(Entrances::close);
            throw e;
        }
        setting.taps().forget();
        boolean later = !open.isEmpty();
        open.putAll(opened);
        var last = wanted.getLast();
        boolean encrypted = handling.tls() != Handling.Tls.OFF;
        boolean news = encrypted && !way.encrypted();
        way = new Way(port(last), encrypted, last == Door.TCP);
        open.keySet().stream().filter(door -> !wanted.contains(door)).toList().forEach(this::close);
        if (later) {
            opened.keySet().forEach(door -> setting.tell(new Happening.Notice("the proxy listens at " + url(door))));
        }
        if (news) {
            showAuthority();
        }
    }

    private void showAuthority() {
        setting.encryption()
                .file()
                .ifPresent(file -> setting.tell(new Happening.Notice("certificates are signed by the authority in "
                        + file + ": curl --cacert '" + file + "' https://localhost:" + way.port() + "/")));
    }

    /** Every one that is open, such as {@code http://127.0.0.1:8080}. */
    List<String> all() {
        return open.keySet().stream().map(this::url).toList();
    }

    private String url(Door door) {
        return door.scheme + "://127.0.0.1:" + port(door);
    }

    /** The ports that have been had so far. */
    List<Integer> ports() {
        return List.copyOf(ports.values());
    }

    @Override
    public Way way() {
        return way;
    }

    @Override
    public Caller open(String client) throws IOException {
        return new Caller(way, client, setting);
    }

    private int port(Door door) {
        return ports.getOrDefault(door, 0);
    }

    /** Listens on 127.0.0.1, and on ::1 at the same port where that is to be had. */
    private List<Listener> open(Door door) {
        int asked = switch (door) {
            case HTTP -> options.proxyPort();
            case HTTPS -> options.tlsPort();
            case TCP -> options.tcpPort();
        };
        int wanted = ports.getOrDefault(door, asked);
        var first = Ports.from(wanted, Ports.ENTRANCE_BACKLOG);
        int got = Ports.of(first);
        if (wanted != 0 && got != wanted) {
            setting.tell(new Happening.Notice("port " + wanted + " is busy; the proxy listens on " + got));
        }
        ports.put(door, got);
        var channels = new ArrayList<>(List.of(first));
        try {
            channels.add(Ports.at(Loopback.v6(), got, Ports.ENTRANCE_BACKLOG));
        } catch (IOException _) {
            // no IPv6 here, or the port is taken there: 127.0.0.1 alone is the entrance that is told
        }
        return channels.stream().map(channel -> listen(door, channel)).toList();
    }

    private Listener listen(Door door, ServerSocketChannel channel) {
        return new Listener(channel, room, connection -> receive(door, connection));
    }

    private Reception receive(Door door, SocketChannel connection) {
        boolean encrypted = switch (door) {
            case HTTP -> false;
            case HTTPS -> true;
            case TCP -> setting.encryption().atBalancer();
        };
        return new Reception(proxy.site(), setting, connection, encrypted, wire -> {
            if (door == Door.TCP) {
                new Relay(proxy.site(), setting, wire).run();
            } else {
                new ProxyConnection(proxy, wire, () -> open.containsKey(door)).run();
            }
        });
    }

    private void close(Door door) {
        Optional.ofNullable(open.remove(door)).ifPresent(Entrances::close);
    }

    private static void close(List<Listener> listeners) {
        listeners.forEach(Listener::close);
    }

    /** Accepts nothing more. */
    @Override
    public void close() {
        List.copyOf(open.keySet()).forEach(this::close);
    }
}
