package ringside.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A policy whose servers lie on a ring that can be drawn. */
public interface RingPolicy extends Policy {
    /**
     * One point of a server on the ring.
     *
     * @param position where it lies
     * @param server whose it is
     */
    record Point(Position position, ServerId server) {}

    /** The points of every member, clockwise from twelve o'clock. */
    List<Point> points();

    /**
     * Where the arcs of keys end that some servers have among them, clockwise from twelve o'clock: each begins where the
     * one before ends. Those are their points, on a ring whose keys go to the next point clockwise.
     *
     * @param open which servers have keys
     */
    default List<Point> ends(Predicate<ServerId> open) {
        return points().stream().filter(p -> open.test(p.server())).toList();
    }

    /** Where a key lies on this ring. */
    Position positionOf(String key);

    /**
     * The exact share of the ring that each server owns, 0 to 1: its arcs.
     *
     * @param points where the arcs of those that take keys end, clockwise
     */
    static Map<ServerId, Double> shares(List<Point> points) {
        var shares = new LinkedHashMap<ServerId, Double>();
        for (int i = 0; i < points.size(); i++) {
            var before = points.get((i == 0 ? points.size() : i) - 1);
            var point = points.get(i);
            double arc = points.size() == 1 ? 1 : Position.arc(before.position(), point.position());
            shares.merge(point.server(), arc, Double::sum);
        }
        return shares;
    }
}
