package ringside.sim;

import java.util.Optional;
import java.util.function.Consumer;
import ringside.engine.Request;
import ringside.world.Arrivals;
import ringside.world.Traffic;

/** Makes the world's own requests, each at its time. */
final class Visitors {
    private static final double SECOND = 1e9;

    private final Setting setting;
    private final Consumer<Request> arrive;
    private Traffic traffic;
    private Menu menu;
    private long began;
    private long come;
    private Optional<Due> next = Optional.empty();

    /** Visitors who begin to come now. */
    Visitors(Setting setting, Traffic traffic, Consumer<Request> arrive) {
        this.setting = setting;
        this.arrive = arrive;
        this.traffic = traffic;
        this.menu = new Menu(traffic.keys());
        begin();
    }

    /** Comes otherwise from now on; with the same arrivals, the one who is already on the way still comes. */
    void use(Traffic other) {
        boolean begins = !other.arrivals().equals(traffic.arrivals());
        if (!other.keys().equals(traffic.keys())) {
            menu = new Menu(other.keys());
        }
        traffic = other;
        if (begins) {
            next.ifPresent(Due::cancel);
            begin();
        }
    }

    private void begin() {
        began = setting.agenda().now();
        come = 0;
        expectNext();
    }

    private void expectNext() {
        next = switch (traffic.arrivals()) {
            case Arrivals.None _ -> Optional.empty();
            case Arrivals.Constant(double rate) ->
                Optional.of(setting.agenda().at(began + Math.round((come + 1) * SECOND / rate), this::visit));
            case Arrivals.Poisson(double rate) ->
                Optional.of(setting.agenda()
                        .in(
                                Spread.memoryless(
                                        SECOND / rate,
                                        setting.chance().arrivals().roll()),
                                this::visit));
        };
    }

    private void visit() {
        come++;
        expectNext();
        var client = Traffic.clientAddress(setting.chance().clients().below(traffic.clients()));
        var item = menu.choose(setting.chance().keys().roll());
        arrive.accept(new Request(client, item.path(), item.key()));
    }
}
