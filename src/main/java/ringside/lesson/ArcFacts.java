package ringside.lesson;

import java.util.List;
import ringside.engine.ServerId;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Signature.Parameter;
import ringside.lesson.expression.Value;

/** Facts of the arcs of a ring. A server that has left has the arcs that it had before. */
final class ArcFacts {
    private static final double STEPS = 4096;

    static final List<Fact> ALL = List.of(
            Fact.numberOf(
                    "arc_from",
                    "how far round the ring a server's longest arc begins, 0 to 1",
                    (m, s) -> longest(m, s).from()),
            Fact.numberOf(
                    "arc_to",
                    "how far round the ring it ends",
                    (m, s) -> longest(m, s).to()),
            new Fact(
                    new Signature(
                            "arc_off",
                            List.of(Parameter.SERVER, Parameter.NUMBER, Parameter.NUMBER),
                            Value.Kind.NUMBER,
                            "the share of the ring by which an arc differs from what a server owns"),
                    (m, a) -> Value.of(off(m, a))));

    private ArcFacts() {}

    private static List<Brushed> arcs(Moment moment, ServerId server) {
        var owners = moment.inPool(server) ? moment.owners() : moment.ownersBefore();
        return owners.arcsOf(server);
    }

    private static Brushed longest(Moment moment, ServerId server) {
        return arcs(moment, server).stream()
                .reduce((a, b) -> length(b) > length(a) ? b : a)
                .orElse(new Brushed(0, 0));
    }

    private static double length(Brushed arc) {
        double length = arc.to() - arc.from();
        return length < 0 ? length + 1 : length;
    }

    private static double off(Moment moment, List<Value> arguments) {
        var server = new ServerId(arguments.getFirst() instanceof Value.Text(var name) ? name : "");
        var owned = arcs(moment, server);
        var given = new Brushed(arguments.get(1).number(), arguments.get(2).number());
        int differing = 0;
        for (int i = 0; i < STEPS; i++) {
            double at = (i + 0.5) / STEPS;
            boolean has = owned.stream().anyMatch(arc -> holds(arc, at));
            differing += has == holds(given, at) ? 0 : 1;
        }
        return differing / STEPS;
    }

    private static boolean holds(Brushed arc, double at) {
        return arc.from() <= arc.to() ? at > arc.from() && at <= arc.to() : at > arc.from() || at <= arc.to();
    }
}
