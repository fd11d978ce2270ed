package ringside.view.stage;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where lines are written in the middle of the ring: in letters that keep clear of its keys, or below the ring when there
 * is no room for them within.
 *
 * @param ring the ring
 * @param free how far from its middle nothing else is drawn
 * @param below whether there is room below the ring
 */
record Middle(RingGeometry ring, double free, boolean below) {
    private static final List<Double> SIZES = List.of(12.5, 11.0, 10.0);
    private static final double CLEAR = 3;
    private static final double BENEATH = 44;
    private static final String SEPARATOR = " · ";

    /** A line, with the middle of its base line. */
    record Line(String words, Place at, double size) {}

    /** The middle of a stage's ring with these keys. */
    static Middle of(StageGeometry stage, Optional<KeyDots> keys) {
        var ring = stage.ring();
        return new Middle(ring, keys.map(k -> k.innermost(ring)).orElse(ring.inner() - 4), stage.flowShown() > 0.5);
    }

    /** Words in one or two lines, below those that stand there already. */
    List<Line> lines(String words, List<Line> before, Lettering.Weight weight) {
        var whole = List.of(words);
        var parts = List.of(words.split(SEPARATOR));
        for (double size : SIZES) {
            for (var lines : List.of(whole, parts)) {
                var within = inside(lines, before, size);
                if (within.stream().allMatch(l -> fits(l, weight))) {
                    return within;
                }
            }
        }
        return below ? beneath(parts, before) : inside(parts, before, SIZES.getLast());
    }

    private List<Line> inside(List<String> lines, List<Line> before, double size) {
        double up = size < SIZES.getFirst() ? size + 3 : Math.max(size - 3, ring.radius() * 0.06);
        var first = before.isEmpty()
                ? ring.centre().plus(0, -up)
                : before.getLast().at().plus(0, pitch(size));
        return rows(lines, size, first);
    }

    private List<Line> beneath(List<String> lines, List<Line> before) {
        double size = SIZES.getLast() + 1;
        double top = ring.centre().y() + ring.outer() + BENEATH;
        double last = before.isEmpty() ? 0 : before.getLast().at().y() + pitch(size);
        return rows(lines, size, new Place(ring.centre().x(), Math.max(top, last)));
    }

    private static List<Line> rows(List<String> lines, double size, Place first) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Line(lines.get(i), first.plus(0, i * pitch(size)), size))
                .toList();
    }

    private static double pitch(double size) {
        return Math.round(size * 1.5);
    }

    private boolean fits(Line line, Lettering.Weight weight) {
        double half = new Lettering(line.size(), weight, Lettering.Align.MIDDLE).width(line.words()) / 2;
        var at = line.at();
        double top = at.plus(half, -0.75 * line.size()).distance(ring.centre());
        double bottom = at.plus(half, 0.2 * line.size()).distance(ring.centre());
        return Math.max(top, bottom) + CLEAR <= free;
    }
}
