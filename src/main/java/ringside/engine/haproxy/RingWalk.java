package ringside.engine.haproxy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import ringside.engine.Position;

/** From a hash to the nearest node, and on to the first whose server is not to be avoided and within its bound. */
final class RingWalk {
    /*
     * The walk always goes forward, though the nearest node may have been the one behind. So the server that a refused
     * request goes to next is not always the one that its key would have if the first were marked down: that may be
     * nearer, behind.
     */
    private final Farm farm;
    private final LoadBound bound;
    private Nodes nodes = Nodes.none();

    RingWalk(Farm farm, int factor) {
        this.farm = farm;
        this.bound = new LoadBound(factor);
    }

    /** Lays the nodes of those on duty. */
    void lay() {
        nodes = Nodes.of(farm);
    }

    Nodes nodes() {
        return nodes;
    }

    private boolean passes(int place, Call call) {
        return !call.open(place) || call.avoids(place) || !bound.allows(farm, place, call.loads());
    }

    /** The node that the walk ends at: once round without success, the last one of the ring. */
    int end(int hash, Call call) {
        int node = nodes.nearest(hash);
        int rounds = 0;
        while (passes(nodes.placeOf(node), call)) {
            int next = nodes.next(node);
            rounds += next == 0 ? 1 : 0;
            if (rounds > 1) {
                break;
            }
            node = next;
        }
        return node;
    }

    /** Why the walk for a text with this hash ended at a node. */
    HaproxyReason.Nearer why(String text, int hash, int end, Call call) {
        int after = nodes.atOrAfter(hash);
        return new HaproxyReason.Nearer(
                text,
                Position.ofInt(hash),
                nodes.seenFrom(hash, nodes.before(after)),
                nodes.seenFrom(hash, after),
                nodes.seenFrom(hash, end),
                passed(hash, end, call));
    }

    private List<HaproxyReason.Passed> passed(int hash, int end, Call call) {
        var places = new LinkedHashSet<Integer>();
        for (int node = nodes.nearest(hash); node != end; node = nodes.next(node)) {
            places.add(nodes.placeOf(node));
        }
        var passed = new ArrayList<HaproxyReason.Passed>();
        for (int place : places) {
            if (call.avoids(place) || !call.open(place)) {
                passed.add(new HaproxyReason.Passed.Avoided(farm.id(place)));
            } else {
                passed.add(new HaproxyReason.Passed.Loaded(
                        farm.id(place), call.loads().inFlight(place), bound.cap(farm, place, call.loads())));
            }
        }
        return List.copyOf(passed);
    }
}
