package ringside.view.stage;

/**
 * The circle that positions lie on, clockwise from twelve o'clock.
 *
 * @param centre its middle
 * @param radius from the middle to the middle of the band
 * @param band how wide the band is drawn
 */
record RingGeometry(Place centre, double radius, double band) {
    /** The largest ring in a box that leaves this much room outside its band for servers. */
    static RingGeometry in(Box box, double margin) {
        double radius = Math.max(30, Math.min(box.width(), box.height()) / 2 - margin);
        return new RingGeometry(box.centre(), radius, Math.clamp(radius * 0.08, 5, 16));
    }

    /** The point at a turn and a distance from the middle. */
    Place at(double turn, double distance) {
        double angle = 2 * Math.PI * turn;
        return new Place(centre.x() + Math.sin(angle) * distance, centre.y() - Math.cos(angle) * distance);
    }

    /** Which turn a point lies at, 0 inclusive to 1 exclusive. */
    double turnOf(Place p) {
        return Span.wrap(Math.atan2(p.x() - centre.x(), centre.y() - p.y()) / (2 * Math.PI));
    }

    /** Where the band ends towards the middle. */
    double inner() {
        return radius - band / 2;
    }

    /** Where the band ends towards the outside. */
    double outer() {
        return radius + band / 2;
    }

    /** Whether a point lies on the ring or inside it, with some room for a careless hand. */
    boolean holds(Place p) {
        return centre.distance(p) <= outer() + 24;
    }

    RingGeometry toward(RingGeometry other, double share) {
        return new RingGeometry(
                centre.toward(other.centre, share),
                radius + (other.radius - radius) * share,
                band + (other.band - band) * share);
    }
}
