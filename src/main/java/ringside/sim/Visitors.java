package ringside.sim;

import java.util.Optional;
import ringside.engine.Request;
import ringside.world.Arrivals;
import ringside.world.Recording;
import ringside.world.Traffic;

/** Makes the world's own requests, each at its time; has those come again who were recorded, while it makes none. */
final class Visitors {
    private static final double SECOND = 1e9;

    private final Setting setting;
    private final Proxy proxy;
    private final Optional<Playback> recorded;
    private Traffic traffic;
    private Menu menu;
    private long began;
    private long come;
    private long burstNanos;
    private Optional<ClosedLoop> loop = Optional.empty();
    private Optional<Due> next = Optional.empty();

    /** Visitors who begin to come to a proxy now, and those who were recorded. */
    Visitors(Setting setting, Traffic traffic, Optional<Recording> recording, Proxy proxy) {
        this.setting = setting;
        this.proxy = proxy;
        this.recorded = recording.map(r -> new Playback(setting.agenda(), r, proxy::arrive));
        this.traffic = traffic;
        this.menu = new Menu(traffic.keys());
        begin();
    }

    /** Comes otherwise from now on; with the same arrivals, the one who is already on the way still comes. */
    void use(Traffic other) {
        boolean begins = !other.arrivals().equals(traffic.arrivals())
                || (loop.isPresent() && !other.patience().equals(traffic.patience()));
        if (!other.keys().equals(traffic.keys())) {
            menu = new Menu(other.keys());
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
        come = 0;
        burstNanos = 0;
        loop = traffic.arrivals() instanceof Arrivals.Closed closed
                ? Optional.of(new ClosedLoop(setting, closed, traffic.patience().toNanos(), this::visit))
                : Optional.empty();
        expectNext();
        if (traffic.arrivals() instanceof Arrivals.None) {
            recorded.ifPresent(Playback::begin);
        }
    }

    private void expectNext() {
        next = switch (traffic.arrivals()) {
            case Arrivals.None _, Arrivals.Closed _ -> Optional.empty();
            case Arrivals.Constant(double rate) ->
                Optional.of(setting.agenda().at(began + Math.round((come + 1) * SECOND / rate), this::visit));
            case Arrivals.Poisson(double rate) ->
                Optional.of(setting.agenda()
                        .in(
                                Spread.memoryless(
                                        SECOND / rate,
                                        setting.chance().arrivals().roll()),
                                this::visit));
            case Arrivals.Bursts bursts -> {
                burstNanos += Spread.memoryless(
                        SECOND / bursts.perSecond(), setting.chance().arrivals().roll());
                yield Optional.of(setting.agenda().at(began + bursts.nanosAfter(burstNanos), this::visit));
            }
        };
    }

    private void visit() {
        come++;
        expectNext();
        visit(setting.chance().clients().below(traffic.clients()), () -> {});
    }

    private void visit(int client, Runnable then) {
        var item = menu.choose(setting.chance().keys().roll());
        proxy.arrive(new Request(Traffic.clientAddress(client % traffic.clients()), item.path(), item.key()), then);
    }
}
