package ringside.engine.haproxy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import ringside.engine.Pick;
import ringside.engine.ServerId;

/** Node after node of a ring, for requests in which there is nothing to hash. */
final class NodeTurn {
    private final Farm farm;
    private OptionalInt last = OptionalInt.empty();

    NodeTurn(Farm farm) {
        this.farm = farm;
    }

    /** The next node whose server can take the request; one of the server to be avoided if there is no other. */
    Pick next(Nodes nodes, Call call) {
        int from = last.isEmpty() ? 0 : behind(last.getAsInt(), nodes);
        OptionalInt avoided = OptionalInt.empty();
        int node = from;
        for (int step = 0; step < nodes.size(); step++) {
            int place = nodes.placeOf(node);
            if (call.open(place) && farm.room(place, call.loads())) {
                if (!call.avoids(place)) {
                    return chosen(nodes, from, node, call);
                }
                avoided = OptionalInt.of(node);
            }
            node = nodes.next(node);
        }
        return avoided.isEmpty() ? farm.nobody(call) : chosen(nodes, from, avoided.getAsInt(), call);
    }

    private static int behind(int key, Nodes nodes) {
        int node = nodes.atOrAfter(key);
        return nodes.keyOf(node) == key ? nodes.next(node) : node;
    }

    private Pick chosen(Nodes nodes, int from, int node, Call call) {
        int key = nodes.keyOf(node);
        last = OptionalInt.of(key);
        return call.reasoned()
                ? new Pick.Chosen(
                        nodes.serverOf(node),
                        new HaproxyReason.NextNode(nodes.seenFrom(key, node), skipped(nodes, from, node)))
                : farm.pool().chosen(nodes.placeOf(node));
    }

    private static List<ServerId> skipped(Nodes nodes, int from, int to) {
        var servers = new LinkedHashSet<ServerId>();
        for (int node = from; node != to; node = nodes.next(node)) {
            servers.add(nodes.serverOf(node));
        }
        return List.copyOf(servers);
    }
}
