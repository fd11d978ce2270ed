package ringside.view.stage;

import java.util.ArrayList;
import java.util.List;

/** The lines of a pattern, each ending within its box. */
record Hatch(List<Place> from, List<Place> to) {
    private static final double PITCH = 7;

    static Hatch of(Identity.Pattern pattern, Box box) {
        var hatch = new Hatch(new ArrayList<>(), new ArrayList<>());
        switch (pattern) {
            case PLAIN -> {}
            case RISING -> hatch.slanted(box, true);
            case FALLING -> hatch.slanted(box, false);
            case LEVEL -> hatch.level(box);
            case UPRIGHT, DOTTED -> hatch.upright(box);
        }
        return hatch;
    }

    private void slanted(Box box, boolean rising) {
        double height = box.height();
        for (double x = box.x() + PITCH / 2 - Math.ceil(height / PITCH) * PITCH; x < box.right(); x += PITCH) {
            double left = Math.max(x, box.x());
            double right = Math.min(x + height, box.right());
            if (right > left) {
                from.add(new Place(left, rising ? box.bottom() - (left - x) : box.y() + (left - x)));
                to.add(new Place(right, rising ? box.bottom() - (right - x) : box.y() + (right - x)));
            }
        }
    }

    private void level(Box box) {
        for (double y = box.bottom() - 3; y > box.y(); y -= PITCH - 1) {
            from.add(new Place(box.x(), y));
            to.add(new Place(box.right(), y));
        }
    }

    private void upright(Box box) {
        for (double x = box.x() + PITCH / 2; x < box.right(); x += PITCH) {
            from.add(new Place(x, box.bottom()));
            to.add(new Place(x, box.y()));
        }
    }
}
