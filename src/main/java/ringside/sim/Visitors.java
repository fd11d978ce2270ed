package ringside.sim;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import ringside.engine.Request;
import ringside.world.Arrivals;
import ringside.world.Recording;
import ringside.world.Timetable;
import ringside.world.Traffic;

/** Makes the world's own requests, each at its time; has those come again who were recorded, while it makes none. */
final class Visitors {
    private final Setting setting;
    private final Proxy proxy;
    private Connections connections;
    private final Optional<Playback> recorded;
    private final DoubleSupplier luck;
    private Traffic traffic;
    private Menu menu;
    private @Nullable String[] addresses;
    private long began;
    private Timetable times;
    private Optional<ClosedLoop> loop = Optional.empty();
    private Optional<Due> next = Optional.empty();

    /** Visitors who begin to come to a proxy now, and those who were recorded. */
    Visitors(Setting setting, Traffic traffic, Optional<Recording> recording, Proxy proxy) {
        this.setting = setting;
        this.proxy = proxy;
        this.recorded = recording.map(r -> new Playback(setting.agenda(), r, proxy::arrive));
        this.luck = setting.chance().arrivals()::roll;
        this.traffic = traffic;
        this.times = new Timetable(traffic.arrivals());
        this.menu = new Menu(traffic.keys());
        this.connections = new Connections(setting, proxy, traffic.perConnection());
        this.addresses = new String[traffic.clients()];
        begin();
    }

    /** Comes otherwise from now on; with the same arrivals, the one who is already on the way still comes. */
    void use(Traffic other) {
        boolean begins = !other.arrivals().equals(traffic.arrivals())
                || (loop.isPresent() && !other.patience().equals(traffic.patience()));
        if (!other.keys().equals(traffic.keys())) {
            menu = new Menu(other.keys());
        }
        if (begins || !other.perConnection().equals(traffic.perConnection())) {
            connections.end();
            connections = new Connections(setting, proxy, other.perConnection());
        }
        if (other.clients() != traffic.clients()) {
            addresses = new String[other.clients()];
        }
        traffic = other;
        if (begins) {
            next.ifPresent(Due::cancel);
            loop.ifPresent(ClosedLoop::end);
            recorded.ifPresent(Playback::end);
            begin();
        }
    }

    private void begin() {
        began = setting.agenda().now();
        times = new Timetable(traffic.arrivals());
        next = Optional.empty();
        loop = traffic.arrivals() instanceof Arrivals.Closed closed
                ? Optional.of(new ClosedLoop(setting, closed, traffic.patience().toNanos(), this::visit))
                : Optional.empty();
        expectNext();
        if (traffic.arrivals() instanceof Arrivals.None) {
            recorded.ifPresent(Playback::begin);
        }
    }

    private void expectNext() {
        if (byTimetable(traffic.arrivals())) {
            next = Optional.of(setting.agenda().at(began + times.next(luck), this::visit));
        }
    }

    private static boolean byTimetable(Arrivals arrivals) {
        return !(arrivals instanceof Arrivals.None || arrivals instanceof Arrivals.Closed);
    }

    private void visit() {
        expectNext();
        visit(setting.chance().clients().below(traffic.clients()), () -> {});
    }

    private void visit(int client, Runnable then) {
        var item = menu.choose(setting.chance().keys().roll());
        connections.ask(new Request(address(client % traffic.clients()), item.path(), item.key()), then);
    }

    private String address(int client) {
        var address = addresses[client];
        if (address == null) {
            address = Traffic.clientAddress(client);
            addresses[client] = address;
        }
        return address;
    }
}
