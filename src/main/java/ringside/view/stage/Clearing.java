package ringside.view.stage;

import java.util.ArrayList;
import java.util.List;

/**
 * The room above and below the balancer that the ways to clients and to servers leave free.
 *
 * @param balancer where the balancer stands
 * @param clients where the ways to clients end
 * @param servers where the ways to servers end
 * @param reach how far from a way what moves on it is still seen
 */
record Clearing(Box balancer, List<Place> clients, List<Place> servers, double reach) {
    private static final double WIDEST = 100;
    private static final double FIRST = 18;
    private static final double PITCH = 14;
    private static final double LETTERS = 9;
    private static final double STEP = 4;
    private static final double FARTHEST = 44;

    /** A line of words, and the middle of its base line. */
    record Line(String words, Place at) {}

    /** That of a stage. */
    static Clearing of(StageGeometry stage, double reach) {
        var flow = stage.flow();
        return new Clearing(
                flow.balancer(),
                flow.clients().stream().map(Box::rightMiddle).toList(),
                stage.tiles().values().stream().map(Box::leftMiddle).toList(),
                reach);
    }

    /** How far a word may stretch to either side of the balancer's middle at this height. */
    double half(double y) {
        return Math.min(least(balancer.leftMiddle(), clients, y), least(balancer.rightMiddle(), servers, y));
    }

    private double least(Place from, List<Place> ends, double y) {
        double least = WIDEST;
        for (var end : ends) {
            least = Math.min(least, aside(from, end, y));
        }
        return least;
    }

    /* A way that leads to the other side, up or down, is in nobody's way. */
    private double aside(Place from, Place to, double y) {
        double down = to.y() - from.y();
        double share = (y - from.y()) / down;
        if (!(share > 0)) {
            return WIDEST;
        }
        boolean past = share > 1;
        double x = past ? to.x() : from.toward(to, share).x();
        double spread = past ? 0 : reach * from.distance(to) / Math.abs(down);
        return Math.clamp(Math.abs(x - balancer.centre().x()) - spread, 0, WIDEST);
    }

    /** Words below the balancer, on as many lines as they need and no farther from it than must be. */
    List<Line> below(String words, Lettering lettering) {
        double nearest = balancer.bottom() + FIRST;
        for (double y = nearest; y < balancer.bottom() + FARTHEST; y += STEP) {
            var lines = from(y, words.split(" "), lettering);
            if (lines.stream().allMatch(line -> fits(line, lettering))) {
                return lines;
            }
        }
        return from(nearest, words.split(" "), lettering);
    }

    /** Words from this height on, as many on a line as there is room for. */
    private List<Line> from(double first, String[] words, Lettering lettering) {
        var lines = new ArrayList<Line>();
        var line = new Line(words[0], new Place(balancer.centre().x(), first));
        for (int i = 1; i < words.length; i++) {
            var longer = new Line(line.words() + " " + words[i], line.at());
            if (fits(longer, lettering)) {
                line = longer;
            } else {
                lines.add(line);
                line = new Line(words[i], line.at().plus(0, PITCH));
            }
        }
        lines.add(line);
        return lines;
    }

    private boolean fits(Line line, Lettering lettering) {
        return lettering.width(line.words()) <= 2 * half(line.at().y() - LETTERS);
    }

    /** The middle of the base line of words of this width above the balancer, so far from it or farther. */
    Place above(double width, double gap) {
        double y = balancer.y() - gap;
        double highest = y - FARTHEST;
        while (y > highest && width > 2 * half(y + 3)) {
            y -= STEP;
        }
        return new Place(balancer.centre().x(), width > 2 * half(y + 3) ? balancer.y() - gap : y);
    }
}
