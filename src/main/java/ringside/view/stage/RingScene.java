package ringside.view.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ringside.engine.Policies;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.world.Scenario;

/**
 * What a ring policy makes of a pool and its keys, ready to be drawn.
 *
 * @param policy who knows where any other key lies
 * @param points clockwise from twelve o'clock, those of servers that are down too
 * @param arcs who owns which stretch now
 * @param keys the keys drawn
 * @param turns where each of them lies
 * @param own where each server has its points, in order
 * @param everyKey of how many keys one is drawn: 1 when all are
 */
record RingScene(
        RingPolicy policy,
        List<RingPolicy.Point> points,
        List<Arc> arcs,
        List<String> keys,
        Turns turns,
        Map<ServerId, Turns> own,
        int everyKey) {
    private static final int MOST_KEYS = 10_000;

    /** The ring of a scenario, if its policy has one. */
    static Optional<RingScene> of(Scenario scenario, Predicate<ServerId> open) {
        if (!(Policies.make(scenario.policy()) instanceof RingPolicy ring)) {
            return Optional.empty();
        }
        ring.use(scenario.pool(_ -> true));
        var all = scenario.traffic().keys().all();
        int every = (all.size() + MOST_KEYS - 1) / MOST_KEYS;
        var keys = IntStream.range(0, all.size() / every)
                .mapToObj(i -> all.get(i * every))
                .toList();
        var turns = Turns.of(
                keys.stream().mapToDouble(k -> ring.positionOf(k).turn()).toArray());
        var points = ring.points();
        return Optional.of(new RingScene(ring, points, Arc.of(ring.ends(open), open), keys, turns, own(points), every));
    }

    private static Map<ServerId, Turns> own(List<RingPolicy.Point> points) {
        var sorted = points.stream().collect(Collectors.groupingBy(RingPolicy.Point::server));
        return sorted.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> Turns.of(e.getValue().stream()
                                .mapToDouble(p -> p.position().turn())
                                .toArray())));
    }

    /** Where a key lies. */
    double turnOf(String key) {
        return policy.positionOf(key).turn();
    }

    /** Where a server has its points, in order. */
    Turns pointsOf(ServerId server) {
        return own.getOrDefault(server, Turns.of());
    }

    /** The first point of a server clockwise from a turn; the turn itself when it has none. */
    double landing(double turn, ServerId server) {
        return pointsOf(server).next(turn);
    }

    /** Who owns the drawn key, if anybody. */
    Optional<ServerId> ownerOf(int key) {
        return arcs.isEmpty() ? Optional.empty() : Optional.of(Arc.ownerAt(arcs, turns.at(key)));
    }

    /** The share of the ring that each server owns, 0 to 1. */
    Map<ServerId, Double> shares() {
        return arcs.stream()
                .collect(Collectors.groupingBy(
                        Arc::owner, Collectors.summingDouble(a -> a.span().sweep())));
    }

    /** Servers that have exactly one point, and where it lies. */
    Map<ServerId, Double> single() {
        return own.entrySet().stream()
                .filter(e -> e.getValue().size() == 1)
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().at(0)));
    }
}
