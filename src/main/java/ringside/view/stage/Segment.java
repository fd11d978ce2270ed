package ringside.view.stage;

import java.util.List;
import java.util.stream.IntStream;

/** The part of a disc below a level line. */
final class Segment {
    private static final int STEPS = 14;

    private Segment() {}

    /** Its outline when this share of the disc's height is filled, 0 to 1. */
    static List<Place> below(Place centre, double radius, double share) {
        double half = Math.acos(1 - 2 * Math.clamp(share, 0, 1));
        return IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> half * (1 - 2.0 * i / STEPS))
                .mapToObj(angle -> centre.plus(radius * Math.sin(angle), radius * Math.cos(angle)))
                .toList();
    }
}
