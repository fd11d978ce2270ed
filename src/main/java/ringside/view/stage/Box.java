package ringside.view.stage;

/** An upright rectangle on the stage, in logical pixels. */
record Box(double x, double y, double width, double height) {
    /** The square of this size around a point. */
    static Box around(Place centre, double size) {
        return around(centre, size, size);
    }

    static Box around(Place centre, double width, double height) {
        return new Box(centre.x() - width / 2, centre.y() - height / 2, width, height);
    }

    Place centre() {
        return new Place(x + width / 2, y + height / 2);
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    /** The middle of the left side. */
    Place leftMiddle() {
        return new Place(x, y + height / 2);
    }

    /** The middle of the right side. */
    Place rightMiddle() {
        return new Place(right(), y + height / 2);
    }

    /** The same box with this much taken off each side; negative adds. */
    Box inset(double by) {
        return new Box(x + by, y + by, Math.max(0, width - 2 * by), Math.max(0, height - 2 * by));
    }

    boolean contains(Place p) {
        return p.x() >= x && p.x() <= right() && p.y() >= y && p.y() <= bottom();
    }

    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** The box this share of the way to another: 0 here, 1 there. */
    Box toward(Box other, double share) {
        return new Box(
                x + (other.x - x) * share,
                y + (other.y - y) * share,
                width + (other.width - width) * share,
                height + (other.height - height) * share);
    }
}
