package ringside.view.stage;

/** Draws the padlock of a leg that is encrypted. */
record PadlockPainter(Brush brush, Palette palette) {
    /** How wide it is, with the disc that sets it off. */
    static final double WIDTH = 18;

    private static final double SHACKLE = 2.5;

    /** Draws it around a point, as clearly as the layout shows it. */
    void paint(Place at, double shown) {
        brush.circle(
                at,
                WIDTH / 2,
                Ink.fill(palette.card().at(shown)).edged(palette.line().at(shown), 1));
        var ink = Ink.stroke(palette.text().at(shown), 1.4);
        var top = at.plus(0, -2);
        brush.band(top, SHACKLE, new Span(0.75, 0.5), ink);
        brush.line(top.plus(-SHACKLE, 0), top.plus(-SHACKLE, 2), ink);
        brush.line(top.plus(SHACKLE, 0), top.plus(SHACKLE, 2), ink);
        brush.rectangle(
                new Box(at.x() - 4, at.y() - 0.6, 8, 5.6),
                1.2,
                Ink.fill(palette.text().at(shown)));
    }
}
