package ringside.view.stage;

import java.util.List;
import ringside.world.Checks;

/** Draws the shapes of what travels, in a colour. */
record ShapePainter(Brush brush, Palette palette) {
    /** Draws one request in a colour. */
    void request(Dot dot, Tint tint) {
        if (dot.sealed()) {
            new EnvelopePainter(brush, palette).paint(dot, tint);
            return;
        }
        switch (dot.form()) {
            case WHOLE, DROPPED -> brush.circle(dot.at(), dot.radius(), Ink.fill(tint));
            case WAITING -> {
                brush.circle(dot.at(), dot.radius(), Ink.fill(palette.card()).edged(tint, 1.2));
                brush.path(Segment.below(dot.at(), dot.radius(), 1 - dot.age()), Ink.fill(tint));
            }
            case WEDGE -> {
                brush.circle(dot.at(), dot.radius(), Ink.fill(palette.card()).edged(tint, 1.2));
                brush.wedge(dot.at(), dot.radius(), new Span(dot.age() % 1, 1 - dot.age()), Ink.fill(tint));
            }
            case HOLLOW ->
                brush.circle(
                        dot.at(), dot.radius() - 0.5, Ink.fill(palette.card()).edged(tint, 1.6));
        }
    }

    /** Draws the shape of a check: one over HTTP, which wants an answer, has something in it. */
    void check(Place at, Checks.Kind kind, Tint tint) {
        double r = 4.8;
        brush.path(
                List.of(at.plus(0, -r), at.plus(r, 0), at.plus(0, r), at.plus(-r, 0)),
                Ink.fill(palette.card()).edged(tint, 1.4));
        if (kind == Checks.Kind.HTTP) {
            brush.circle(at, 1.5, Ink.fill(tint));
        }
    }
}
