package ringside.engine;

import java.util.List;

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

    /** Where a key lies on this ring. */
    Position positionOf(String key);
}
