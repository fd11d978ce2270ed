package ringside.view.stage;

import java.util.Optional;
import ringside.world.Checks;

/** Draws the marks of the legend as they are drawn on the stage. */
record LegendMarks(Brush brush, Palette palette) {
    private static final double PIP = 3.6;

    void request(Place at, Dot.Form form, boolean sealed) {
        var tint = switch (form) {
            case HOLLOW, DROPPED -> palette.bad();
            case WEDGE, WAITING -> palette.good();
            case WHOLE -> palette.muted();
        };
        shapes().request(new Dot(0, at, 5.5, form, Optional.empty(), 0.3, sealed, Dot.Kin.UNKNOWN), tint);
    }

    void queued(Place at) {
        for (int i = -1; i <= 1; i++) {
            brush.rectangle(Box.around(at.plus(i * 14, 0), 12), 3, Ink.stroke(palette.line(), 1));
        }
        request(at.plus(14, 0), Dot.Form.WAITING, false);
    }

    void pipe(Place at) {
        brush.line(at.plus(-14, 0), at.plus(14, 0), Ink.stroke(palette.line(), 12));
        brush.line(at.plus(-14, 0), at.plus(14, 0), Ink.stroke(palette.panel(), 9));
        request(at, Dot.Form.WHOLE, true);
    }

    void ages(Place at) {
        for (int i = 0; i < 3; i++) {
            brush.circle(at.plus((i - 1) * 13, 0), 4.5, Ink.fill(palette.age(i / 2.0)));
        }
    }

    void colours(Place at) {
        brush.circle(at.plus(-13, 0), 4.5, Ink.fill(palette.identity(0)));
        brush.circle(at, 4.5, Ink.fill(palette.kin(0)));
        brush.circle(at.plus(13, 0), 4.5, Ink.fill(palette.kin(1)));
    }

    void arc(Place at) {
        brush.line(at.plus(-16, 0), at.plus(14, 0), Ink.stroke(palette.wash(0), 7));
        brush.line(at.plus(14, -6), at.plus(14, 6), Ink.stroke(palette.identity(0), 3));
    }

    void key(Place at) {
        brush.circle(at, 3, Ink.fill(palette.identity(0)));
    }

    void tile(Place at, double border, boolean filled) {
        var box = Box.around(at, 16);
        if (filled) {
            brush.rectangle(new Box(box.x(), at.y(), 16, 8), 2, Ink.fill(palette.wash(0)));
        }
        brush.rectangle(box, 4, Ink.stroke(palette.identity(0), border));
    }

    void processes(Place at) {
        var from = at.plus(-11, 0);
        brush.rectangle(Box.around(from, 6), 1, Ink.fill(palette.identity(0)));
        brush.rectangle(Box.around(from.plus(11, 0), 6), 1, Ink.stroke(palette.muted(), 1));
        brush.rectangle(Box.around(from.plus(22, 0), 6), 1, turning(false));
    }

    void cache(Place at) {
        var box = Box.around(at, 7, 16);
        brush.rectangle(box, 2, Ink.fill(palette.card()).edged(palette.muted(), 1));
        brush.rectangle(
                new Box(box.x() + 1, at.y() - 3, 5, 10),
                0,
                Ink.fill(palette.good().at(0.85)));
    }

    void call(Place at) {
        brush.rectangle(Box.around(at, 6), 1, Ink.fill(palette.identity(0)));
    }

    void pips(Place at, Ink full, Tint tint, int count) {
        for (int i = 0; i < 3; i++) {
            brush.circle(
                    at.plus((i - 1) * 10.5, 0),
                    PIP,
                    i < count ? full : Ink.fill(palette.card()).edged(tint, 1.3));
        }
    }

    /** What a pip is filled with while health is about to change. */
    Ink turning(boolean up) {
        return Ink.fill(palette.turning(up)).edged(up ? palette.falling() : palette.warn(), 1.3);
    }

    void others(Place at) {
        brush.circle(at.plus(-6, 0), PIP, Ink.fill(palette.muted()));
        brush.circle(at.plus(6, 0), PIP, Ink.fill(palette.calm()));
    }

    void check(Place at, boolean http) {
        shapes().check(at, http ? Checks.Kind.HTTP : Checks.Kind.TCP, palette.muted());
    }

    private ShapePainter shapes() {
        return new ShapePainter(brush, palette);
    }
}
