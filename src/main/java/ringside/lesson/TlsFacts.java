package ringside.lesson;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import ringside.world.Excerpt;
import ringside.world.Handling;
import ringside.world.Happening.Leg;

/** Facts of encryption: where it ends, what handshakes cost and whom, and what goes over each leg. */
final class TlsFacts {
    static final List<Fact> ALL = List.of(
            Fact.text(
                    "layer",
                    "http or tcp: how deep the balancer looks",
                    m -> handling(m).layer().name().toLowerCase(Locale.ROOT)),
            Fact.text("tls", "off, balancer or servers: where encryption ends", TlsFacts::ends),
            Fact.number(
                    "tls.handshakes",
                    "handshakes of TLS since the last command",
                    m -> sum(m, l -> l.handshakes(false) + l.handshakes(true))),
            Fact.number("tls.full", "those that began from nothing", m -> sum(m, l -> l.handshakes(false))),
            Fact.number(
                    "tls.resumed", "those that went on with an earlier session", m -> sum(m, l -> l.handshakes(true))),
            Fact.number(
                    "tls.full_ms",
                    "milliseconds that half of the full handshakes did not exceed",
                    m -> most(m, l -> l.handshakeMillis(false))),
            Fact.number(
                    "tls.resumed_ms",
                    "milliseconds that half of the resumed handshakes did not exceed",
                    m -> most(m, l -> l.handshakeMillis(true))),
            Fact.number(
                    "tls.full_work",
                    "milliseconds that our end works on a full one, waiting not counted",
                    m -> most(m, l -> l.workMillis(false))),
            Fact.number(
                    "tls.resumed_work",
                    "milliseconds that our end works on a resumed one, waiting not counted",
                    m -> most(m, l -> l.workMillis(true))),
            Fact.number(
                    "tls.balancer_work",
                    "milliseconds that the balancer worked on all of them",
                    m -> m.watch().leg(Leg.CLIENT).workMillis()),
            Fact.number(
                    "tls.server_work",
                    "milliseconds that our servers worked on all of them",
                    m -> m.watch().leg(Leg.SERVER).workMillis()),
            Fact.text(
                    "bytes.from_clients",
                    "what comes from clients now: nothing, handshake, sealed, text or other",
                    m -> bytes(m, Leg.CLIENT)),
            Fact.text(
                    "bytes.to_servers",
                    "what goes to servers now: nothing, handshake, sealed, text or other",
                    m -> bytes(m, Leg.SERVER)));

    private TlsFacts() {}

    private static Handling handling(Moment moment) {
        return moment.scenario().handling();
    }

    private static String ends(Moment moment) {
        return switch (handling(moment).tls()) {
            case OFF -> "off";
            case AT_BALANCER -> "balancer";
            case AT_SERVERS -> "servers";
        };
    }

    private static Stream<LegTally> legs(Moment moment) {
        return Stream.of(Leg.values()).map(moment.watch()::leg);
    }

    private static double sum(Moment moment, ToDoubleFunction<LegTally> found) {
        return legs(moment).mapToDouble(found).sum();
    }

    /** Handshakes are made on one leg: the other has none. */
    private static double most(Moment moment, ToDoubleFunction<LegTally> found) {
        return legs(moment).mapToDouble(found).max().orElse(0);
    }

    private static String bytes(Moment moment, Leg leg) {
        return moment.bytes(leg)
                .map(Excerpt::kind)
                .map(Enum::name)
                .orElse("nothing")
                .toLowerCase(Locale.ROOT);
    }
}
