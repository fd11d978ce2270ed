package ringside.view.stage;

/** A point on the stage, in logical pixels from its top left corner. */
record Place(double x, double y) {
    /** The point this share of the way to another: 0 here, 1 there. */
    Place toward(Place other, double share) {
        return new Place(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    Place plus(double dx, double dy) {
        return new Place(x + dx, y + dy);
    }

    double distance(Place other) {
        return Math.hypot(other.x - x, other.y - y);
    }
}
