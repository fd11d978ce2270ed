package ringside.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import ringside.engine.ServerId;
import ringside.world.Handling.Layer;
import ringside.world.Happening.Leg;

/** Facts of the layers that a live balancer works in, also of two side by side. */
final class LayerFacts {
    private static final double NANOS_A_MICRO = 1e3;
    private static final double NANOS_A_MILLI = 1e6;

    static final List<Fact> ALL = Stream.of(
                    of("l7", "layer 7", Layer.HTTP),
                    costs("l7", Layer.HTTP),
                    of("l4", "layer 4", Layer.TCP),
                    costs("l4", Layer.TCP))
            .flatMap(List::stream)
            .toList();

    private LayerFacts() {}

    private static List<Fact> of(String name, String words, Layer layer) {
        return List.of(
                Fact.number(
                        name + ".client_connections",
                        "connections that clients made through " + words + " since the last command",
                        m -> number(m, layer, s -> s.watch().leg(Leg.CLIENT).opened())),
                Fact.number(
                        name + ".server_connections",
                        "connections that its balancer made to servers since then",
                        m -> number(m, layer, s -> s.watch().leg(Leg.SERVER).opened())),
                Fact.numberOf(
                        name + ".chosen",
                        "how often it chose a server since then: for a request in layer 7, for a connection in layer 4",
                        (m, server) ->
                                number(m, layer, s -> s.watch().since(server).count())),
                Fact.number(name + ".requests", "requests answered through it since then", m -> requests(m, layer)),
                Fact.numberOf(
                        name + ".requests",
                        "those that a server answered",
                        (m, server) -> number(m, layer, s -> answers(s, server))),
                Fact.numberOf(
                        name + ".share",
                        "the share of them that a server answered, 0 to 1",
                        (m, server) -> number(m, layer, s -> answers(s, server)) / Math.max(1, requests(m, layer))));
    }

    private static List<Fact> costs(String name, Layer layer) {
        return List.of(
                Fact.number(
                        name + ".p50",
                        "milliseconds that half of the clients' requests through it did not exceed since then",
                        m -> number(m, layer, LayerFacts::p50)),
                Fact.number(
                        name + ".work",
                        "milliseconds that its balancer works for 1 000 requests, measured now",
                        m -> number(
                                m,
                                layer,
                                s -> s.effort()
                                        .map(e -> e.requestNanos() / NANOS_A_MICRO)
                                        .orElse(0.0))),
                Fact.number(
                        name + ".connection_work",
                        "milliseconds that its balancer works to take 1 000 connections, measured now",
                        m -> number(
                                m,
                                layer,
                                s -> s.effort()
                                        .map(e -> e.connectionNanos() / NANOS_A_MICRO)
                                        .orElse(0.0))));
    }

    private static double number(Moment moment, Layer layer, ToDoubleFunction<Live.Side> found) {
        return moment.layer(layer).map(found::applyAsDouble).orElse(0.0);
    }

    private static double requests(Moment moment, Layer layer) {
        return number(
                moment,
                layer,
                s -> s.load().stream()
                        .flatMap(l -> l.answers().values().stream())
                        .mapToLong(Long::longValue)
                        .sum());
    }

    private static double answers(Live.Side side, ServerId server) {
        return side.load()
                .flatMap(l -> Optional.ofNullable(l.answers().get(server)))
                .orElse(0L);
    }

    private static double p50(Live.Side side) {
        return side.load().map(l -> l.claimed().p50Nanos() / NANOS_A_MILLI).orElse(0.0);
    }
}
