package ringside.view.stage;

import java.util.List;

/** Draws a request that nobody looks into: a sealed envelope in place of a circle. */
record EnvelopePainter(Brush brush, Palette palette) {
    private static final double WIDE = 2.2;
    private static final double HIGH = 1.6;
    private static final double FLAP = 0.58;

    /** Draws it in a colour, as full as there is time left. */
    void paint(Dot dot, Tint tint) {
        var box = Box.around(dot.at(), WIDE * dot.radius(), HIGH * dot.radius());
        switch (dot.form()) {
            case WHOLE, DROPPED -> {
                brush.rectangle(box, 1, Ink.fill(tint));
                flap(box, palette.card());
            }
            case WEDGE, WAITING -> {
                double left = box.width() * (1 - dot.age());
                brush.rectangle(box, 1, Ink.fill(palette.card()));
                brush.rectangle(new Box(box.x(), box.y(), left, box.height()), 0, Ink.fill(tint.at(0.5)));
                outline(box, tint);
            }
            case HOLLOW -> {
                brush.rectangle(box, 1, Ink.fill(palette.card()));
                outline(box, tint);
            }
        }
    }

    private void outline(Box box, Tint tint) {
        brush.rectangle(box, 1, Ink.stroke(tint, 1.2));
        flap(box, tint);
    }

    private void flap(Box box, Tint tint) {
        var corner = new Place(box.x(), box.y());
        var tip = corner.plus(box.width() / 2, box.height() * FLAP);
        brush.path(List.of(corner, tip, corner.plus(box.width(), 0)), Ink.stroke(tint, 1.1));
    }
}
