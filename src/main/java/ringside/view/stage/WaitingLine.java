package ringside.view.stage;

/** Where requests stand that wait at the balancer: in two rows below it, of which the first is served first. */
final class WaitingLine {
    /** How many can be drawn. */
    static final int ROOM = 16;

    private static final int ROW = 8;
    private static final double PITCH = 14;
    private static final double BELOW = 66;

    private WaitingLine() {}

    /** A place in the line, counted from 0 and possibly between two; the last that is drawn for all further. */
    static Place place(Box balancer, double place) {
        double within = Math.min(place, ROOM - 1);
        int lower = (int) within;
        var at = at(balancer, lower);
        return within == lower ? at : at.toward(at(balancer, lower + 1), within - lower);
    }

    private static Place at(Box balancer, int place) {
        double across = place % ROW - (ROW - 1) / 2.0;
        return new Place(
                balancer.centre().x() - across * PITCH, balancer.bottom() + BELOW + Math.floorDiv(place, ROW) * PITCH);
    }

    /** Where the middle of the base line lies of what is told of the line. */
    static Place told(Box balancer) {
        return new Place(balancer.centre().x(), balancer.bottom() + BELOW - PITCH);
    }
}
