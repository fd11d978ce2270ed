package ringside.view.transport;

/**
 * Where instants lie beside each other.
 *
 * @param from the instant at the left end, in nanoseconds
 * @param to the instant at the right end
 * @param left where the left end is, in pixels
 * @param width how far the right end is from there, in pixels
 */
record TimeScale(long from, long to, double left, double width) {
    /** Where an instant is; one beyond an end is at that end. */
    double xOf(long nanos) {
        return left + Math.clamp((double) (nanos - from) / span(), 0, 1) * width;
    }

    /** Which instant is at a place. */
    long nanosAt(double x) {
        return from + (long) (Math.clamp((x - left) / Math.max(1, width), 0, 1) * span());
    }

    private long span() {
        return Math.max(1, to - from);
    }

    /** Whether something drawn on this scale is where it would be on another, to half a pixel. */
    boolean fits(TimeScale other) {
        return left == other.left
                && width == other.width
                && Math.abs(xOf(other.to) - other.xOf(other.to)) < 0.5
                && Math.abs(xOf(other.from) - other.xOf(other.from)) < 0.5
                && Math.abs(xOf(to) - other.xOf(to)) < 0.5;
    }
}
