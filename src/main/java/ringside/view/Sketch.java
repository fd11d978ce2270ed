package ringside.view;

import java.util.List;
import java.util.Optional;
import ringside.lesson.Brushed;

/**
 * An arc that a learner draws on the ring, or drew before.
 *
 * @param drawn as it is now; empty before anything was drawn
 * @param real what it is compared with; empty while nobody may know
 * @param open whether it can be drawn
 * @param held whether a hand is drawing it just now
 */
public record Sketch(Optional<Brushed> drawn, List<Brushed> real, boolean open, boolean held) {
    /** A finest step, as a share of the way round. */
    public static final double STEP = 0.01;

    private static final double GRAIN = 1000;

    /** Nothing yet, ready to be drawn. */
    public static final Sketch BLANK = new Sketch(Optional.empty(), List.of(), true, false);

    public Sketch {
        real = List.copyOf(real);
    }

    /** What was drawn beside what is real, to be looked at. */
    public static Sketch beside(Brushed drawn, List<Brushed> real) {
        return new Sketch(Optional.of(drawn), real, false, false);
    }

    /** The same, drawn in another way. */
    public Sketch drawn(double from, double to, boolean byHand) {
        return new Sketch(Optional.of(new Brushed(whole(from), whole(to))), real, open, byHand);
    }

    /* To a thousandth of the way round: finer than a hand, and short to write. */
    private static double whole(double turn) {
        double rest = turn - Math.floor(turn);
        return Math.rint(rest * GRAIN) / GRAIN % 1;
    }
}
